"""Answering when something comes between: the sign-in runs out, a colleague is faster."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import page_of
from tests.journeys.walking import Walker
from tests.servers.desk import PASSWORD, Desk

pytestmark = pytest.mark.journey


def at_the_conversation(browser: Browser, desk: Desk, email: str, name: str) -> Page:
    """Someone who has opened the conversation with this person."""
    page = page_of(browser)
    walk = Walker(page, desk.url, "desk")
    walk.sign_in(email)
    walk.go("/inbox/")
    page.get_by_role("link", name=name).first.click()
    expect(page.locator("#answer-text")).to_be_visible()
    return page


def test_an_expired_sign_in_loses_no_answer(browser: Browser, desk: Desk) -> None:
    page = at_the_conversation(browser, desk, "anna.weis@seeborn.example", "Verein Stadtgrün")
    page.context.clear_cookies(name="theke_session")  # the sign-in runs out
    page.locator("#answer-text").fill("Ja, gern, mit Nennung der Bibliothek.")
    page.locator("#send-answer").click()
    expect(page).to_have_url(re.compile("/sign-in/"))
    page.locator("input[name=login]").fill("anna.weis@seeborn.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button").last.click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("main textarea")).to_have_value("Ja, gern, mit Nennung der Bibliothek.")
    page.context.close()


def test_a_colleague_who_writes_is_seen_and_the_slower_answer_is_held(browser: Browser, desk: Desk) -> None:
    tom = at_the_conversation(browser, desk, "tom.ritter@seeborn.example", "vinylfreund")
    henrik = at_the_conversation(browser, desk, "henrik.lohse@seeborn.example", "vinylfreund")
    henrik.locator("#answer-text").press_sequentially("Eine Aufnahme aus Prag.")
    expect(tom.locator("#happening")).to_contain_text("Henrik Lohse", timeout=20_000)
    tom.locator("#answer-text").fill("Fragt Henrik, er weiß es.")
    tom.locator("#send-answer").click()
    expect(tom.locator(".bubble.out").last).to_contain_text("Fragt Henrik")
    henrik.locator("#send-answer").click()
    expect(henrik.locator("#write [role=alert]")).to_be_visible()
    expect(henrik.locator("#answer-text")).to_have_value("Eine Aufnahme aus Prag.")
    expect(henrik.locator(".bubble.out").last).to_contain_text("Fragt Henrik")
    for page in (tom, henrik):
        page.context.close()


def test_a_note_can_not_be_sent_by_mistake(browser: Browser, desk: Desk) -> None:
    page = at_the_conversation(browser, desk, "ute.brandt@seeborn.example", "Tanja W.")
    page.locator("[data-side=note]").click()
    expect(page.locator("#send-answer")).to_be_hidden()
    page.locator("#note-text").fill("Nele ist ab Freitag wieder da.")
    page.locator("#save-note").click()
    expect(page.locator(".bubble.note").last).to_contain_text("Nele ist ab Freitag wieder da.")
    assert page.locator(".bubble.out").count() == 0
    page.context.close()
