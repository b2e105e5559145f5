"""Who may send urgent posts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the library's choice."""

    dependencies = [
        ("people", "0008_companion_training"),
    ]

    operations = [
        migrations.AddField(
            model_name="library",
            name="urgent_by",
            field=models.CharField(
                choices=[
                    ("nobody", "nobody"),
                    ("editors", "editors and managers"),
                    ("everyone", "everybody who is no longer new"),
                ],
                default="editors",
                help_text="Where a channel asks for a second pair of eyes, an urgent post goes out at once, and somebody else looks at it afterwards.",
                max_length=8,
                verbose_name="Who may send urgent posts",
            ),
        ),
    ]
