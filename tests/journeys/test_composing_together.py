"""Two people in one draft, in a real browser: one writes, the other reads and may take over (E10, E32)."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import page_of
from tests.journeys.walking import Walker
from tests.servers.desk import Desk

pytestmark = pytest.mark.journey

JANA, ANNA, UTE = "jana.berg@seeborn.example", "anna.weis@seeborn.example", "ute.brandt@seeborn.example"


def saved(page: Page) -> None:
    """Wait until the server has it."""
    expect(page.locator("#saved[data-state=saved]")).to_contain_text("gespeichert um", timeout=15_000)


@pytest.fixture
def jana(browser: Browser, desk: Desk) -> Iterator[Walker]:
    """Jana, who has begun a draft."""
    walk = Walker(page_of(browser), desk.url, "desk")
    walk.sign_in(JANA)
    walk.go("/write/")
    walk.page.locator("#id_text").fill("Am Samstag wird vorgelesen.")
    saved(walk.page)
    yield walk
    walk.page.context.close()
    assert not walk.complaints, walk.complaints


@pytest.fixture
def anna(browser: Browser, desk: Desk) -> Iterator[Walker]:
    """Anna, on her phone."""
    walk = Walker(page_of(browser, "phone"), desk.url, "phone")
    walk.sign_in(ANNA)
    yield walk
    walk.page.context.close()
    assert not walk.complaints, walk.complaints


def test_e32_the_second_reads_takes_over_and_the_first_keeps_her_words(jana: Walker, anna: Walker) -> None:
    address = jana.page.url
    anna.page.goto(address)
    expect(anna.page.locator("#pen-title")).to_contain_text("Jana Berg schreibt gerade")
    expect(anna.page.locator("#reading")).to_contain_text("Am Samstag wird vorgelesen.")
    assert anna.axe() == [] and anna.overflow() <= 0
    jana.page.route("**/save/", lambda route: route.abort("internetdisconnected"))
    jana.page.locator("#id_text").fill("Nur bei Jana getippt")
    anna.page.locator("#take").click()
    expect(anna.page.locator("#id_text")).to_have_value("Am Samstag wird vorgelesen.")
    jana.page.evaluate("dispatchEvent(new Event('focus'))")
    expect(jana.page.locator("#kept-here")).to_contain_text("Anna Weiß")
    expect(jana.page.locator("#id_text")).to_have_js_property("readOnly", True)
    expect(jana.page.locator("#id_text")).to_have_value("Nur bei Jana getippt")
    assert jana.axe() == []
    jana.complaints = [one for one in jana.complaints if "ERR_INTERNET_DISCONNECTED" not in one]
    jana.page.unroute("**/save/")
    jana.page.locator("#kept-here button").click()
    expect(jana.page.locator("#id_text")).to_have_value("Am Samstag wird vorgelesen.")
    jana.page.locator("#kept-here").get_by_role("button", name="Übernehmen").click()
    expect(jana.page.locator("#id_text")).to_have_value("Nur bei Jana getippt")
    saved(jana.page)


def test_who_leaves_the_page_lets_go_and_the_reader_sees_it_without_reloading(jana: Walker, anna: Walker) -> None:
    anna.page.goto(jana.page.url)
    expect(anna.page.locator("#pen-title")).to_contain_text("schreibt gerade")
    jana.go("/")
    expect(anna.page.locator("#pen-title")).to_contain_text("frei", timeout=20_000)
    anna.page.locator("#take").click()
    expect(anna.page.locator("#composer")).to_be_visible()


def test_the_same_person_goes_on_in_a_second_tab(jana: Walker) -> None:
    other = jana.page.context.new_page()
    other.goto(jana.page.url)
    other.locator("#id_text").fill("Im zweiten Fenster weiter")
    saved(other)
    other.close()


def test_without_javascript_the_second_reads_and_takes_over_too(jana: Walker, browser: Browser, desk: Desk) -> None:
    context = browser.new_context(java_script_enabled=False, locale="de-DE")
    walk = Walker(context.new_page(), desk.url, "desk")
    walk.sign_in(UTE)
    walk.page.goto(jana.page.url)
    expect(walk.page.locator("#reading")).to_contain_text("Am Samstag wird vorgelesen.")
    walk.press("Übernehmen")
    expect(walk.page.locator("#id_text")).to_have_value("Am Samstag wird vorgelesen.")
    context.close()


def test_colleagues_are_offered_after_an_at_in_a_remark(jana: Walker, anna: Walker) -> None:
    """E32: who reads a draft names its author with the keyboard; she writes on undisturbed, and can do the same."""
    path = jana.page.url.removeprefix(jana.base)
    anna.go(path)
    for page, typed, name in ((anna.page, "@ber", "Jana Berg"), (jana.page, "@ann", "Anna Weiß")):
        field = page.locator("#id_remark_text")
        field.press_sequentially(typed)
        expect(page.locator("#remark-completions [role=option]", has_text=name)).to_have_attribute("aria-selected", "true")
        field.press("Enter")
        expect(field).to_have_value(f"@{name} ")
        expect(page.locator("#remark-completions")).to_be_hidden()
    assert anna.axe() == []
    anna.page.locator("#id_remark_text").press_sequentially("stimmt das so? @Tom")
    anna.page.locator("#remark-send").click()
    expect(anna.page.locator("#remark-list")).to_contain_text("@Jana Berg stimmt das so?")
    anna.page.locator("#id_remark_text").press_sequentially("@jan")
    expect(anna.page.locator("#remark-completions")).to_be_visible()  # the field is a new one after sending
