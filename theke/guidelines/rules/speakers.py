"""What speakers have asked for at their events (R62)."""

from datetime import timedelta

from theke.guidelines.rules.base import Context, Draft, Entry, Finding, Happening
from theke.networks.base import gettext_noop

POINT = "5-respect"
LASTS = timedelta(hours=3)
"""How long an event is thought to last whose end nobody has entered."""
NO_REPORT = gettext_noop("Whoever speaks at “%(event)s” does not want to be reported on while it lasts.")
NO_PICTURE = gettext_noop("Whoever speaks at “%(event)s” does not want to be photographed.")


def speakers_wishes_hold(draft: Draft, context: Context) -> list[Finding]:
    """R62: nothing goes out during an event whose speakers want no live reports, and no picture of those who want none. Blocks."""
    event = draft.event
    if event is None:
        return []
    live = (
        []
        if event.may_report or not _is_on(event, context)
        else [Finding("R62", "block", POINT, NO_REPORT, {"event": event.title})]
    )
    shown = [one for one in draft.pictures if not event.may_show and one.people != "none" and one.medium != "audio"]
    return [*live, *(Finding("R62", "block", POINT, NO_PICTURE, {"event": event.title}, picture=one.key) for one in shown)]


def _is_on(event: Happening, context: Context) -> bool:
    return event.starts <= context.at < (event.ends or event.starts + LASTS)


ENTRIES = (Entry("R62", POINT, "block", gettext_noop("Speakers' wishes"), speakers_wishes_hold, waits_for="events"),)
