from django.db import migrations

from theke.search.indexing import install, remove


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("posts", "0002_topics_authors_remarks_starters_approval"),
        ("inbox", "0001_initial"),
        ("media", "0002_asset_binned_at"),
    ]
    operations = [
        migrations.RunPython(
            lambda apps, editor: install(editor.connection.vendor, editor.execute),
            lambda apps, editor: remove(editor.connection.vendor, editor.execute),
        )
    ]
