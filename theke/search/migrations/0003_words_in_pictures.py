"""The words in a picture are found, too; their field has made the table of pictures anew."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from theke.search.indexing import install


def renew(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index anew; PostgreSQL keeps an old one of the same name unless it goes first."""
    if editor.connection.vendor != "sqlite":
        editor.execute("DROP INDEX IF EXISTS search_media")
    install(editor.connection.vendor, editor.execute)


class Migration(migrations.Migration):
    """Makes the index of pictures anew."""

    dependencies = [("search", "0002_triggers_of_posts"), ("media", "0007_wording")]
    operations = [migrations.RunPython(renew, migrations.RunPython.noop)]
