"""An absence whose stand-in has left the library knows it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds who it was."""

    dependencies = [
        ("people", "0005_accessibility_statement"),
    ]

    operations = [
        migrations.AddField(
            model_name="absence",
            name="left_stand_in",
            field=models.ForeignKey(
                blank=True,
                help_text="who was to stand in and has left the library; until somebody chooses anew",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
