"""A day at the desk, from the morning's Today to the last answer: in German and in Swedish, at both widths, each of them by keyboard alone; with
the mouse once each, for whatever works by keys is pressed in the other journeys too.

About forty steps: an approval, three posts (planned, written for a day, from a starter and out at once), a slot moved, five answers
(one of them a saved reply), one put off, one finished and taken back, a note, an absence.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.conftest import page_of
from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.walking import Walker
from tests.servers.desk import Desk, running

pytestmark = pytest.mark.journey

ON_ITS_WAY = 60_000
NOW = datetime.now(ZoneInfo("Europe/Berlin"))
IN_TWO_WEEKS = NOW.replace(hour=10, minute=0) + timedelta(days=14)


@dataclass(frozen=True)
class Place:
    """Who works where, and the words that the day must show in their language."""

    lang: str
    email: str
    channels: tuple[str, str]
    saved: str
    planned: str
    published: str
    free: str
    moved: str
    approved: str
    back: str
    away: str


GERMAN = Place(
    "de",
    "anna.weis@seeborn.example",
    ("Website", "Facebook"),
    "gespeichert um",
    "geplant",
    "veröffentlicht",
    "Vorlesestunde",
    "Verschoben",
    "Manga-Treff",
    "kommt am",
    "Abwesenheit",
)
SWEDISH = Place(
    "sv",
    "nils.akerlund@sjoby.example",
    ("Webbplatsen", "Facebook"),
    "sparat",
    "schemalagt",
    "publicerat",
    "Sagostund",
    "Flyttat",
    "Mangaträffen",
    "kommer tillbaka",
    "Frånvaro",
)


@dataclass
class Day:
    """One person's day."""

    walk: Walker
    hands: Mouse
    place: Place

    @property
    def page(self) -> Page:
        return self.walk.page

    def main(self, selector: str, **more: object) -> Locator:
        """Something on the page itself, not in its frame."""
        return self.page.locator(f"main {selector}", **more)  # type: ignore[arg-type]

    def go(self, path: str, key: str) -> None:
        self.hands.go(self.walk.base + path, key)


class Mornings:
    """A desk of its own for each way of using it, begun when it is first asked for; then the one before is shut, for it listens all the time."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.way = folder, ""
        self.open = ExitStack()

    def of(self, way: str) -> Desk:
        if way != self.way:
            self.open.close()
            self.desk = self.open.enter_context(running(self.folder / way, "demo", "--quiet-public", THEKE_COLLECT_SECONDS="5"))
            self.way = way
        return self.desk


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mornings]:
    """What begins a desk for each way of using it."""
    mornings = Mornings(tmp_path_factory.mktemp("days"))
    with mornings.open:
        yield mornings


@pytest.mark.parametrize(
    ("width", "hands", "place"),
    [
        ("desk", Mouse, GERMAN),
        ("phone", Mouse, SWEDISH),
        ("desk", Keyboard, GERMAN),
        ("desk", Keyboard, SWEDISH),
        ("phone", Keyboard, GERMAN),
        ("phone", Keyboard, SWEDISH),
    ],
    ids=lambda one: getattr(one, "lang", None) or getattr(one, "__name__", str(one)),
)
def test_a_day_at_the_desk(browser: Browser, morning: Mornings, width: str, hands: type[Mouse], place: Place) -> None:
    desk = morning.of(f"{width}-{hands.__name__}")
    walk = Walker(page_of(browser, width), desk.url, width)
    day = Day(walk, hands(walk.page), place)
    walk.sign_in(place.email)
    expect(walk.page.locator("html")).to_have_attribute("lang", place.lang)
    approve_what_waits(day)
    plan_a_post(day)
    write_for_a_day(day)
    publish_from_a_starter(day)
    move_the_slots_post(day)
    answer_five(day)
    be_away(day)
    assert walk.axe() == [] and walk.overflow() <= 0
    walk.page.context.close()
    assert not walk.complaints, walk.complaints


def approve_what_waits(day: Day) -> None:
    """Two presses from Today (E20, E21)."""
    row = day.main("#waiting-list > li[id^=approval]", has_text=day.place.approved)
    day.hands.press(row.locator("a.btn"))
    expect(day.main("#preview")).to_contain_text(day.place.approved)
    day.hands.press(day.main("#approve"))
    expect(day.page).to_have_url(re.compile(r"/posts/[0-9a-f-]+/$"))
    day.walk.sees(day.place.planned)


def begin(day: Day) -> None:
    """An empty draft, ready to be written in."""
    day.go("/write/", "n")
    ready(day)


def ready(day: Day) -> None:
    expect(day.page.locator("draft-autosave:defined")).to_have_count(1)


def saved(day: Day) -> None:
    expect(day.page.locator("#saved[data-state=saved]")).to_contain_text(day.place.saved, timeout=15_000)


def choose(day: Day, *channels: str) -> None:
    for name in channels:
        day.hands.tick(day.page.get_by_role("checkbox", name=name, exact=True))
    expect(day.page.locator("#counters li")).to_have_count(len(channels))


def plan_a_post(day: Day) -> None:
    """Channels, text, topic; the question names all before the last press (E2)."""
    begin(day)
    choose(day, *day.place.channels)
    day.hands.write(day.page.locator("#id_text"), "Kommt vorbei: 10.00, Eintritt frei. Vi ses!")
    day.hands.tick(day.page.locator("input[name=topics]").nth(3))
    saved(day)
    day.hands.press(day.page.locator("[data-ask=plan]"))
    dialog = day.page.locator("dialog[open]")
    expect(dialog.locator("b").first).to_contain_text(re.compile(r"^\s*2 "))
    day.hands.set_moment(dialog.locator("#id_at"), IN_TWO_WEEKS)
    day.hands.press(dialog.locator(".btn.primary"))
    expect(day.page).to_have_url(re.compile(r"/posts/[0-9a-f-]+/"))
    day.walk.sees(day.place.planned)


def write_for_a_day(day: Day) -> None:
    """From the calendar's empty day (E26); the question proposes that day."""
    wanted = (NOW + timedelta(days=16)).date()
    day.go("/calendar/", "g c")
    day.page.goto(f"{day.walk.base}/calendar/week/{wanted}/")
    day.hands.press(day.page.locator(f"#day-{wanted} .plus"))
    ready(day)
    choose(day, day.place.channels[0])
    day.hands.write(day.page.locator("#id_text"), "Für diesen Tag geschrieben / Skrivet för den här dagen")
    saved(day)
    day.hands.press(day.page.locator("[data-ask=plan]"))
    dialog = day.page.locator("dialog[open]")
    expect(dialog.locator("#id_at")).to_have_value(re.compile(f"{wanted}T"))
    day.hands.press(dialog.locator(".btn.primary"))
    expect(day.page).to_have_url(re.compile(r"/posts/[0-9a-f-]+/"))
    day.walk.sees(day.place.planned)


