"""A draft becomes the edition that counts."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.guidelines.editing import NotADraft, missing
from theke.guidelines.models import Edition, OwnThings
from theke.people.models import HistoryEntry, Person

DECIDED = gettext_noop("edition decided")


class Incomplete(Exception):
    """A point lacks its title or text in one of the languages."""


@transaction.atomic
def decide(edition: Edition, *, valid_from: date, decided_by: str, by: Person, now: datetime | None = None) -> Edition:
    """Let a draft count from a day of the library on. Raises NotADraft, and Incomplete where words are missing."""
    stored = Edition.objects.select_for_update().select_related("guideline__library").get(pk=edition.pk)
    if not stored.is_draft:
        raise NotADraft
    if missing(stored):
        raise Incomplete
    stored.valid_from, stored.decided_by, stored.decided_at = valid_from, decided_by, now or timezone.now()
    stored.save(update_fields=["valid_from", "decided_by", "decided_at"])
    library = stored.guideline.library
    HistoryEntry.write(DECIDED, stored, by=by, library=library, valid_from=valid_from.isoformat(), decided_by=decided_by)
    OwnThings.touch(library)
    return stored
