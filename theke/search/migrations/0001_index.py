"""The index behind the search box: of posts, conversations, and pictures."""

from django.db import migrations

from theke.search.indexing import install, remove


class Migration(migrations.Migration):
    """Makes the index. A later migration that makes one of these tables anew loses its triggers: add one here that calls `install`."""

    initial = True
    dependencies = [("posts", "0001_initial"), ("inbox", "0001_initial"), ("media", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda apps, editor: install(editor.connection.vendor, editor.execute),
            lambda apps, editor: remove(editor.connection.vendor, editor.execute),
        )
    ]
