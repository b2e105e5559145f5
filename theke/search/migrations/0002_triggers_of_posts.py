"""The fields of a post that say how it came about have made its table anew: its triggers come back."""

from django.db import migrations

from theke.search.indexing import install


class Migration(migrations.Migration):
    """Makes the index anew."""

    dependencies = [("search", "0001_index"), ("posts", "0010_declared")]
    operations = [
        migrations.RunPython(
            lambda apps, editor: install(editor.connection.vendor, editor.execute),
            migrations.RunPython.noop,
        )
    ]
