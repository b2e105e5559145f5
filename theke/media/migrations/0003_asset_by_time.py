"""The library of pictures is read by time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the index that its pages use, and one of what lies in the bin."""

    dependencies = [
        ("media", "0002_asset_binned_at"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="asset",
            index=models.Index(fields=["library", "binned_at", "-at"], name="media_asset_library_2a1e2d_idx"),
        ),
        migrations.AddIndex(
            model_name="asset",
            index=models.Index(condition=models.Q(("binned_at__isnull", False)), fields=["binned_at"], name="asset_in_bin"),
        ),
    ]
