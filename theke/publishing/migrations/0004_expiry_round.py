"""Once a day it is looked at what runs out."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the table of the last look."""

    dependencies = [
        ("people", "0007_pause"),
        ("publishing", "0003_held_at"),
    ]

    operations = [
        migrations.AlterField(
            model_name="delivery",
            name="held_at",
            field=models.DateTimeField(
                blank=True,
                help_text="since when it waits for a person's word, after a pause or over a picture; it goes nowhere before",
                null=True,
            ),
        ),
        migrations.CreateModel(
            name="ExpiryRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(help_text="by the library's clocks")),
                (
                    "library",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="expiry_round", to="people.library"
                    ),
                ),
            ],
        ),
    ]
