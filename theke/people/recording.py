"""Changes to the library's own data, with their line in the history."""

from typing import Any

from django import forms
from django.db import models, transaction
from django.utils.translation import gettext_noop

from theke.people.models import HistoryEntry, Library, Person

ADDED = gettext_noop("added")
CHANGED = gettext_noop("changed")
REMOVED = gettext_noop("removed")


@transaction.atomic
def save(form: Any, *, by: Person, library: Library) -> models.Model:
    """Save a model form and write what kind of change it was: the names of the fields, not their contents."""
    verb = CHANGED if form.instance.pk else ADDED
    thing: models.Model = form.save()
    if form.changed_data:
        HistoryEntry.write(verb, thing, by=by, library=library, fields=_labels(form))
    return thing


def _labels(form: forms.BaseForm) -> list[str]:
    return [name for name in form.changed_data if not name.startswith("password")]


@transaction.atomic
def remove(thing: models.Model, *, by: Person, library: Library) -> None:
    """Delete a thing, with its line in the history."""
    HistoryEntry.write(REMOVED, thing, by=by, library=library)
    thing.delete()
