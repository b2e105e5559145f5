"""Layers of a library: finding them, adding them."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_noop

from theke.guidelines.models import Guideline, OwnThings
from theke.people.models import HistoryEntry, Library, Person

LAYER_ADDED = gettext_noop("layer added")


def own_layer(library: Library) -> Guideline:
    """The library's own layer, made where there is none yet."""
    found = Guideline.objects.filter(library=library, layer=Guideline.Layer.OWN).first()
    return found or Guideline.objects.create(library=library, layer=Guideline.Layer.OWN, name=library.name)


@transaction.atomic
def add_layer(library: Library, layer: str, name: str, *, by: Person) -> Guideline:
    """Add a layer, after those there are."""
    last = Guideline.objects.filter(library=library).aggregate(last=Max("position"))["last"] or 0
    made = Guideline.objects.create(library=library, layer=layer, name=name, position=last + 1)
    HistoryEntry.write(LAYER_ADDED, made, by=by, library=library)
    OwnThings.touch(library)
    return made
