"""Licences and consents come to their end, and are seen to once."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the marks of what has been seen to."""

    dependencies = [
        ("media", "0005_consent"),
        ("people", "0007_pause"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="asset",
            name="ended_until",
            field=models.DateField(blank=True, editable=False, help_text="the end that has been acted upon", null=True),
        ),
        migrations.AddField(
            model_name="asset",
            name="warned_until",
            field=models.DateField(blank=True, editable=False, help_text="the end of which people were told ahead", null=True),
        ),
        migrations.AddField(
            model_name="consent",
            name="ended_until",
            field=models.DateField(blank=True, editable=False, help_text="the end that has been acted upon", null=True),
        ),
        migrations.AddField(
            model_name="consent",
            name="warned_until",
            field=models.DateField(blank=True, editable=False, help_text="the end of which people were told ahead", null=True),
        ),
        migrations.AddIndex(
            model_name="asset",
            index=models.Index(
                condition=models.Q(("rights_until__isnull", False)), fields=["library", "rights_until"], name="asset_ends"
            ),
        ),
        migrations.AddIndex(
            model_name="consent",
            index=models.Index(condition=models.Q(("until__isnull", False)), fields=["until"], name="consent_ends"),
        ),
    ]
