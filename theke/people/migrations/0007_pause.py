"""A library can let all that is planned wait."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds since when, by whom and why."""

    dependencies = [
        ("people", "0006_absence_left_stand_in"),
    ]

    operations = [
        migrations.AddField(
            model_name="library",
            name="paused_at",
            field=models.DateTimeField(
                blank=True, help_text="since when all that is planned waits (R51); None as a rule", null=True
            ),
        ),
        migrations.AddField(
            model_name="library",
            name="paused_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="library",
            name="paused_why",
            field=models.CharField(blank=True, max_length=200),
        ),
    ]
