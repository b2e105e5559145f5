"""R62: what speakers have asked for at their events (A25, B34)."""

from dataclasses import replace
from datetime import timedelta

from tests.guidelines.drafts import NOON, draft
from theke.guidelines.rules import speakers
from theke.guidelines.rules.base import Context, Happening, Picture
from theke.guidelines.rules.speakers import speakers_wishes_hold

QUIET = Happening("Mara liest", starts=NOON.at - timedelta(minutes=10), may_report=False)
HIDDEN = Happening("Mara liest", starts=NOON.at - timedelta(minutes=10), may_show=False)


def test_r62_nothing_goes_out_live_where_the_speaker_wants_no_reports() -> None:
    (found,) = speakers_wishes_hold(draft(event=QUIET), NOON)
    assert (found.severity, found.words, found.params) == ("block", speakers.NO_REPORT, {"event": "Mara liest"})


def test_r62_before_and_after_it_may_be_spoken_of() -> None:
    for later in (timedelta(minutes=-11), timedelta(hours=3)):
        assert speakers_wishes_hold(draft(event=QUIET), Context(at=NOON.at + later)) == []
    ended = replace(QUIET, ends=NOON.at)
    assert speakers_wishes_hold(draft(event=ended), NOON) == []


def test_r62_no_picture_of_whoever_wants_none() -> None:
    shown = draft(
        event=HIDDEN,
        pictures=(Picture("7", "Mara am Pult"), Picture("8", "Der Saal", people="none"), Picture("9", "", medium="audio")),
    )
    assert [one.picture for one in speakers_wishes_hold(shown, NOON)] == ["7"]
    assert speakers_wishes_hold(replace(shown, event=replace(HIDDEN, may_show=True)), NOON) == []


def test_r62_without_an_event_there_is_nothing_to_ask_and_it_waits_for_events() -> None:
    assert speakers_wishes_hold(draft(), NOON) == []
    assert [entry.waits_for for entry in speakers.ENTRIES] == ["events"]
