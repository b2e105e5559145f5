"""The bin is emptied without reading the whole table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds an index of what lies in the bin."""

    dependencies = [
        ("posts", "0004_same_text_again"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="post",
            index=models.Index(condition=models.Q(("binned_at__isnull", False)), fields=["binned_at"], name="post_in_bin"),
        ),
    ]
