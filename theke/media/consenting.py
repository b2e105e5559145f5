"""Notes who agrees to be shown; the form that was signed is kept where only the editorial group can fetch it."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.media.keeping import keep_in
from theke.media.models import Asset, Consent
from theke.media.models.consent import scans
from theke.people.models import HistoryEntry, Person

MEGABYTES = 10
STARTS = {b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n": "image/png"}


def kind_of(data: bytes) -> str:
    """What kind of file a scan is by its beginning; empty for one that is not taken."""
    return next((mime for start, mime in STARTS.items() if data.startswith(start)), "")


@transaction.atomic
def note(consent: Consent, scan: bytes = b"", *, by: Person) -> Consent:
    """Keep a consent, with the scan of its form. The picture then shows somebody who can be recognised."""
    if scan:
        consent.scan, consent.scan_mime = keep_in(scans(), scan), kind_of(scan)
    consent.by = by
    consent.save()
    asset = consent.asset
    asset.people, asset.minors = Asset.People.RECOGNISABLE, asset.minors or consent.minor
    asset.save(update_fields=["people", "minors"])
    # The history is read by all colleagues; it names the picture, not the person.
    HistoryEntry.write(gettext_noop("consent noted"), asset, by=by, library=asset.library)
    return consent


@transaction.atomic
def set_until(consent: Consent, day: date | None, *, by: Person) -> Consent:
    """Let it hold until another day, that day included; None for no end."""
    consent.until = day
    consent.save(update_fields=["until"])
    HistoryEntry.write(gettext_noop("last day of a consent changed"), consent.asset, by=by, library=consent.asset.library)
    return consent


@transaction.atomic
def take_back(consent: Consent, *, why: str, by: Person, now: datetime | None = None) -> bool:
    """The person no longer wants to be shown: from now on our public pages leave the picture out. False when that is known already."""
    fields = {"withdrawn_at": now or timezone.now(), "withdrawn_by": by, "withdrawn_why": why}
    return _mark(consent, gettext_noop("consent withdrawn"), by, withdrawn=False, **fields)


@transaction.atomic
def restore(consent: Consent, *, by: Person) -> bool:
    """The withdrawal was entered by mistake."""
    fields = {"withdrawn_at": None, "withdrawn_by": None, "withdrawn_why": ""}
    return _mark(consent, gettext_noop("consent holds again"), by, withdrawn=True, **fields)


def _mark(consent: Consent, verb: str, by: Person, *, withdrawn: bool, **fields: object) -> bool:
    row = Consent.objects.filter(pk=consent.pk, withdrawn_at__isnull=not withdrawn)
    if not row.update(**fields):
        return False
    consent.refresh_from_db()
    HistoryEntry.write(verb, consent.asset, by=by, library=consent.asset.library)
    return True


def consents_of(assets: Iterable[Asset]) -> dict[int, list[Consent]]:
    """The consents by picture, for one query; for none where nobody has said that people are on them."""
    asked = [one.pk for one in assets if one.people]
    found: dict[int, list[Consent]] = {}
    for one in Consent.objects.filter(asset__in=asked) if asked else ():
        found.setdefault(one.asset_id, []).append(one)
    return found
