"""The calendar in a real browser: drawn with the mouse, moved without dragging, by keyboard alone, on both widths, for everybody."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.conftest import page_of
from tests.journeys.walking import Walker
from tests.servers.desk import Desk

pytestmark = pytest.mark.journey

EDITOR = "anna.weis@seeborn.example"
TODAY = datetime.now(ZoneInfo("Europe/Berlin")).date()
WEEK = TODAY - timedelta(days=TODAY.weekday()) + timedelta(days=70)
"""A week of the tests alone, far from what the demo plans."""


def day(number: int, weeks: int = 0) -> date:
    return WEEK + timedelta(days=number, weeks=weeks)


def begun(walk: Walker, on: date, text: str) -> None:
    """Write a draft for a day, by its plus, and come back to its week."""
    walk.go(f"/calendar/week/{on}/")
    cell(walk.page, on).locator(".plus").click()
    expect(walk.page.locator("draft-autosave:defined")).to_have_count(1)
    walk.page.locator("#id_text").fill(text)
    expect(walk.page.locator("#saved[data-state=saved]")).to_contain_text("gespeichert um", timeout=15_000)
    walk.go(f"/calendar/week/{on}/")
    expect(entry(walk.page, text)).to_be_visible()


def cell(page: Page, on: date) -> Locator:
    return page.locator(f"#day-{on}")


def entry(page: Page, text: str) -> Locator:
    return page.locator(".entry:not(.ghost)", has_text=text)


def draw(page: Page, what: Locator, to: Locator) -> None:
    """With the mouse, slowly enough to be a hand."""
    what.evaluate("one => one.scrollIntoView({block: 'center'})")  # late in a month its week lies at the foot of the window
    start, end = what.bounding_box(), to.bounding_box()
    assert start and end
    page.mouse.move(start["x"] + 40, start["y"] + start["height"] - 12)
    expect(page.locator("drag-reschedule.ready")).to_have_count(1)
    page.mouse.down()
    page.mouse.move(start["x"] + 60, start["y"] + start["height"], steps=3)
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] - 20, steps=8)
    page.mouse.up()


@pytest.fixture
def anna(browser: Browser, desk: Desk) -> Iterator[Walker]:
    """An editor at an office PC."""
    walk = Walker(page_of(browser), desk.url, "desk")
    walk.sign_in(EDITOR)
    yield walk
    walk.page.context.close()
    assert not walk.complaints, walk.complaints


def test_an_entry_is_drawn_to_another_day_keeps_its_time_and_comes_back_by_undo(anna: Walker) -> None:
    """E22, E24, E26."""
    begun(anna, day(1), "Mit der Maus gezogen")
    draw(anna.page, entry(anna.page, "Mit der Maus"), cell(anna.page, day(4)))
    moved = cell(anna.page, day(4)).locator(".entry", has_text="Mit der Maus")
    expect(moved).to_contain_text("10:00")
    expect(moved.locator(".what")).to_be_focused()
    anna.page.locator("undo-bar").get_by_role("button", name="Rückgängig").click()
    expect(cell(anna.page, day(1)).locator(".entry", has_text="Mit der Maus")).to_be_visible()


def test_a_refused_move_returns_the_entry_and_says_why(anna: Walker) -> None:
    """The error of the screen: it lies in the past."""
    walk, this_monday = anna, TODAY - timedelta(days=TODAY.weekday())
    month = f"/calendar/month/{TODAY}/"
    begun(walk, TODAY, "Bleibt, wo er ist")
    if this_monday == TODAY:
        pytest.skip("on a Monday nothing of this week is past")
    walk.go(month)
    draw(walk.page, entry(walk.page, "Bleibt, wo"), cell(walk.page, this_monday))
    expect(walk.page.locator("#messages [role=alert]")).to_contain_text("Diese Zeit ist schon vorbei.")
    expect(cell(walk.page, TODAY).locator(".entry", has_text="Bleibt, wo")).to_be_visible()
    walk.complaints = [one for one in walk.complaints if "422" not in one]


def test_drawing_moves_nothing_else_on_the_page_and_escape_gives_up(anna: Walker) -> None:
    """No layout shift while an entry is in the hand."""
    begun(anna, day(2), "Nur ein Versuch")
    before = anna.page.evaluate("[...document.querySelectorAll('.day')].map(one => one.getBoundingClientRect().top)")
    box = entry(anna.page, "Nur ein Versuch").bounding_box()
    assert box
    anna.page.mouse.move(box["x"] + 40, box["y"] + 40)
    expect(anna.page.locator("drag-reschedule.ready")).to_have_count(1)
    anna.page.mouse.down()
    anna.page.mouse.move(box["x"] + 300, box["y"] + 90, steps=5)
    expect(anna.page.locator(".ghost")).to_be_visible()
    assert before == anna.page.evaluate("[...document.querySelectorAll('.day')].map(one => one.getBoundingClientRect().top)")
    anna.page.keyboard.press("Escape")
    anna.page.mouse.up()
    expect(anna.page.locator(".ghost")).to_have_count(0)
    expect(cell(anna.page, day(2)).locator(".entry", has_text="Nur ein Versuch")).to_be_visible()


def test_the_same_is_done_without_dragging_on_both_widths(walker: Walker) -> None:
    """E24, WCAG 2.5.7."""
    text = f"Ohne Ziehen {walker.width}"
    walker.sign_in(EDITOR)
    begun(walker, day(1, weeks=1), text)
    entry(walker.page, text).locator(".acts").click()
    dialog = walker.page.locator("#asking")
    expect(dialog.get_by_label("Tag")).to_be_focused()
    assert walker.axe() == []
    dialog.get_by_label("Tag").fill(f"{day(5, weeks=1)}")
    dialog.get_by_label("Uhrzeit").fill("18:15")
    dialog.get_by_role("button", name="Verschieben").click()
    moved = cell(walker.page, day(5, weeks=1)).locator(".entry", has_text=text)
    expect(moved).to_contain_text("18:15")
    expect(moved.locator(".what")).to_be_focused()
    assert walker.overflow() <= 0


def test_a_time_that_is_not_there_is_said_in_the_dialog_and_what_was_typed_stays(anna: Walker) -> None:
    begun(anna, day(3), "Um halb drei in der Nacht")
    entry(anna.page, "Um halb drei").locator(".acts").click()
    dialog = anna.page.locator("#asking")
    dialog.get_by_label("Tag").fill("2027-03-28")
    dialog.get_by_label("Uhrzeit").fill("02:30")
    dialog.get_by_role("button", name="Verschieben").click()
    expect(dialog.locator(".error-summary")).to_contain_text("02:30")
    expect(dialog.get_by_label("Uhrzeit")).to_have_value(re.compile("02:30"))
    assert anna.axe() == []
    anna.complaints = [one for one in anna.complaints if "422" not in one]


def test_by_keyboard_alone(anna: Walker) -> None:
    """E24, E26, E34: the arrows walk from day to day, Enter opens the day, an entry is moved by its three dots."""
    begun(anna, day(0, weeks=2), "Nur mit Tasten")
    page = anna.page
    cell(page, day(0, weeks=2)).locator(".date").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(cell(page, day(2, weeks=2)).locator(".date")).to_be_focused()
    page.keyboard.press("End")
    expect(cell(page, day(6, weeks=2)).locator(".date")).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/calendar/day/{day(0, weeks=2)}/"))
    entry(page, "Nur mit Tasten").locator(".acts").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#asking").get_by_label("Tag")).to_be_focused()
    page.keyboard.press("Escape")
    expect(entry(page, "Nur mit Tasten").locator(".acts")).to_be_focused()
    page.keyboard.press("t")
    expect(page).to_have_url(re.compile(f"/calendar/day/{TODAY}/"))
    page.keyboard.press(".")
    expect(page).to_have_url(re.compile(f"/calendar/day/{TODAY + timedelta(days=1)}/"))


def test_only_one_day_stands_in_the_way_of_the_tab_key(anna: Walker) -> None:
    anna.go("/calendar/month/2027-01-01/")
    expect(anna.page.locator(".days .date[tabindex='0']")).to_have_count(1)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_any_view_empty_or_full_and_nothing_overflows(browser: Browser, desk: Desk, theme: str) -> None:
    for width in ("desk", "phone"):
        walk = Walker(page_of(browser, width, theme), desk.url, width)
        walk.sign_in(EDITOR)
        pages = [f"/calendar/{look}/{TODAY + timedelta(days=2)}/" for look in ("week", "month", "list", "day")]
        pages += [
            "/calendar/week/2031-01-01/",
            "/calendar/slots/",
            "/calendar/slots/new/",
            "/calendar/feed/",
            "/calendar/filters/",
        ]
        for path in pages:
            walk.go(path)
            assert walk.axe() == [], f"{path} {width} {theme}"
            assert walk.overflow() <= 0, f"{path} {width}"
        walk.go(f"/calendar/week/{TODAY}/")
        walk.page.locator("details.menu > summary").last.click()
        assert walk.axe() == [], "menu open"
        walk.page.locator("#filter").click()
        expect(walk.page.locator("#asking")).to_be_visible()
        assert walk.axe() == [], "dialog open"
        walk.page.context.close()
        assert not walk.complaints, walk.complaints


def test_nothing_overflows_at_320_pixels_and_with_text_at_200_percent(anna: Walker) -> None:
    for size, root in ((320, "106.25%"), (640, "212.5%")):
        anna.page.set_viewport_size({"width": size, "height": 800})
        for path in (f"/calendar/week/{TODAY + timedelta(days=2)}/", f"/calendar/month/{TODAY}/", f"/calendar/list/{TODAY}/"):
            anna.go(path)
            anna.page.evaluate("size => { document.documentElement.style.fontSize = size }", root)
            assert anna.overflow() <= 0, f"{path} at {size}"


def test_without_javascript_a_post_is_moved_on_a_page_of_its_own(browser: Browser, desk: Desk, anna: Walker) -> None:
    begun(anna, day(2, weeks=3), "Ohne Skript")
    context = browser.new_context(java_script_enabled=False, storage_state=anna.page.context.storage_state(), locale="de-DE")
    page = context.new_page()
    page.goto(f"{desk.url}/calendar/week/{day(2, weeks=3)}/")
    entry(page, "Ohne Skript").locator(".acts").click()
    page.get_by_label("Uhrzeit").fill("08:45")
    page.get_by_role("button", name="Verschieben").click()
    page.goto(f"{desk.url}/calendar/week/{day(2, weeks=3)}/")
    expect(entry(page, "Ohne Skript")).to_contain_text("08:45")
    context.close()


def test_a_month_fits_on_paper(anna: Walker) -> None:
    """E40."""
    anna.go(f"/calendar/month/{TODAY}/")
    anna.page.emulate_media(media="print")
    for gone in (".rail", ".tools", ".plus >> nth=0", ".acts >> nth=0"):
        expect(anna.page.locator(gone)).to_be_hidden()
    for there in (".on-paper", ".legend", ".entry .state .words >> nth=0", "h1"):
        expect(anna.page.locator(there)).to_be_visible()
    printed = anna.page.pdf(prefer_css_page_size=True)
    sheets = re.findall(rb"/MediaBox \[0 0 (\d+)[.\d]* (\d+)", printed)
    assert sheets and all((int(wide), int(high)) == (841, 594) for wide, high in sheets), "A4, landscape"
    assert len(sheets) == 1
