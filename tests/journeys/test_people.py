"""People and presence in a real browser: an absence in two steps, the colleague who knows, a list of invitations, the look."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import WIDTHS, page_of
from tests.journeys.walking import Walker
from tests.servers.desk import Desk

pytestmark = pytest.mark.journey
LIST = "Name;E-Mail;Zweigstelle\nMia Kern;mia.kern@seeborn.example;Hafen\nFehler;keine-adresse;Mond"


@pytest.fixture(params=list(WIDTHS))
def maria(request: pytest.FixtureRequest, browser: Browser, desk: Desk) -> Iterator[Walker]:
    """The manager, at both widths."""
    page = page_of(browser, request.param)
    walk = Walker(page, desk.url, request.param)
    walk.sign_in("maria.sander@seeborn.example")
    yield walk
    page.context.close()


def is_sound(walk: Walker) -> None:
    """The page as it stands now has no fault that axe knows, and fits."""
    assert walk.axe_in_both_themes() == []
    assert walk.overflow() <= 0 and walk.complaints == []


def test_an_absence_in_two_steps_and_back(maria: Walker) -> None:
    """B20, E22."""
    maria.go("/absences/new/")
    maria.page.locator("#id_starts").fill("2031-12-01")
    maria.page.locator("#id_ends").fill("2031-11-01")
    maria.page.locator("form:has(#id_starts) button.primary").click()
    expect(maria.page.locator(".error-summary")).to_be_visible()
    is_sound(maria)
    maria.page.locator("#id_ends").fill("2031-12-05")
    maria.page.locator("form:has(#id_starts) button.primary").click()
    expect(maria.page.locator("#id_choice")).to_be_visible()
    is_sound(maria)
    maria.page.locator("#save-absence").click()
    expect(maria.page.locator("undo-bar")).to_be_visible()
    expect(maria.page.locator("#absences-later")).to_be_visible()
    is_sound(maria)
    maria.page.locator("undo-bar button").first.click()
    expect(maria.page.locator("#absences-later")).to_have_count(0)


def test_the_colleague_who_knows_is_found_while_typing(maria: Walker) -> None:
    """A07."""
    maria.go("/colleagues/")
    maria.page.locator("#q").press_sequentially("manga", delay=20)
    expect(maria.page.locator("#people li[id^=person]")).to_have_count(1)
    expect(maria.page.locator("#found")).to_contain_text("1 Person")
    expect(maria.page.locator("#q")).to_be_focused()
    is_sound(maria)
    maria.page.locator("#q").fill("nirgends")
    expect(maria.page.locator("#people .empty")).to_be_visible()
    is_sound(maria)


def test_a_list_is_looked_at_before_anybody_is_invited(maria: Walker) -> None:
    """A12."""
    maria.go("/colleagues/list/")
    maria.page.locator("#id_text").fill(LIST)
    maria.page.locator("main button.primary").click()
    expect(maria.page.locator("tr.faulty")).to_have_count(1)
    is_sound(maria)


def test_the_look_is_previewed_and_a_pale_colour_is_refused(maria: Walker) -> None:
    maria.go("/settings/look/")
    maria.page.locator("#id_brand_colour").fill("")
    maria.page.locator("#id_brand_colour").press_sequentially("#FFD000", delay=10)
    expect(maria.page.locator("#look-words")).to_contain_text("zu blass")
    maria.page.locator("#save-look").click()
    expect(maria.page.locator("#take-offer")).to_be_visible()
    is_sound(maria)
    maria.page.locator("#take-offer").click()
    expect(maria.page.locator("undo-bar")).to_be_visible()
    is_sound(maria)
    maria.go("/w/seeborn/accessibility/")
    is_sound(maria)
    maria.go("/settings/look/")
    maria.page.locator("#id_brand_colour").fill("")
    maria.page.locator("#save-look").click()
    expect(maria.page.locator("undo-bar")).to_be_visible()


@pytest.mark.parametrize("path", ["/closings/", "/library/accessibility/", "/notices/?show=all", "/colleagues/7/departure/"])
def test_the_other_pages_are_sound(maria: Walker, path: str) -> None:
    maria.go(path)
    is_sound(maria)
