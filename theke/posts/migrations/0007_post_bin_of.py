"""The bin of one library is read without the bins of the others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the index."""

    dependencies = [
        ("posts", "0006_post_lists"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="post",
            index=models.Index(
                condition=models.Q(("binned_at__isnull", False)), fields=["library", "-binned_at"], name="post_bin_of"
            ),
        ),
    ]