def publish_from_a_starter(day: Day) -> None:
    """A starter's text, filled in; ten seconds; out (E22)."""
    begin(day)
    choose(day, day.place.channels[0])
    day.hands.press(day.page.locator("#beginnings button").nth(1))
    expect(day.page.locator("#id_text")).not_to_have_value("")
    ready(day)
    day.hands.write(day.page.locator("#id_text"), "Buchtipp / Boktips: Momo. Standort / Hylla: Mo.")
    saved(day)
    day.hands.press(day.page.locator("[data-ask=now]"))
    day.hands.press(day.page.locator("dialog[open] .btn.primary"))
    expect(day.page.locator("undo-bar")).to_be_visible()
    expect(day.page.locator("#live .tag.ok")).to_have_count(1, timeout=ON_ITS_WAY)
    day.walk.sees(day.place.published)


def move_the_slots_post(day: Day) -> None:
    """Write for a slot that comes back, then move it without dragging (E24), and undo that (E22)."""
    wanted = (NOW + timedelta(days=21)).date()
    day.go("/calendar/", "g c")
    day.page.goto(f"{day.walk.base}/calendar/week/{wanted}/")
    place = day.page.locator(".entries > li", has_text=day.place.free).first
    day.hands.press(place.locator("a, button").first)
    if day.page.locator("#asking[open], main form[action*=place]").count():
        day.hands.press(day.page.locator("#asking[open] .btn.primary, main form .btn.primary").first)
    ready(day)
    day.hands.write(day.page.locator("#id_text"), "Es war einmal / Det var en gång")
    saved(day)
    day.page.goto(f"{day.walk.base}/calendar/week/{wanted}/")
    entry = day.page.locator(".entry[data-post]", has_text=day.place.free)
    day.hands.press(entry.locator(".acts"))
    asking = day.page.locator("#asking")
    day.hands.set_day(asking.locator("input[type=date]"), NOW + timedelta(days=23))
    day.hands.press(asking.locator(".btn.primary"))
    bar = day.page.locator("undo-bar")
    expect(bar).to_contain_text(day.place.moved)
    day.hands.press(bar.locator("button"))
    expect(entry).to_be_visible()


def answer_five(day: Day) -> None:
    """Whoever waits longest first; one by a saved reply; one is put off and brought back, one gets a note."""
    day.go("/inbox/", "g i")
    put_off_and_bring_back(day)
    for number in range(5):
        day.go("/inbox/", "g i")
        day.hands.press(day.main("#inbox-rows a.cover").first)
        field = day.page.locator("#answer-text")
        if number == 0:
            leave_a_note(day)
            take_a_saved_reply(day)
        else:
            day.hands.write(field, f"Ja, gern. / Ja, gärna. ({number})")
        day.hands.press(day.page.locator("#send-answer"))
        expect(day.page.locator("[id^=undo-]").first).to_be_visible()
    day.go("/inbox/", "g i")
    expect(day.main(".tabs [aria-current=page]").first).to_be_visible()


def put_off_and_bring_back(day: Day) -> None:
    day.hands.press(day.main("#inbox-rows a.cover").first)
    day.hands.press(day.page.locator("#later summary"))
    day.hands.press(day.page.locator("#later-week"))
    bar = day.page.locator("undo-bar")
    expect(bar).to_contain_text(day.place.back)
    day.hands.press(bar.locator("button"))
    expect(day.page).to_have_url(re.compile("/inbox/[0-9a-f-]+/"))


def leave_a_note(day: Day) -> None:
    day.hands.press(day.page.locator("[data-side=note]"))
    day.hands.write(day.page.locator("#note-text"), "Fragt bitte auch im Magazin nach. / Fråga i magasinet också.")
    day.hands.press(day.page.locator("#save-note"))
    expect(day.page.locator(".bubble.note").last).to_contain_text("Magazin")


def take_a_saved_reply(day: Day) -> None:
    day.hands.press(day.page.locator(".replies > summary"))
    day.hands.press(day.page.locator("[data-reply]", has_text=re.compile("^(Öffnungszeiten|Öppettider)")))
    expect(day.page.locator("#answer-text")).to_have_value(re.compile("10[:.]00"))


def be_away(day: Day) -> None:
    """Two steps (B20)."""
    day.page.goto(f"{day.walk.base}/absences/new/")
    day.hands.press(day.page.locator("[id^=quick-]").last)
    day.hands.tick(day.page.locator("input[name=choice]").first)
    day.hands.press(day.page.locator("#save-absence"))
    day.walk.sees(day.place.away)
    expect(day.page).to_have_url(re.compile("/absences/"))
