"""The guideline in a real browser, in German and Swedish, at desk and phone width: changed, decided, read, confirmed, weighed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import WIDTHS, page_of
from tests.journeys.walking import Walker
from tests.servers.desk import Desk

pytestmark = pytest.mark.journey
MANAGERS = {"de": "maria.sander@seeborn.example", "sv": "elin.strom@sjoby.example"}
THANKS = {"de": "Du hast den Leitfaden bestätigt", "sv": "Du har bekräftat riktlinjerna"}
FITS = {"de": "passt nicht", "sv": "passar inte"}


@pytest.fixture(params=[(lang, width) for lang in MANAGERS for width in WIDTHS], ids="-".join)
def walk(request: pytest.FixtureRequest, browser: Browser, desk: Desk) -> Iterator[tuple[Walker, str]]:
    """A manager of the German and of the Swedish library, at both widths."""
    lang, width = request.param
    page = page_of(browser, width)
    walker = Walker(page, desk.url, width)
    walker.sign_in(MANAGERS[lang])
    yield walker, lang
    page.context.close()


def is_sound(walk: Walker) -> None:
    """The page as it stands now has no fault that axe knows, and fits."""
    assert walk.axe_in_both_themes() == []
    assert walk.overflow() <= 0 and walk.complaints == []


def test_an_edition_is_made_decided_read_and_confirmed(walk: tuple[Walker, str]) -> None:
    """A03, A04, B12, B21."""
    maria, lang = walk
    page = maria.page
    maria.go("/guideline/editions/")
    page.locator("form[action$='/draft/'] button.primary").first.click()
    is_sound(maria)
    page.locator("ol.rows .what a").first.click()
    page.locator(f"#id_do_{lang}").fill(f"{page.locator(f'#id_do_{lang}').input_value()}\n+ {maria.width}")
    is_sound(maria)
    page.locator("main form button.primary").last.click()
    page.locator("a.primary[href$='/decision/']").click()
    page.locator("main form button.primary").click()
    expect(page.locator("#id_decided_by:invalid")).to_have_count(1)
    page.locator("#id_decided_by").fill("Team")
    is_sound(maria)
    page.locator("main form button.primary").click()
    expect(page.locator(".layer-head .hint a, #confirm form").first).to_be_visible()
    maria.go("/")
    page.locator("section[aria-labelledby=guideline] a.btn").click()
    is_sound(maria)
    page.locator("#confirm button.primary").click()
    maria.sees(THANKS[lang])
    is_sound(maria)
    maria.go("/")
    expect(page.locator("section[aria-labelledby=guideline]")).to_have_count(0)


def test_a_question_is_answered_and_a_check_is_weighed(walk: tuple[Walker, str]) -> None:
    """B12, B21, B23, B28."""
    maria, _lang = walk
    page = maria.page
    maria.go("/guideline/questions/reposts/")
    page.locator("#id_words").fill(f"So halten wir es. {maria.width}")
    page.locator("main form button.primary").click()
    maria.sees(f"So halten wir es. {maria.width}")
    is_sound(maria)
    maria.go("/guideline/checks/R35/")
    page.locator("input[name=weight][value=warn]").check()
    page.locator("#id_reason").fill(f"Grund: {maria.width}")
    page.locator("main form button.primary").click()
    maria.sees(f"Grund: {maria.width}")
    is_sound(maria)


def test_a_card_number_is_tried_without_leaving_the_page(walk: tuple[Walker, str]) -> None:
    maria, lang = walk
    page = maria.page
    maria.go("/guideline/ours/")
    page.locator("#id_card_number").fill("123")
    page.locator("button[name=try]").click()
    expect(page.locator("#card-result")).to_contain_text(FITS[lang])
    expect(page.locator("#id_card_number")).to_have_value("123")
    is_sound(maria)
