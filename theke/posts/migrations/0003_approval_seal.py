"""An approval knows what exactly was approved."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the seal."""

    dependencies = [
        ("posts", "0002_topics_authors_remarks_starters_approval"),
    ]

    operations = [
        migrations.AddField(
            model_name="approval",
            name="seal",
            field=models.CharField(blank=True, help_text="mark of all that goes out, when it was handed in", max_length=64),
        ),
    ]
