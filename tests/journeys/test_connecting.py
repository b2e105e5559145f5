"""Connecting an account by signing in on its own server, as most libraries will."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import page_of
from tests.journeys.walking import Walker
from tests.servers.desk import Desk
from tests.servers.mastodon import Mastodon

pytestmark = [pytest.mark.journey, pytest.mark.real]


def test_signing_in_on_the_network_connects_the_account(browser: Browser, desk: Desk, fediverse: Mastodon) -> None:
    page = page_of(browser)
    walk = Walker(page, desk.url, "desk")
    walk.sign_in("elin.strom@sjoby.example")  # the Swedish library has no such channel yet
    walk.go("/channels/connect/")
    page.locator("form:has(input[value=mastodon]) button").click()
    page.locator("#id_answer").fill(fediverse.url)
    page.locator("main .btn.primary").click()
    page.locator("main .btn.primary").click()  # no token
    page.locator("main a.btn.primary").click()  # sign in there
    expect(page).to_have_url(re.compile(re.escape(fediverse.url)))
    page.get_by_role("button", name=re.compile("@lesemaus")).click()
    expect(page).to_have_url(re.compile(rf"{re.escape(desk.url)}/channels/\d+/edit/"))
    page.locator("#id_name").fill("Fediversum")
    page.locator("main .btn.primary").click()
    walk.sees("Fediversum")
    assert "lesemaus" in page.locator("main").inner_text()
    page.context.close()


def test_coming_back_with_a_forged_state_connects_nothing(browser: Browser, desk: Desk) -> None:
    page = page_of(browser)
    walk = Walker(page, desk.url, "desk")
    walk.sign_in("elin.strom@sjoby.example")
    before = walk.page.request.get(f"{desk.url}/channels/").text().count("/channels/")
    walk.go("/channels/connect/return/?code=stolen&state=forged")
    assert walk.page.request.get(f"{desk.url}/channels/").text().count("/channels/") == before
    page.context.close()
