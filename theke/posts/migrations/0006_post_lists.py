"""The list of posts reads what it shows and no more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the indexes of its tabs."""

    dependencies = [
        ("posts", "0005_post_by_binned_at"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="post",
            index=models.Index(fields=["library", "-released_at"], name="post_by_release"),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(
                condition=models.Q(("binned_at", None), ("released_at", None)),
                fields=["library", "-saved_at"],
                name="post_drafts",
            ),
        ),
    ]
