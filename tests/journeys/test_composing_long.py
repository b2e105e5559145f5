"""Habits of writing, in a real browser: chains, completion, emoji, one sentence before sending (E2, E6, E27, E35)."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import page_of
from tests.journeys.walking import Walker
from tests.servers.desk import Desk

pytestmark = pytest.mark.journey

LONG = "Am Samstag, 21. November, lesen wir z. B. ab 15 Uhr im Hafen vor. " * 12


@pytest.fixture(params=["desk", "phone"])
def walk(request: pytest.FixtureRequest, browser: Browser, desk: Desk) -> Iterator[Walker]:
    """An empty draft for Mastodon."""
    walker = Walker(page_of(browser, request.param), desk.url, request.param)
    walker.sign_in("jana.berg@seeborn.example")
    walker.go("/write/")
    walker.page.locator(".chip", has_text="Mastodon").first.locator("input").check()
    expect(walker.page.locator("#counters li")).to_have_count(1)
    yield walker
    walker.page.context.close()
    assert not walker.complaints, walker.complaints


def saved(page: Page) -> None:
    """Wait until the server has it."""
    expect(page.locator("#saved[data-state=saved]")).to_contain_text("gespeichert um", timeout=15_000)


def parts(page: Page) -> list[str]:
    """What stands on the cards."""
    return [card.input_value() for card in page.locator(".part-card textarea").all()]


def test_a_text_too_long_becomes_cards_that_are_moved_joined_and_one_text_again(walk: Walker) -> None:
    page = walk.page
    page.locator("#id_text").fill(LONG.strip())
    page.get_by_role("button", name=re.compile("Auf 2 Beiträge aufteilen")).click()
    expect(page.locator(".part-card")).to_have_count(2)
    assert walk.axe() == [] and walk.overflow() <= 0
    first, second = parts(page)
    assert f"{first} {second}" == LONG.strip()
    down = page.locator(".part-card [data-act=down]").first
    down.focus()
    page.keyboard.press("Enter")
    assert parts(page) == [second, first]
    assert page.evaluate("document.activeElement.closest('.part-card') !== null"), "the focus goes with the card"
    page.locator(".part-card textarea").last.fill("Neu geschrieben.")
    expect(page.locator(".part-card [data-number]").last).to_have_text(re.compile(r"^\d+ / 500"))
    page.locator("[data-add]").click()
    expect(page.locator(".part-card")).to_have_count(3)
    page.keyboard.type("Noch einer")
    saved(page)
    page.reload()
    assert parts(page) == [second, "Neu geschrieben.", "Noch einer"]
    page.locator(".part-card [data-act=join]").nth(1).click()
    assert parts(page) == [second, "Neu geschrieben. Noch einer"]
    page.locator(".part-card [data-act=remove]").first.click()
    expect(page.locator("textarea[name^=own-]")).to_have_value("Neu geschrieben. Noch einer")
    saved(page)


def test_the_chain_goes_back_to_the_text_as_it_was(walk: Walker) -> None:
    page = walk.page
    page.locator("#id_text").fill(LONG.strip())
    page.get_by_role("button", name=re.compile("aufteilen")).click()
    page.get_by_role("button", name="Wieder ein Beitrag").click()
    expect(page.locator("#id_text")).to_have_value(LONG.strip())
    expect(page.locator(".part-card")).to_have_count(0)


def test_hash_offers_words_by_keyboard_and_escape_loses_nothing(walk: Walker) -> None:
    page, asked = walk.page, []
    page.on("request", lambda request: asked.append(request.url) if "completions" in request.url else None)
    text = page.locator("#id_text")
    text.press_sequentially("Kommt zu #haf")
    expect(page.get_by_role("option", name="#Hafen")).to_be_visible()
    expect(text).to_have_attribute("aria-activedescendant", re.compile("completions-"))
    assert walk.axe() == []
    page.keyboard.press("Tab")
    expect(text).to_have_value("Kommt zu #Hafen ")
    expect(text).to_be_focused()
    page.keyboard.type("und #süd")
    expect(page.locator("#completions")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#completions")).to_be_hidden()
    expect(text).to_have_value("Kommt zu #Hafen und #süd")
    page.keyboard.press("Enter")
    page.keyboard.type("@niemand")
    expect(page.locator("#completions")).to_be_hidden()
    expect(text).to_have_value("Kommt zu #Hafen und #süd\n@niemand")
    assert len(asked) == 1, "one request a page, none by key"


def test_an_emoji_comes_where_the_cursor_stood_and_is_remembered(walk: Walker) -> None:
    page = walk.page
    page.locator("#id_text").fill("Heute!")
    page.locator("#id_text").press("Home")
    page.locator("#emoji").click()
    expect(page.get_by_role("button", name="Bücher")).to_be_focused()
    assert walk.axe() == [] and walk.overflow() <= 0
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#id_text")).to_have_value("📖Heute!")
    expect(page.locator("#id_text")).to_be_focused()
    page.locator("#emoji").click()
    expect(page.locator("[data-recent] button")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#emoji")).to_be_focused()
    expect(page.locator("#emoji-box")).to_be_hidden()


def test_e2_one_sentence_before_the_one_click_and_e27_a_free_time_by_one_button(walk: Walker) -> None:
    page = walk.page
    page.locator("#id_text").fill("Am Samstag wird vorgelesen.")
    saved(page)
    page.locator("#to-plan").click()
    sentence = page.locator("#ask-plan p").first
    expect(sentence).to_have_text(re.compile(r"1 Kanal, morgen 10:00,\s+gezeichnet jb Hafen"))
    offer = page.locator("#free-slot button")
    expect(offer).to_contain_text("Vorschlag: ")
    page.locator("#id_at").fill("2027-03-01T10:00")
    expect(sentence).to_have_text(re.compile(r"1 Kanal, Montag, 1\. März 10:00"))
    offer.click()
    expect(page.locator("#id_at")).not_to_have_value("2027-03-01T10:00")
    expect(page.locator("#id_at")).to_be_focused()


def test_ctrl_s_saves_and_says_so_and_ctrl_enter_asks(walk: Walker) -> None:
    page = walk.page
    page.locator("#id_text").fill("Mit den Tasten gespeichert")
    page.keyboard.press("Control+s")
    expect(page.locator("#status")).to_contain_text("gespeichert um")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#ask-now")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#id_text")).to_have_value("Mit den Tasten gespeichert")


def test_a_named_colleague_is_counted_at_once(walk: Walker) -> None:
    page = walk.page
    page.locator("#id_text").fill("Gemeinsam geschrieben")
    saved(page)
    before = page.locator("#counters [data-number]").inner_text()
    page.locator("#authors > summary").click()
    page.locator("#id_authors .chip", has_text="Tom Ritter").click()
    expect(page.locator("#preview .signature").first).to_have_text("^jb/tr Hafen")
    expect(page.locator("#counters [data-number]")).not_to_have_text(before)
    expect(page.locator("#authors > summary")).to_contain_text("Tom Ritter")


def test_on_the_phone_the_hints_stand_before_the_details_and_tab_goes_as_the_eye(browser: Browser, desk: Desk) -> None:
    walker = Walker(page_of(browser, "phone"), desk.url, "phone")
    walker.sign_in("jana.berg@seeborn.example")
    walker.go("/write/")
    tops: list[float] = walker.page.evaluate(
        "['id_text', 'pictures', 'review', 'details'].map(id => document.getElementById(id).getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)
    order: list[tuple[float, float, str]] = walker.page.evaluate(
        """[...document.querySelectorAll('main :is(a[href], button, input, select, textarea, summary)')]
        .filter(one => one.tabIndex >= 0 && one.checkVisibility() && !one.closest('.compose-actions, .vh, dialog') && one.type !== 'file')
        .map(one => [one.getBoundingClientRect().top, one.getBoundingClientRect().bottom, one.id || one.outerHTML.slice(0, 80)])"""
    )
    wrong = [(above[2], below[2]) for above, below in pairwise(order) if below[1] <= above[0]]
    assert wrong == []
    walker.page.context.close()


def test_the_field_grows_with_its_text(walk: Walker) -> None:
    page = walk.page
    small = page.locator("#id_text").bounding_box()
    page.locator("#id_text").fill("Zeile\n" * 30)
    tall = page.locator("#id_text").bounding_box()
    assert small and tall and tall["height"] > small["height"] * 2
