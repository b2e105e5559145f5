"""Habits that hold on every page: keys with a switch, one box for finding and doing, help, undo, Esc (E22, E33, E34, E35)."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import WIDTHS, page_of
from tests.journeys.walking import Walker
from tests.servers.desk import Desk

pytestmark = pytest.mark.journey

TOM = "tom.ritter@seeborn.example"
A_MOMENT = 300
"""Milliseconds between two keys of a quick hand; a dialog that closes gives the focus back in a task of its own."""


@pytest.fixture
def tom(browser: Browser, desk: Desk) -> Iterator[Walker]:
    """An editor at an office PC, on Today."""
    walk = Walker(page_of(browser), desk.url, "desk")
    walk.sign_in(TOM)
    yield walk
    walk.page.context.close()
    assert not walk.complaints, walk.complaints


def press(walk: Walker, *keys: str) -> None:
    """Press keys, once the page listens."""
    expect(walk.page.locator("find-box:defined")).to_have_count(1)
    for key in keys:
        walk.page.keyboard.press(key)


@pytest.mark.parametrize("show", ["all", "unused", "ended"])
def test_the_chosen_tab_is_in_view_on_a_phone(tom: Walker, show: str) -> None:
    tom.page.set_viewport_size(WIDTHS["phone"])  # type: ignore[arg-type]
    tom.go(f"/media/?show={show}")
    expect(tom.page.locator(".tabs [aria-current]")).to_be_in_viewport(ratio=0.98)


def test_two_keys_lead_to_the_main_pages(tom: Walker) -> None:
    for keys, path in (
        ("g i", "/inbox/"),
        ("g c", "/calendar/"),
        ("g p", "/posts/"),
        ("g m", "/media/"),
        ("g l", "/guideline/"),
        ("g e", "/settings/"),
        ("g t", "/"),
    ):
        press(tom, *keys.split())
        expect(tom.page).to_have_url(tom.base + path)


def test_the_question_mark_lists_the_keys_of_the_page_and_the_switch_turns_them_off(tom: Walker) -> None:
    press(tom, "?")
    keys = tom.page.locator("#keys")
    expect(keys).to_be_visible()
    expect(keys.locator("#keys-here tr", has_text="Posteingang")).to_contain_text("G I")
    assert tom.axe() == []
    keys.get_by_role("button", name="Einzelne Tasten ausschalten").click()
    expect(tom.page.locator("short-cuts")).to_have_attribute("data-on", "off")
    press(tom, "g", "i")
    tom.page.wait_for_timeout(400)
    expect(tom.page).to_have_url(tom.base + "/")
    press(tom, "?")
    keys.get_by_role("button", name="Einzelne Tasten einschalten").click()
    press(tom, "g", "i")
    expect(tom.page).to_have_url(tom.base + "/inbox/")


@pytest.mark.parametrize("held", ["Alt", "Control+Alt", "Control", "Meta"])
def test_no_key_does_anything_together_with_another(tom: Walker, held: str) -> None:
    """On a German Mac Option+L types @; elsewhere AltGr is Ctrl+Alt: neither may jump anywhere."""
    tom.go("/inbox/")
    tom.page.locator("#inbox-rows a.cover").first.click()
    here = tom.page.url
    for key in ("l", "e", "t", "n"):
        if (held, key) not in {("Control", "t"), ("Control", "n"), ("Meta", "t"), ("Meta", "n")}:  # the browser's own
            press(tom, f"{held}+{key}")
    tom.page.wait_for_timeout(300)
    assert tom.page.url == here
    expect(tom.page.locator("[data-side=answer]")).to_have_attribute("aria-pressed", "true")


def test_in_a_field_keys_are_letters_and_escape_leaves_it_with_the_text(tom: Walker) -> None:
    tom.go("/inbox/")
    tom.page.locator("#inbox-rows a.cover").first.click()
    field = tom.page.locator("#answer-text")
    field.fill("")
    field.press_sequentially("Gern, neulich")
    expect(field).to_have_value("Gern, neulich")
    press(tom, "Escape")
    expect(field).not_to_be_focused()
    press(tom, "n")
    expect(tom.page.locator("#note-text")).to_be_focused()
    press(tom, "Escape", "r")
    expect(field).to_be_focused()
    expect(field).to_have_value("Gern, neulich")
    field.fill("")
    press(tom, "Escape")


def test_j_and_k_walk_the_rows_and_e_finishes_with_a_way_back(tom: Walker) -> None:
    tom.go("/inbox/")
    rows = tom.page.locator("#inbox-rows a.cover")
    count = rows.count()
    press(tom, "j", "j")
    expect(rows.nth(1)).to_be_focused()
    press(tom, "k", "Enter")
    expect(tom.page).to_have_url(re.compile("/inbox/[0-9a-f-]{36}/"))
    press(tom, "e")
    bar = tom.page.locator("undo-bar")
    expect(bar).to_contain_text("Erledigt")
    expect(rows).to_have_count(count - 1)
    press(tom, "z")
    expect(tom.page).to_have_url(re.compile("/inbox/[0-9a-f-]{36}/"))
    tom.go("/inbox/")
    expect(rows).to_have_count(count)


def test_one_box_finds_pages_commands_and_what_was_written(tom: Walker) -> None:
    press(tom, "Control+k")
    box = tom.page.locator("#find-words")
    expect(box).to_be_focused()
    box.press_sequentially("kalen")
    expect(tom.page.locator("[data-commands] [role=option]").first).to_contain_text("Kalender")
    box.fill("vorlese")
    expect(tom.page.locator("[data-found] [role=option]").first).to_be_visible()
    assert tom.axe() == []
    press(tom, "Escape")
    expect(box).not_to_be_visible()
    tom.page.wait_for_timeout(A_MOMENT)
    press(tom, "s")
    expect(box).to_be_focused()
    box.fill("kalender")
    expect(tom.page.locator("[data-commands] [role=option]").first).to_have_attribute("aria-selected", "true")
    press(tom, "Enter")
    expect(tom.page).to_have_url(re.compile("/calendar/"))


def test_without_a_connection_the_box_says_so(tom: Walker) -> None:
    press(tom, "Control+k")
    tom.page.context.set_offline(True)
    tom.page.locator("#find-words").fill("irgendwas")
    expect(tom.page.locator("[data-found]")).to_contain_text("Keine Verbindung")
    tom.page.context.set_offline(False)
    tom.complaints = [one for one in tom.complaints if "ERR_INTERNET_DISCONNECTED" not in one]


def test_help_is_two_presses_away_and_gives_the_focus_back(tom: Walker) -> None:
    press(tom, "Escape")
    opener = tom.page.locator(".rail-foot a[href='#help']")
    opener.press("Enter")
    expect(tom.page.locator("#help")).to_be_visible()
    assert tom.axe() == []
    press(tom, "Escape")
    expect(opener).to_be_focused()
