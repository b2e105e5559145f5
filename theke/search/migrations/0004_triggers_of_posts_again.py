"""The fields of a post that say how it came about have made its table anew; the next migration brings its triggers back."""

from django.db import migrations


class Migration(migrations.Migration):
    """Only says what the index depends on."""

    dependencies = [("search", "0003_words_in_pictures"), ("posts", "0013_films_captioned")]
    operations: list[migrations.RunPython] = []
