"""A01: from an empty installation to the first published post in at most ten steps."""

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import page_of
from tests.journeys.walking import Walker
from tests.servers.desk import Desk

pytestmark = pytest.mark.journey

MOST_STEPS = 10


class Counting(Walker):
    """Counts each page that is sent off."""

    steps = 0

    def step(self, what: str = "main .btn.primary") -> None:
        """Press what ends a step, the page's main button unless something else is named."""
        self.steps += 1
        self.page.locator(what).last.click()


def set_up(walk: Counting, address: str) -> None:
    """Answer the questions of the first set-up."""
    page = walk.page
    page.goto(address)
    page.locator("#id_name").fill("Stadtbibliothek Seeborn")
    walk.step()
    page.locator("#id_name").fill("Zentrale")
    page.locator("#id_shelf_code").fill("ZEN")
    walk.step()
    page.locator("#id_name").fill("Maria Sander")
    page.locator("#id_email").fill("maria.sander@seeborn.example")
    page.locator("#id_password").fill("ein langes Kennwort 7")
    walk.step()


def test_a01_from_empty_to_the_first_post_in_ten_steps(browser: Browser, empty_desk: Desk) -> None:
    page = page_of(browser, "desk")
    walk = Counting(page, empty_desk.url, "desk")
    set_up(walk, empty_desk.set_up_address())
    walk.step()  # connect a channel
    walk.step("form:has(input[value=practice]) button")
    page.locator("form #id_name").fill("Seeborn übt")
    walk.step()  # open and allow
    walk.step()  # how it is used
    walk.go("/write/")
    page.locator("textarea").first.fill("Die Stadtbibliothek ist jetzt auch hier. Fragt uns!")
    page.locator("input[name=channels]").check()
    page.locator("[data-ask=now]").click()
    walk.step("dialog[open] .btn.primary")
    expect(page.get_by_text("veröffentlicht", exact=True).first).to_be_visible(timeout=40_000)
    assert walk.steps <= MOST_STEPS
    assert not walk.complaints, walk.complaints
    page.context.close()
