"""A consent that is withdrawn and a crisis that pauses everything, in a real browser, in German and Swedish, at desk and phone width."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import WIDTHS, page_of
from tests.journeys.walking import Walker
from tests.servers.desk import Desk, running

pytestmark = pytest.mark.journey
MANAGERS = {"de": "maria.sander@seeborn.example", "sv": "elin.strom@sjoby.example"}


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A demo of its own: a pause stops what other journeys wait for."""
    with running(tmp_path_factory.mktemp("crisis"), "demo", "--quiet-public") as started:
        yield started


@pytest.fixture(params=[(lang, width) for lang in MANAGERS for width in WIDTHS], ids="-".join)
def maria(request: pytest.FixtureRequest, browser: Browser, calm: Desk) -> Iterator[Walker]:
    """A manager of the German and of the Swedish library, at both widths."""
    lang, width = request.param
    page = page_of(browser, width)
    walker = Walker(page, calm.url, width)
    walker.sign_in(MANAGERS[lang])
    expect(page.locator("html")).to_have_attribute("lang", lang)
    yield walker
    page.context.close()


def is_sound(walk: Walker) -> None:
    """The page as it stands now has no fault that axe knows, and fits."""
    assert walk.axe_in_both_themes() == []
    assert walk.overflow() <= 0 and walk.complaints == []


def test_a_consent_is_noted_and_withdrawn(maria: Walker) -> None:
    """A24, A25: whoever withdraws is no longer shown by us, and each post that shows them is prepared to be mended."""
    page, who = maria.page, f"Frau Probe ({maria.width})"
    maria.go("/media/")
    page.locator("main a[href^='/media/']:has(img)").last.click()
    page.locator("#id_people").select_option("recognisable")
    page.locator("#save").click()
    page.locator("a[href$='/consents/']").click()
    page.locator("#id_minor").check()
    page.locator("#save").click()
    expect(page.locator("#id_who:invalid, #id_who[aria-invalid=true]")).to_have_count(1)
    expect(page.locator("#id_minor")).to_be_checked()
    page.locator("#id_who").fill(who)
    page.locator("#id_guardians_needed").fill("1")
    page.locator("#id_guardians").fill("1")
    is_sound(maria)
    page.locator("#save").click()
    page.locator("li", has_text=who).locator("a[href$='/withdrawal/']").click()
    is_sound(maria)
    page.locator("#withdraw").click()
    expect(page.locator("h1")).to_contain_text(who)
    expect(page.locator("main .hint.ok")).to_be_visible()
    for row in page.locator("#concerned > li:has(a)").all():
        expect(row.locator("a.btn")).to_be_visible()
    is_sound(maria)


def test_all_that_is_planned_waits_and_each_post_is_asked_about(maria: Walker) -> None:
    """R51: one act stops everything, every page says so, and nothing goes out by itself when it is over."""
    page = maria.page
    maria.go("/pause/")
    page.locator("#start-pause").click()
    expect(page.locator("#id_why[aria-invalid=true], #id_why:invalid")).to_have_count(1)
    page.locator("#id_why").fill(f"Großbrand am Hafen ({maria.width})")
    is_sound(maria)
    page.locator("#start-pause").click()
    for path in ("/", "/calendar/", "/inbox/"):
        maria.go(path)
        maria.sees(f"Großbrand am Hafen ({maria.width})")
    is_sound(maria)
    maria.go("/pause/")
    expect(page.locator("#held button")).to_have_count(0)
    waiting = page.locator("#held > li.held").count()
    assert waiting
    page.locator("#end-pause").click()
    expect(page.locator("#held > li.held")).to_have_count(waiting)
    is_sound(maria)
    first = page.locator("#held > li.held").first
    named = first.get_attribute("id")
    first.locator("button[value=draft]").click()
    expect(page.locator(f"#{named}")).to_have_count(0)
    maria.go("/")
    expect(page.get_by_text(re.compile("Großbrand am Hafen"))).to_have_count(0)
