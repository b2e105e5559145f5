"""A request is reminded of at a moment of its own, also where no time was asked for."""

from datetime import timedelta

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def keep_the_hour_before(apps: StateApps, _schema: BaseDatabaseSchemaEditor) -> None:
    """What waits for a time is reminded of an hour before, as it was."""
    approvals = apps.get_model("posts", "Approval").objects
    approvals.filter(state="asked", for_at__isnull=False).update(remind_at=models.F("for_at") - timedelta(hours=1))


class Migration(migrations.Migration):
    """Adds the moment and its index."""

    dependencies = [
        ("posts", "0008_version_options"),
    ]

    operations = [
        migrations.AddField(
            model_name="approval",
            name="remind_at",
            field=models.DateTimeField(blank=True, help_text="when the editorial group is reminded, once", null=True),
        ),
        migrations.RunPython(keep_the_hour_before, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="approval",
            index=models.Index(
                fields=["remind_at"], name="approval_to_remind", condition=models.Q(state="asked", reminded_at=None)
            ),
        ),
    ]
