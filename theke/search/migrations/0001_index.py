"""The index of a new desk is made by the last migration here: only then are all columns there that it speaks of."""

from django.db import migrations

from theke.search.indexing import remove


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("posts", "0002_topics_authors_remarks_starters_approval"),
        ("inbox", "0001_initial"),
        ("media", "0002_asset_binned_at"),
    ]
    operations = [
        migrations.RunPython(
            migrations.RunPython.noop,
            lambda apps, editor: remove(editor.connection.vendor, editor.execute),
        )
    ]
