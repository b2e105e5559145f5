"""A second pair of eyes, remarks, starters and the library of pictures, in a real browser (E20, E21, E22, E7, E31)."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import page_of
from tests.journeys.walking import Walker
from tests.servers.desk import Desk

pytestmark = pytest.mark.journey

MARIA, ANNA, UTE = "maria.sander@seeborn.example", "anna.weis@seeborn.example", "ute.brandt@seeborn.example"
CHANNEL = "Blog Südstadt"
Coming = Callable[[str, str], Walker]


@pytest.fixture
def comes(browser: Browser, desk: Desk) -> Iterator[Coming]:
    """Somebody signs in, at the desk or on the phone; nobody's console says anything."""
    walkers: list[Walker] = []

    def come(email: str, width: str = "desk") -> Walker:
        walk = Walker(page_of(browser, width), desk.url, width)
        walk.sign_in(email)
        walkers.append(walk)
        return walk

    yield come
    for walk in walkers:
        walk.page.context.close()
        assert not walk.complaints, walk.complaints


@pytest.fixture
def guarded(comes: Coming) -> Iterator[None]:
    """Maria lets one channel ask for approval, and lets it go again afterwards."""
    _set_approval(comes(MARIA, "desk"), "always")
    yield
    _set_approval(comes(MARIA, "desk"), "never")


def _set_approval(maria: Walker, rule: str) -> None:
    maria.go("/channels/")
    maria.page.get_by_role("link", name=CHANNEL).first.click()
    maria.go(maria.page.url.removeprefix(maria.base) + "edit/")
    maria.page.locator(f"[name=approval][value={rule}]").check()
    maria.press("Speichern")
    maria.sees(CHANNEL)


def saved(page: Page) -> None:
    expect(page.locator("#saved[data-state=saved]")).to_contain_text("gespeichert um", timeout=15_000)


def clean(walk: Walker) -> None:
    assert walk.axe() == []
    assert walk.overflow() <= 0


def test_e20_e21_handed_in_at_the_desk_and_approved_on_the_phone_in_two_taps(comes: Coming, guarded: None) -> None:
    ute = comes(UTE, "desk")
    ute.go("/write/")
    ute.page.get_by_label(CHANNEL).check()
    ute.page.locator("#id_text").fill("Am Freitag zeigen wir, wie man einen Rechner rettet.")
    saved(ute.page)
    expect(ute.page.locator("#to-send")).to_contain_text("Einreichen")
    ute.page.locator("#to-send").click()
    expect(ute.page.locator("#hand-in")).to_be_visible()
    clean(ute)
    ute.page.locator("#when-at").check()
    ute.sees("geht er nicht hinaus")
    ute.page.locator("#when-soon").check()
    ute.page.locator("[name=word]").fill("Bitte heute noch")
    ute.page.locator("#hand-in").click()
    expect(ute.page.locator("#withdraw")).to_be_visible()
    expect(ute.page.locator("#approve")).to_have_count(0)
    anna = comes(ANNA, "phone")
    anna.go("/")
    anna.page.locator("#waiting-list li", has_text="Am Freitag").locator("a[href*=approval]").click()
    expect(anna.page.locator("#approve")).to_be_in_viewport()
    anna.sees("Bitte heute noch")
    clean(anna)
    anna.page.locator("#approve").click()
    expect(anna.page.locator("#undo")).to_be_visible()
    clean(anna)


def test_a_returned_draft_shows_the_word_on_top(comes: Coming, guarded: None) -> None:
    ute = comes(UTE, "desk")
    ute.go("/write/")
    ute.page.get_by_label(CHANNEL).check()
    ute.page.locator("#id_text").fill("Noch nicht ganz fertig.")
    saved(ute.page)
    draft = ute.page.url
    expect(ute.page.locator("#to-send")).to_contain_text("Einreichen")
    ute.page.locator("#to-send").click()
    ute.page.locator("#hand-in").click()
    expect(ute.page.locator("#withdraw")).to_be_visible()
    anna = comes(ANNA, "phone")
    anna.page.goto(ute.page.url)
    anna.page.locator("#deciding summary").click()
    anna.page.locator("[name=answer]").fill("Bitte noch den Ort")
    clean(anna)
    anna.page.locator("#return").click()
    anna.sees("Zurückgegeben")
    ute.page.goto(draft)
    expect(ute.page.locator("#returned")).to_contain_text("Bitte noch den Ort")
    clean(ute)


