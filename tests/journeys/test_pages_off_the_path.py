"""Pages that no link leads to: the first set-up, the wizard's questions, a refused form, what was kept over an expired sign-in."""

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import WIDTHS, page_of
from tests.journeys.test_every_page import NARROW
from tests.journeys.walking import Walker
from tests.servers.desk import Desk

pytestmark = pytest.mark.journey


def faults_of(walk: Walker, name: str, within: str = "html", but: str = "") -> list[str]:
    """What is wrong with the page as it stands, at both widths, in both themes and at 320 px."""
    found = []
    for width in WIDTHS.values():
        walk.page.set_viewport_size(width)  # type: ignore[arg-type]
        found += [f"{name} {width['width']} {fault}" for fault in walk.axe_in_both_themes(within, but)]
    walk.page.set_viewport_size({"width": NARROW, "height": 700})
    found += [f"{name}: {over} px too wide"] if (over := walk.overflow()) > 0 else []
    walk.page.set_viewport_size(WIDTHS["desk"])  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("locale", ["de-DE", "sv-SE"])
def test_the_first_set_up(browser: Browser, empty_desk: Desk, locale: str) -> None:
    walk = Walker(page_of(browser, locale=locale), empty_desk.url, "desk")
    walk.go("/set-up/")
    found = faults_of(walk, "code")
    walk.page.goto(empty_desk.set_up_address())
    for step, fields in {"library": {"#id_name": "Seeborn"}, "branch": {"#id_name": "Mitte", "#id_shelf_code": "MIT"}}.items():
        found += faults_of(walk, step)
        for field, value in fields.items():
            walk.page.locator(field).fill(value)
        walk.page.locator("main .btn.primary").click()
    found += faults_of(walk, "manager")
    walk.page.locator("form").first.evaluate("form => { form.noValidate = true }")
    walk.page.locator("main .btn.primary").click()
    found += faults_of(walk, "manager, refused")
    walk.page.context.close()
    assert not found, found


def test_the_wizard_and_what_was_kept(browser: Browser, desk: Desk) -> None:
    walk = Walker(page_of(browser), desk.url, "desk")
    walk.sign_in("maria.sander@seeborn.example")
    walk.go("/channels/connect/")
    walk.page.locator("form:has(input[value=mastodon]) button").click()
    found = faults_of(walk, "question")
    walk.page.locator("#id_answer").fill("kein server")
    walk.page.locator("main .btn.primary").click()
    found += faults_of(walk, "question, refused")
    walk.go("/profile/")
    walk.page.context.clear_cookies(name="theke_session")
    walk.page.locator("main form:has(#id_name) button.primary").click()
    walk.page.locator("input[name=login]").fill("maria.sander@seeborn.example")
    walk.page.locator("input[name=password]").fill("bibliothek-demo")
    walk.page.locator("main form button").last.click()
    walk.page.wait_for_url("**/kept/")
    found += faults_of(walk, "kept")
    walk.page.context.close()
    assert not found, found
