"""A post that cannot wait and is recalled, and a consent that ends, in a real browser, in German and Swedish, at both widths."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import WIDTHS, page_of
from tests.journeys.test_consent_and_crisis import is_sound
from tests.journeys.walking import Walker
from tests.servers.desk import Desk, running

pytestmark = pytest.mark.journey


@dataclass(frozen=True)
class Place:
    """A demo library: who writes, who looks, and what cannot wait."""

    editor: str
    manager: str
    text: str
    why: str


PLACES = {
    "de": Place("anna.weis@seeborn.example", "maria.sander@seeborn.example", "Im Foyer steht Wasser.", "Rohrbruch"),
    "sv": Place("nils.akerlund@sjoby.example", "elin.strom@sjoby.example", "Det står vatten i entrén.", "Rörläcka"),
}
CHANNEL = "Mastodon"
CLOCK = ZoneInfo("Europe/Berlin")
"""That of both libraries."""


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Desk]:
    """A demo of its own, in which one channel of each library asks for a second pair of eyes."""
    with running(tmp_path_factory.mktemp("urgent"), "demo", "--quiet-public") as started:
        for place in PLACES.values():
            page = page_of(browser)
            walk = Walker(page, started.url, "desk")
            walk.sign_in(place.manager)
            walk.go("/channels/")
            page.get_by_role("link", name=CHANNEL).first.click()
            page.goto(f"{page.url}edit/")
            page.locator("[name=approval][value=always]").check()
            page.locator("main form button[type=submit]").last.click()
            expect(page.locator("[name=approval]")).to_have_count(0)
            page.context.close()
        yield started


@pytest.fixture(params=[(lang, width) for lang in PLACES for width in WIDTHS], ids="-".join)
def pair(request: pytest.FixtureRequest, browser: Browser, strict: Desk) -> Iterator[tuple[Place, Walker, Walker]]:
    """An editor and a manager of the German and of the Swedish library, at both widths."""
    lang, width = request.param
    walkers = []
    for email in (PLACES[lang].editor, PLACES[lang].manager):
        walkers.append(Walker(page_of(browser, width), strict.url, width))
        walkers[-1].sign_in(email)
    yield PLACES[lang], walkers[0], walkers[1]
    for walk in walkers:
        walk.page.context.close()


def send_it_now(editor: Walker, text: str, why: str) -> None:
    """Write, be asked for a reason, give it, and see it go out."""
    page = editor.page
    editor.go("/write/")
    page.get_by_label(CHANNEL).check()
    page.locator("#id_text").fill(text)
    expect(page.locator("#saved[data-state=saved]")).to_be_visible()
    page.locator("#to-send[value=hand_in]").click()
    page.locator("#urgent summary").click()
    page.locator("[name=word]").fill("Danke! Tack!")
    page.locator("#send-urgently").click()
    expect(page.locator("#id_why[aria-invalid=true]")).to_be_visible()
    expect(page.locator("[name=word]")).to_have_value("Danke! Tack!")
    page.locator("#id_why").fill(why)
    is_sound(editor)
    page.locator("#send-urgently").click()
    expect(page.locator("#look")).to_contain_text(why)
    expect(page.locator("#recall")).to_have_count(0)
    expect(page.locator("#live .tag.ok")).to_be_visible(timeout=30_000)


def test_what_cannot_wait_goes_out_and_is_recalled_with_one_tap(pair: tuple[Place, Walker, Walker]) -> None:
    """B12: nobody waits without need; somebody else looks afterwards, from Today, and recalls it everywhere."""
    place, editor, manager = pair
    page, text = manager.page, f"{place.text} ({editor.width})"
    send_it_now(editor, text, place.why)
    manager.go("/")
    page.locator("#waiting-list li", has_text=text).get_by_role("link").last.click()
    is_sound(manager)
    page.locator("#all-right").click()
    expect(page.locator("#recall")).to_have_count(0)
    page.locator("undo-bar button").first.click()
    page.locator("#recall").click()
    expect(page.locator("#recall")).to_have_count(0)
    expect(page.locator("#live li")).to_have_count(2)
    expect(page.locator("#live li").last.locator(".tag.ok")).to_be_visible(timeout=30_000)
    is_sound(manager)


def test_a_consent_that_ends_sooner_holds_what_is_planned_later(pair: tuple[Place, Walker, Walker]) -> None:
    """A25: the post waits with its reason, and the picture stands among those that end soon."""
    _place, _editor, manager = pair
    page = manager.page
    manager.go("/media/?show=ending")
    is_sound(manager)
    manager.go("/media/?q=reader")
    page.locator("#picture-items a").first.click()
    page.locator("#consents a[href$='/last-day/']").click()
    is_sound(manager)
    page.locator("#id_until").fill(datetime.now(CLOCK).date().isoformat())
    page.locator("#save").click()
    expect(page.locator("#consents")).to_be_visible()
    is_sound(manager)
    manager.go("/pause/")
    expect(page.locator("#held .hint.warn")).to_be_visible()
    is_sound(manager)
    page.locator("#held button[value=send]").click()
    expect(page.locator("#held .hint.danger")).to_be_visible()
