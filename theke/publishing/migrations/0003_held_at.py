"""What a pause has stopped waits for a person's word."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the mark and its index."""

    dependencies = [
        ("publishing", "0002_alter_delivery_state"),
    ]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="held_at",
            field=models.DateTimeField(
                blank=True,
                help_text="since when it waits, after a pause, for a person's word; it goes nowhere before",
                null=True,
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("held_at__isnull", False)), fields=["post"], name="delivery_held"
            ),
        ),
    ]
