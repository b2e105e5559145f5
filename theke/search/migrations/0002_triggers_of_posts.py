"""The fields of a post that say how it came about have made its table anew; the next migration brings its triggers back."""

from django.db import migrations


class Migration(migrations.Migration):
    """Only says what the index depends on."""

    dependencies = [("search", "0001_index"), ("posts", "0010_declared")]
    operations: list[migrations.RunPython] = []
