"""When those who could look at an urgent post are reminded of it."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the two moments."""

    dependencies = [
        ("posts", "0011_answer_in_heat"),
        ("publishing", "0005_urgent"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="urgent",
            name="remind_at",
            field=models.DateTimeField(blank=True, help_text="when those who could look are reminded, once", null=True),
        ),
        migrations.AddField(
            model_name="urgent",
            name="reminded_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="urgent",
            index=models.Index(
                condition=models.Q(("reminded_at", None), ("verdict", "open")), fields=["remind_at"], name="urgent_to_remind"
            ),
        ),
    ]