@pytest.mark.parametrize("width", ["desk", "phone"])
def test_a_remark_is_made_settled_and_taken_back_beside_the_text(comes: Coming, width: str) -> None:
    """A15, A18: the text that is being typed is left alone."""
    ute = comes(UTE, width)
    ute.go("/write/")
    ute.page.locator("#id_text").fill("Ein Text, der stehen bleibt.")
    saved(ute.page)
    ute.page.locator("#id_remark_text").fill("@Anna Weiß, passt das so?")
    ute.page.locator("#remark-send").click()
    expect(ute.page.locator("#remark-list")).to_contain_text("@Anna Weiß, passt das so?")
    expect(ute.page.locator("#id_remark_text")).to_have_value("")
    ute.page.locator("#id_remark_text").fill("Noch etwas")
    ute.page.locator("[id^=remark-turn]").first.click()
    expect(ute.page.locator("#remark-list")).to_contain_text("erledigt von")
    expect(ute.page.locator("#id_remark_text")).to_have_value("Noch etwas")
    expect(ute.page.locator("#id_text")).to_have_value("Ein Text, der stehen bleibt.")
    clean(ute)
    ute.page.locator("#id_remark_text").fill("")
    ute.page.locator("[id^=remark-delete]").first.click()
    expect(ute.page.locator("#messages undo-bar")).to_be_visible()
    ute.page.locator("#messages undo-bar button").click()
    expect(ute.page.locator("#remark-list")).to_contain_text("passt das so?")


def test_a_starter_is_filled_in_with_the_tab_key(comes: Coming) -> None:
    ute = comes(UTE, "desk")
    ute.go("/write/")
    ute.page.locator("#start-event").click()
    field = ute.page.locator("#id_text")
    expect(field).to_be_focused()
    ute.page.keyboard.type("Lesung")
    ute.page.keyboard.press("Tab")
    ute.page.keyboard.type("Freitag")
    assert field.input_value().startswith("Lesung\n\nAm Freitag, [Datum]")
    ute.page.keyboard.press("Escape")
    ute.page.locator("#id_text").focus()
    ute.page.keyboard.press("Escape")
    ute.page.keyboard.press("Tab")
    expect(field).not_to_be_focused()
    clean(ute)


@pytest.mark.parametrize("width", ["desk", "phone"])
def test_pictures_are_taken_from_the_library_without_leaving_the_text(comes: Coming, width: str) -> None:
    ute = comes(UTE, width)
    ute.go("/write/")
    ute.page.locator("#id_text").fill("Mit zwei Bildern.")
    saved(ute.page)
    ute.page.locator("#from-library").click()
    expect(ute.page.locator("#picker-q")).to_be_focused()
    clean(ute)
    picks = ute.page.locator("#picker-grid [name=pictures]")
    picks.nth(0).check()
    first = picks.nth(0).get_attribute("value")
    ute.page.locator("#picker-q").fill("Sessel")
    expect(ute.page.locator("#picker-grid .picture-item")).to_have_count(2)
    expect(ute.page.locator(f"#pick-{first}")).to_be_checked()
    picks.nth(1).check()
    ute.page.locator("#picker-add").click()
    expect(ute.page.locator("#library-dialog")).to_be_hidden()
    expect(ute.page.locator("#picture-list > li")).to_have_count(2)
    expect(ute.page.locator("#picture-list textarea[name$=-alt]").last).not_to_have_value("")
    clean(ute)


@pytest.mark.parametrize("width", ["desk", "phone"])
def test_several_drafts_are_thrown_away_and_come_back(comes: Coming, width: str) -> None:
    """E22, E30."""
    ute = comes(UTE, width)
    for text in ("Erster Versuch", "Zweiter Versuch"):
        ute.go("/write/")
        ute.page.locator("#id_text").fill(text)
        saved(ute.page)
    ute.go("/posts/?show=drafts&of=mine")
    expect(ute.page.locator("#selection")).to_be_hidden()
    for row in range(2):
        ute.page.locator(".rows [name=posts]").nth(row).check()
    expect(ute.page.locator("#selected")).to_have_text("Ausgewählt: 2")
    clean(ute)
    ute.page.locator("#selection-bin").click()
    expect(ute.page.locator("#messages")).to_contain_text("2 Entwürfe")
    ute.page.locator("#messages undo-bar button").click()
    ute.sees("Zweiter Versuch")


@pytest.mark.parametrize("width", ["desk", "phone"])
def test_the_pages_of_pictures_templates_and_bin_hold(comes: Coming, width: str) -> None:
    anna = comes(ANNA, width)
    for path in (
        "/media/",
        "/media/?show=unused",
        "/media/?q=nirgends",
        "/media/1/",
        "/write/bin/",
        "/write/starters/",
        "/write/starters/new/",
        "/posts/?show=published&of=all",
        "/posts/?show=approval",
    ):
        anna.go(path)
        assert anna.axe() == [], path
        assert anna.overflow() <= 0, path
