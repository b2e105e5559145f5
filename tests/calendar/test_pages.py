"""The pages of the calendar: A06, A12, E22, E24 to E28, E40."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.calendar.diary import browser, day, on, out, planned, slot
from tests.people import Cast
from theke.calendar.showing import LEGEND, MOST, MOST_ON_PAPER, SIGNS, WORDS
from theke.people.models import Closing, Person
from theke.posts.models import Post
from theke.publishing.models import Delivery, State
from theke.publishing.scheduling import schedule
from theke.ui.icons import svg

LOOKS = ["week", "month", "list", "day"]


def at(look: str, days: int = 0) -> str:
    return reverse(f"calendar:{look}", args=[day(days)])


def cell(page: str, days: int) -> str:
    """What stands on one day."""
    return page.split(f'id="day-{day(days)}"')[1].split('id="day-')[0].split('class="legend"')[0]


def test_the_first_page_is_this_week_and_says_its_number(people: Cast) -> None:
    page = browser(people.jana).get(reverse("calendar:week"))
    today = people.library.today
    assert f"KW {today.isocalendar().week}" in page.text
    assert f'id="day-{today}"' in page.text and page.text.count('aria-current="date"') >= 1


@pytest.mark.parametrize("look", LOOKS)
def test_every_view_shows_an_entry_with_spine_time_title_and_a_word_for_its_state(people: Cast, look: str) -> None:
    """E25: not by colour alone."""
    channel = factories.channel(people.library, name="Facebook", branch=people.harbour)
    planned(people.jana, channel, on(0, "16:30"), title="Bilderbuchkino")
    shown = cell(browser(people.jana).get(at(look)).text, 0)
    for wanted in ('class="spine', "16:30", "Bilderbuchkino", "geplant", "<svg", "Facebook", "HAF"):
        assert wanted in shown, wanted


@pytest.mark.parametrize("look", LOOKS)
def test_what_a_pause_has_stopped_looks_unlike_what_is_planned_and_can_be_moved(people: Cast, look: str) -> None:
    """R51, E25: a look, a sign and a word of its own in every view, and in the legend."""
    post = planned(people.jana, factories.channel(people.library), on(1))
    Delivery.objects.filter(post=post).update(held_at=timezone.now())
    page = browser(people.jana).get(at(look, 1)).text
    for wanted in ("entry held", svg("circle-pause"), "angehalten", "data-movable"):
        assert wanted in cell(page, 1), wanted
    assert "entry planned" not in page and "entry-sign held" in page
    acts = browser(people.jana).get(reverse("calendar:entry", args=[post.uuid])).text
    assert reverse("publishing:pause") in acts and svg("circle-pause") in acts


def test_every_state_has_a_word_and_a_symbol_of_its_own() -> None:
    """E25."""
    states = [state for state in WORDS if state != State.CANCELLED]
    assert set(LEGEND) <= set(states)
    assert all("<svg" in svg(SIGNS[state]) and str(WORDS[state]) for state in states)
    assert len({SIGNS[str(state)] for state in LEGEND}) == len(LEGEND)


@pytest.mark.parametrize(("state", "tone"), [("sent", "ok"), ("failed", "danger"), ("ask", "warn"), ("late", "warn")])
def test_published_is_ticked_and_trouble_shouts(people: Cast, state: str, tone: str) -> None:
    """E25."""
    out(people.jana, factories.channel(people.library), on(1), state=state)
    assert f"entry {tone}" in cell(browser(people.jana).get(at("week")).text, 1)


def test_a_full_day_says_how_many_more_there_are_and_opens_them(people: Cast) -> None:
    channel = factories.channel(people.library)
    for number in range(MOST["month"] + 3):
        planned(people.jana, channel, on(1, f"{10 + number}:00"), text=f"Nummer {number}")
    page = cell(browser(people.jana).get(at("month")).text, 1)
    assert "3 weitere" in page and at("day", 1) in page
    assert page.count("data-post=") == MOST["month"]
    assert browser(people.jana).get(at("day", 1)).text.count("data-post=") == MOST["month"] + 3


def test_what_goes_out_in_another_zone_than_utc_stands_on_its_own_day(people: Cast) -> None:
    """BrightBean drifts by UTC here."""
    channel = factories.channel(people.library)
    planned(people.jana, channel, datetime(2027, 7, 1, 22, 30, tzinfo=UTC), title="Nachts")
    page = browser(people.jana).get(reverse("calendar:week", args=["2027-07-01"])).text
    assert "Nachts" in page.split('id="day-2027-07-02"')[1].split('id="day-')[0]
    assert "00:30" in page


@pytest.mark.parametrize("day", ["2027-03-28", "2027-10-31"])
def test_a_week_in_which_the_clocks_change_shows_each_post_once_on_its_day(people: Cast, day: str) -> None:
    """Postiz drifts by daylight saving here."""
    channel = factories.channel(people.library)
    for hour in (0, 23):
        local = datetime.combine(datetime.fromisoformat(day), time(hour, 30), people.library.zone)
        schedule(factories.post(people.jana, channel, title=f"Um {hour}"), at=local, by=people.jana)
    page = browser(people.jana).get(reverse("calendar:week", args=[day])).text
    on_that_day = page.split(f'id="day-{day}"')[1].split('class="legend"')[0]
    assert page.count("data-post=") == on_that_day.count("data-post=") == 2
    assert "00:30" in on_that_day and "23:30" in on_that_day


@pytest.mark.parametrize("look", LOOKS)
def test_the_page_asks_as_often_for_three_posts_as_for_one_and_never_more_than_twelve_times(
    people: Cast, look: str, django_assert_max_num_queries: Any
) -> None:
    today = timezone.now() + timedelta(minutes=5)
    jana, counts = browser(people.jana), []
    for _round in range(2):
        for _one in range(2):
            channel = factories.channel(people.library, branch=people.harbour)
            planned(people.jana, channel, today)
            factories.post(people.tom, channel, wished_at=today)
            slot(people.library, branch=people.harbour, weekday=timezone.localdate().weekday())
        with django_assert_max_num_queries(12) as asked:
            page = jana.get(reverse(f"calendar:{look}"))
        counts.append(len(asked.captured_queries))
        assert page.text.count("data-post=") >= 2
    assert counts[0] == counts[1]


def test_filters_stay_for_the_person_until_they_are_taken_off(people: Cast) -> None:
    """E28."""
    one, two = (factories.channel(people.library, name=name) for name in ("Blog", "Mastodon"))
    planned(people.jana, one, on(1), title="Im Blog")
    planned(people.jana, two, on(1), title="Im Fediverse")
    jana = browser(people.jana)
    assert "Im Fediverse" not in jana.get(at("week"), {"channel": one.pk}).text
    again = browser(people.jana).get(at("month")).text
    assert "Im Blog" in again and "Im Fediverse" not in again and "Kanal:" in again
    assert "Im Fediverse" in browser(people.tom).get(at("week")).text, "a colleague sees everything"
    assert "Im Fediverse" in jana.get(at("week"), {"clear": "1"}).text
    assert "Im Fediverse" in jana.get(at("week")).text


def test_the_form_of_filters_takes_everything_off_when_nothing_is_ticked(people: Cast) -> None:
    jana = browser(people.jana)
    jana.get(at("week"), {"branch": people.harbour.pk})
    form = jana.get(reverse("calendar:filters"), {"look": "week", "day": str(day(0))}).text
    assert f'action="{at("week")}"' in form and 'name="branch" value=""' in form and "checked" in form
    jana.get(at("week"), {"branch": "", "channel": "", "state": "", "topic": "", "person": ""})
    assert Person.objects.get(pk=people.jana.pk).remembered["calendar"] == {}


def test_a_script_gets_the_part_with_the_undo_bar_and_without_the_frame(people: Cast) -> None:
    """E22."""
    post = planned(people.jana, factories.channel(people.library), on(1))
    jana = browser(people.jana)
    jana.post(reverse("calendar:move", args=[post.uuid]), {"day": day(2)}, headers={"HX-Request": "true"})
    part = jana.get(at("week"), headers={"HX-Request": "true"})
    assert "<html" not in part.text and 'id="calendar"' in part.text
    assert "Verschoben auf" in part.text and reverse("calendar:move", args=[post.uuid]) in part.text
    assert "HX-Request" in part["Vary"]


def test_only_what_one_may_move_can_be_dragged(people: Cast) -> None:
    """E24, A15."""
    channel = factories.channel(people.library)
    mine = planned(people.jana, channel, on(1))
    theirs = planned(people.tom, channel, on(1))
    draft = factories.post(people.tom, channel, wished_at=on(1))
    gone = out(people.jana, channel, on(1))
    page = browser(people.jana).get(at("week")).text
    movable = {one for one in (mine, theirs, draft, gone) if f'data-post="{one.uuid}" data-movable' in page}
    assert movable == {mine, draft}


def test_the_plus_stands_on_every_day_but_those_that_are_past_and_names_the_day(people: Cast) -> None:
    """E26."""
    page = browser(people.jana).get(at("week")).text
    assert page.count('form="write-for"') == 7
    assert 'aria-label="Für diesen Tag schreiben: Montag, ' in page
    assert 'form="write-for"' not in browser(people.jana).get(reverse("calendar:week", args=["2026-01-05"])).text


def test_an_empty_calendar_offers_one_next_step(people: Cast) -> None:
    page = browser(people.jana).get(at("week")).text
    assert "Noch nichts geplant." in page and "Beitrag schreiben" in page
    narrowed = browser(people.jana).get(at("week"), {"state": "draft"}).text
    assert "Nichts passt zu den Filtern." in narrowed


def test_a_slot_on_a_closing_day_is_called_closed(people: Cast) -> None:
    slot(people.library, branch=people.harbour)
    Closing.objects.create(library=people.library, branch=people.harbour, day=day(1))
    shown = cell(browser(people.jana).get(at("week")).text, 1)
    assert "place closed" in shown and "geschlossen" in shown and "?slot=" not in shown


@pytest.mark.parametrize(
    "address", ["/calendar/week/2026-02-30/", "/calendar/month/9999-12-31/", "/calendar/day/0000-00-00/", "/calendar/year/"]
)
def test_days_that_are_not_there_are_not_found(people: Cast, address: str) -> None:
    assert browser(people.jana).get(address).status_code == 404


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        ({"day": "2026-12-24", "look": "month"}, "/calendar/month/2026-12-24/"),
        ({"day": "2026-12-24", "look": "nonsense"}, "/calendar/week/2026-12-24/"),
        ({"day": "heute"}, "/calendar/"),
        ({"day": "\x00" * 9000, "look": "\x00"}, "/calendar/"),
    ],
)
def test_going_to_a_date(people: Cast, asked: dict[str, str], leads: str) -> None:
    assert browser(people.jana).get(reverse("calendar:jump"), asked)["Location"] == leads


def test_on_paper_where_nobody_can_click_a_full_day_shows_more(people: Cast) -> None:
    """E40."""
    channel = factories.channel(people.library)
    for number in range(MOST_ON_PAPER + 2):
        planned(people.jana, channel, on(1, f"{10 + number}:00"))
    shown = cell(browser(people.jana).get(at("month"), {"paper": "1"}).text, 1)
    assert shown.count("data-post=") == MOST_ON_PAPER and "2 weitere" in shown


def test_on_paper_stand_the_library_the_filters_and_the_legend(people: Cast) -> None:
    """E40: the month plan is printable."""
    page = browser(people.jana).get(at("month"), {"branch": people.harbour.pk}).text
    head = page.split('class="on-paper"')[1].split("</p>")[0]
    assert people.library.name in head and "Zweigstelle: Hafen" in head
    assert 'class="legend"' in page and "nicht veröffentlicht" in page


def test_a_stranger_sees_nothing_of_ours(people: Cast) -> None:
    planned(people.jana, factories.channel(people.library), on(1), title="Unser Beitrag")
    slot(people.library, name="Unser Platz")
    for look in LOOKS:
        page = browser(people.stranger).get(at(look, 1)).text
        assert "Unser" not in page


def test_the_bar_of_the_phone_leads_to_the_calendar_and_the_rail_still_to_the_posts(people: Cast) -> None:
    page = browser(people.jana).get(reverse("calendar:week")).text
    bar = page.split('class="bar"')[1].split("</nav>")[0]
    assert reverse("calendar:week") in bar and reverse("publishing:list") not in bar
    assert reverse("publishing:list") in page.split('class="nav"')[1].split("</nav>")[0]
    assert reverse("publishing:list") in browser(people.jana).get(reverse("desk:settings")).text


def test_the_keys_are_named_and_none_of_them_is_hard_to_type(people: Cast) -> None:
    """E34: keys, none with Alt, none of those that other keyboards do not have."""
    page = browser(people.jana).get(at("week")).text
    main = page.split('id="main"')[1]
    for key in ("n", "t", ",", ".", "f"):
        assert f'data-key="{key}"' in main
    assert not any(f'data-key="{key}"' in main for key in "/[]\\`~")


def test_a_post_that_nobody_wrote_for_has_no_place(people: Cast) -> None:
    factories.post(people.jana, wished_at=on(1), title="", text="")
    assert "data-post=" not in browser(people.jana).get(at("week")).text
    assert Post.objects.count() == 1


def test_what_went_out_says_when_and_cannot_be_taken_out_any_more(people: Cast) -> None:
    post = out(people.jana, factories.channel(people.library), on(1, "16:30"))
    page = browser(people.jana).get(reverse("calendar:entry", args=[post.uuid])).text
    assert "16:30" in page and reverse("calendar:take_out", args=[post.uuid]) not in page
