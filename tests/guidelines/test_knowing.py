"""What the rules may know of a library, kept between requests and never out of date."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests import factories
from tests.guidelines.documents import in_force, today, town
from tests.people import Cast
from theke.guidelines.confirming import confirm
from theke.guidelines.handling import agree, enter, take_back
from theke.guidelines.knowing import context_of, cover_right, may_publish, point_of
from theke.guidelines.layering import own_layer
from theke.guidelines.models import CoverRight, ElectionPeriod, OwnThings
from theke.guidelines.policies import answer
from theke.guidelines.weighing import set_weight
from theke.people.introducing import introduce
from theke.people.models import Absence, Closing, OpeningHours

SATURDAY = datetime(2026, 11, 28, 11, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def test_knowing_costs_one_query_once_it_is_known(people: Cast) -> None:
    channel = factories.channel(people.library)
    context_of(people.library, author=people.jana, channels=[channel])
    with CaptureQueriesContext(
        connection,
    ) as asked:
        context_of(people.library, author=people.jana, channels=[channel])
        point_of(people.library, "4-law")
    assert len(asked) == 1


def test_what_is_ours_is_known_at_once(people: Cast) -> None:
    assert context_of(people.library).own.domains == ()
    row = OwnThings.of(people.library)
    row.domains, row.allowed, row.harsh = ["seeborn.example"], ["Idiot"], {"de": ["Depp"]}
    row.save()
    OwnThings.touch(people.library)
    own = context_of(people.library).own
    assert own.domains == ("seeborn.example",)
    assert (own.allowed, own.harsh["de"]) == (frozenset({"idiot"}), frozenset({"depp"}))


def test_another_librarys_things_are_not_known(people: Cast) -> None:
    row = OwnThings.of(people.library)
    row.domains = ["seeborn.example"]
    row.save()
    OwnThings.touch(people.library)
    assert people.stranger.library is not None
    assert context_of(people.stranger.library).own.domains == ()


def test_houses_are_known_with_hours_and_closing_days_that_come_and_go(people: Cast) -> None:
    OpeningHours.objects.create(branch=people.harbour, weekday=5, opens=time(10), closes=time(14))
    day = today(people.library) + timedelta(days=2)
    known = {one.name: one for one in context_of(people.library).houses}
    assert known["Hafen"].hours == {5: ((time(10), time(14)),)} and known["Südstadt"].hours == {}
    closing = Closing.objects.create(library=people.library, day=day, reason="Inventur")
    assert all(one.closed == {day: "Inventur"} for one in context_of(people.library).houses)
    closing.delete()
    assert not any(one.closed for one in context_of(people.library).houses)


@pytest.mark.parametrize(
    ("clock", "staffed"), [(time(9), True), (time(12, 55), True), (time(13, 30), False), (time(20), False)]
)
def test_whether_somebody_is_there_afterwards_is_read_off_the_hours(people: Cast, clock: time, staffed: bool) -> None:
    assert context_of(people.library, SATURDAY).staffed is None
    OpeningHours.objects.create(branch=people.harbour, weekday=5, opens=time(10), closes=time(14))
    assert context_of(people.library, datetime.combine(SATURDAY.date(), clock, SATURDAY.tzinfo)).staffed is staffed


def test_the_author_who_will_be_away_is_named_with_the_stand_in(people: Cast) -> None:
    day = SATURDAY.date()
    Absence.objects.create(person=people.jana, stand_in=people.tom, starts=day, ends=day)
    found = context_of(people.library, SATURDAY, author=people.jana)
    assert (found.absent, found.next_in_line) == (("Jana Berg",), "Tom Ritter")
    assert context_of(people.library, SATURDAY + timedelta(days=1), author=people.jana).absent == ()
    assert context_of(people.library, SATURDAY, author=people.tom).absent == ()
    together = context_of(people.library, SATURDAY, author=people.tom, others=[people.jana, people.anna])
    assert together.absent == ("Jana Berg",)


def test_a_profile_that_says_too_little_is_known(people: Cast) -> None:
    channel = factories.channel(people.library, network_key="mastodon", profile={"name": "Wir", "about": "Bücher"})
    found = context_of(people.library, channels=[channel])
    assert "library" in found.bio_gaps[str(channel.pk)][0] or "Bibliothek" in found.bio_gaps[str(channel.pk)][0]
    assert found.languages[str(channel.pk)] == ("de",)


def test_an_election_counts_from_its_first_day_to_its_last(people: Cast) -> None:
    day = SATURDAY.date()
    ElectionPeriod.objects.create(library=people.library, name="Wahl", first=day, last=day)
    OwnThings.touch(people.library)
    assert context_of(people.library, SATURDAY).election
    assert not context_of(people.library, SATURDAY + timedelta(days=1)).election


def test_b12_the_stricter_layer_wins_and_is_named(people: Cast) -> None:
    in_force(people)
    theirs = town(people).guideline
    own, day = own_layer(people.library), today(people.library)
    set_weight(own, "R35", "off", valid_from=day, reason="Wir mögen Emoji.", by=people.maria)
    assert context_of(people.library).settings["R35"].severity is None
    set_weight(theirs, "R35", "warn", valid_from=day, reason="Hausordnung", by=people.maria)
    found = context_of(people.library).settings["R35"]
    assert (found.severity, found.layer) == ("warn", "Stadt Seeborn")
    set_weight(own, "R35", "block", valid_from=day, reason="Doch strenger", by=people.maria)
    assert context_of(people.library).settings["R35"].layer == own.name
    set_weight(own, "R35", "", valid_from=day, reason="Zurück", by=people.maria)
    assert context_of(people.library).settings["R35"].layer == "Stadt Seeborn"


def test_b21_a_weight_counts_from_its_day_on(people: Cast) -> None:
    day = today(people.library) + timedelta(days=5)
    set_weight(own_layer(people.library), "R35", "block", valid_from=day, reason="Ab Montag", by=people.maria)
    assert "R35" not in context_of(people.library).settings
    later = timezone.now() + timedelta(days=6)
    assert context_of(people.library, later).settings["R35"].severity == "block"


def test_a03_confirmation_is_asked_for_only_where_the_library_wants_it(people: Cast) -> None:
    edition = in_force(people)
    assert context_of(people.library, author=people.jana).acknowledged is None
    row = OwnThings.of(people.library)
    row.asks_confirmation = True
    row.save()
    OwnThings.touch(people.library)
    assert context_of(people.library, author=people.jana).acknowledged is False and not may_publish(people.jana, people.library)
    confirm(people.jana, [edition.pk], today(people.library))
    assert context_of(people.library, author=people.jana).acknowledged is True and may_publish(people.jana, people.library)


def test_a03_so_is_the_introduction(people: Cast) -> None:
    row = OwnThings.of(people.library)
    row.asks_introduction = True
    row.save()
    OwnThings.touch(people.library)
    assert not may_publish(people.jana, people.library)
    introduce(people.jana, by=people.anna)
    assert may_publish(people.jana, people.library)


def test_b22_a_private_name_counts_after_two_confirmations_and_the_librarys_answers(people: Cast) -> None:
    day = today(people.library)
    enter(people.jana, "janaliest")
    assert context_of(people.library).own.handles == {"janaliest": False}
    assert agree(people.jana)
    assert context_of(people.library).own.handles == {"janaliest": False}, "strictly separate counts by default"
    for question, option in (("accounts", "one_way"), ("signing", "named")):
        answer(people.library, question, option, words="", decided_on=day, review_on=day, by=people.maria)
    assert context_of(people.library).own.handles == {"janaliest": True}
    take_back(people.jana)
    assert context_of(people.library).own.handles == {}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("978-3-00000-12-4", "Leuchtturm"),
        ("9783000001234", "Leuchtturm"),
        ("leuchtturm", "Leuchtturm"),
        ("978-1-23", None),
        ("", None),
    ],
)
def test_l9_what_a_publisher_allows_is_found_by_isbn_or_name(people: Cast, asked: str, found: str | None) -> None:
    CoverRight.objects.create(library=people.library, publisher="Leuchtturm", isbn_prefix="978-3-00000", may="whole")
    OwnThings.touch(people.library)
    right = cover_right(people.library, asked)
    assert (right.publisher if right else None) == found


def test_a_point_is_named_as_the_library_names_it(people: Cast) -> None:
    assert point_of(people.library, "4-law").startswith("4. ")
    edition = in_force(people)
    point = edition.points.get(anchor="4-law")
    point.title = {"de": "Bei uns gilt das Recht"}
    point.save()
    OwnThings.touch(people.library)
    context_of(people.library)
    assert point_of(people.library, "4-law") == "4. Bei uns gilt das Recht"
    assert point_of(None, "4-law").startswith("4. ") and point_of(people.library, "unknown") == ""


def test_days_are_those_of_the_library(people: Cast) -> None:
    late = datetime(2026, 11, 28, 23, 30, tzinfo=ZoneInfo("UTC"))
    ElectionPeriod.objects.create(library=people.library, name="Wahl", first=date(2026, 11, 29), last=date(2026, 11, 29))
    OwnThings.touch(people.library)
    assert context_of(people.library, late).election


def test_a_library_without_a_land_keeps_the_holidays_of_its_country(people: Cast) -> None:
    """R44: the same place as for the calendar, however it was entered."""
    people.library.jurisdiction, people.library.time_zone = "", "Europe/Stockholm"
    assert context_of(people.library, timezone.now()).region == "SE"
    people.library.jurisdiction = " de-nw "
    assert context_of(people.library, timezone.now()).region == "DE-NW"
