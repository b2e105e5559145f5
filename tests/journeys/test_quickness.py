"""Under a processor four times slower, every key press and click is answered within 200 ms and no page jumps (issue 3, figures).

The machine that runs this is shared with other tests: of each thing that somebody does the best of up to three tries counts, so that a
busy moment does not fail it. What a page costs by itself it costs in all three; the controls show that such a page is found.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.journeys.conftest import page_of
from tests.journeys.quickness import FARTHEST, SLOWER, Watch
from tests.journeys.walking import Walker
from tests.servers.desk import Desk

pytestmark = [pytest.mark.journey, pytest.mark.alone]

FORTY = "Kommt vorbei und hört zu, Eintritt frei. "[:40]
LONG = "Am Samstag, 21. November, lesen wir z. B. ab 15 Uhr im Hafen vor. " * 12


@pytest.fixture(scope="module", params=["desk", "phone"])
def signed_in(request: pytest.FixtureRequest, browser: Browser, desk: Desk) -> Iterator[Watch]:
    """An editor at a slow office PC, and one with an old phone."""
    walk = Walker(page_of(browser, request.param), desk.url, request.param)
    walk.sign_in("anna.weis@seeborn.example")
    yield Watch(walk)
    walk.page.context.close()
    assert not walk.complaints, walk.complaints


@pytest.fixture
def watch(signed_in: Watch) -> Watch:
    """The same person with nothing held against any page yet."""
    signed_in.go("/")
    signed_in.restart()
    return signed_in


def type_into(where: Locator, text: str) -> None:
    where.press_sequentially(text, delay=5)


def press(watch: Watch, *keys: str) -> None:
    for key in keys:
        watch.page.keyboard.press(key)


def toggle(watch: Watch, opener: Locator, opened: Locator) -> None:
    """Open something, and close it by Escape."""
    opener.click()
    expect(opened).to_be_visible()
    watch.page.keyboard.press("Escape")
    expect(opened).to_be_hidden()


def to_the_composer(watch: Watch, *channels: str) -> None:
    watch.go("/write/")
    expect(watch.page.locator("draft-autosave:defined")).to_have_count(1)
    for channel in channels:
        watch.page.get_by_role("checkbox", name=channel, exact=True).check()
    expect(watch.page.locator("#counters li")).to_have_count(len(channels))


def with_the_long_text(watch: Watch) -> None:
    """Put it in as no hand does, and open the page anew: from here on everything counts."""
    watch.page.locator("#id_text").fill(LONG.strip())
    expect(watch.page.locator("#saved[data-state=saved]")).to_contain_text("gespeichert um", timeout=15_000)
    watch.restart()
    watch.page.evaluate("document.activeElement.blur()")
    watch.go(watch.page.url.removeprefix(watch.walk.base))
    expect(watch.page.locator("draft-autosave:defined")).to_have_count(1)


def follow(watch: Watch, link: Locator) -> None:
    """Click it, and arrive."""
    with watch.page.expect_navigation():
        link.click()


def test_a_handler_that_takes_too_long_is_found(watch: Watch) -> None:
    watch.page.evaluate(
        """addEventListener("keydown", () => { const start = performance.now(); while (performance.now() - start < 300); })"""
    )
    watch.time("any key", lambda: watch.page.keyboard.press("x"))
    assert [line.split(":")[0] for line in watch.missed()] == ["any key"]
    assert watch.longest(lambda: watch.page.keyboard.press("x"))[0] >= 300


def test_what_is_pushed_in_late_is_found(watch: Watch) -> None:
    watch.page.evaluate(
        """setTimeout(() => {
            const late = document.createElement("div")
            late.style.height = "300px"
            document.getElementById("main").prepend(late)
        }, 100)"""
    )
    watch.page.wait_for_timeout(400)
    assert max(one["value"] for one in watch.shifts()) > FARTHEST
    assert [line for line in watch.missed() if line.startswith("/ jumps")]


def test_the_processor_is_slower(watch: Watch) -> None:
    loop = "() => { const start = performance.now(); for (let i = 0, x = 0; i < 2e7; i++) x += i % 7; return performance.now() - start }"
    slow = min(watch.page.evaluate(loop) for _try in range(3))
    watch.slow(1)
    quick = min(watch.page.evaluate(loop) for _try in range(3))
    watch.slow(SLOWER)
    assert slow > 2 * quick


def test_writing_for_three_channels(watch: Watch) -> None:
    page = watch.page
    to_the_composer(watch, "Website", "Facebook", "Mastodon")
    with_the_long_text(watch)
    watch.time("typing into a long text", lambda: type_into(page.locator("#id_text"), FORTY))
    page.wait_for_timeout(1500)
    watch.time("unticking and ticking a channel", lambda: tick_twice(watch))
    watch.time("another tab", lambda: page.locator("#texts [role=tab]").last.click())
    watch.time("the first tab", lambda: page.locator("#tab-all").click())
    watch.time("emoji", lambda: toggle(watch, page.locator("#emoji"), page.locator("#emoji-box")))
    watch.time("the plan", lambda: toggle(watch, page.locator("[data-ask=plan]"), page.locator("#ask-plan")))
    watch.holds()


def tick_twice(watch: Watch) -> None:
    box = watch.page.get_by_role("checkbox", name="Facebook", exact=True)
    for count in (2, 3):
        box.click()
        expect(watch.page.locator("#counters li")).to_have_count(count)


def test_completing_a_word_and_writing_on_the_cards_of_a_chain(watch: Watch) -> None:
    page = watch.page
    to_the_composer(watch, "Mastodon")
    watch.time("completing", lambda: complete(watch))
    page.wait_for_timeout(1000)
    watch.holds()
    with_the_long_text(watch)
    page.get_by_role("button", name=re.compile("aufteilen")).click()
    cards = page.locator(".part-card textarea")
    expect(cards).to_have_count(2)
    expect(page.locator("draft-autosave:defined")).to_have_count(1)
    watch.time("typing on a card", lambda: type_into(cards.last, FORTY))
    watch.time("moving a card", lambda: page.locator(".part-card [data-act=down]").first.click())
    page.wait_for_timeout(1500)
    watch.holds()


def complete(watch: Watch) -> None:
    type_into(watch.page.locator("#id_text"), " #haf")
    expect(watch.page.locator("#completions")).to_be_visible()
    watch.page.keyboard.press("ArrowDown")
    watch.page.keyboard.press("Enter")
    expect(watch.page.locator("#completions")).to_be_hidden()


def test_the_inbox_and_a_conversation(watch: Watch) -> None:
    page = watch.page
    watch.go("/inbox/")
    watch.time("ticking", lambda: tick_and_untick(watch))
    watch.time("finishing and taking back", lambda: finish_and_undo(watch))
    watch.time("opening a conversation", lambda: open_the_first(watch))
    answer, note = page.locator("#answer-text"), page.locator("#note-text")
    watch.time("typing an answer", lambda: type_into(answer, FORTY))
    page.wait_for_timeout(1000)
    watch.time("to the note", lambda: page.locator("[data-side=note]").click())
    watch.time("typing a note", lambda: type_into(note, FORTY))
    watch.time("back to the answer", lambda: page.locator("[data-side=answer]").click())
    answer.fill("")
    watch.holds()


def tick_and_untick(watch: Watch) -> None:
    ticks = watch.page.locator("#inbox-rows input[name=ticked]")
    for place in (0, 1, 0, 1):
        ticks.nth(place).click()


def finish_and_undo(watch: Watch) -> None:
    watch.page.locator("#inbox-rows input[name=ticked]").last.check()
    watch.page.locator("#several button[value=finish]").click()
    watch.page.locator("undo-bar button").first.click()
    expect(watch.page.locator("#inbox-rows")).to_be_visible()


def open_the_first(watch: Watch) -> None:
    watch.go("/inbox/")
    follow(watch, watch.page.locator("#inbox-rows a.cover").first)
    expect(watch.page.locator("#answer-text")).to_be_visible()


def test_the_calendar(watch: Watch) -> None:
    page, week = watch.page, (datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(days=2)).date()
    watch.go(f"/calendar/week/{week}/")
    asking = page.locator("#asking")
    watch.time("an entry's menu", lambda: toggle(watch, page.locator(".entry .acts:visible").last, asking))
    watch.time("the filters", lambda: toggle(watch, page.locator("#filter"), asking))
    page.locator(f"#day-{week} .date").focus()
    watch.time("the arrow keys", lambda: press(watch, "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowRight"))
    watch.time("the month", lambda: follow(watch, page.locator(".tabs a[href*=month]")))
    watch.time("the month after", lambda: follow(watch, page.locator("#after")))
    page.wait_for_timeout(500)
    watch.holds()


def test_the_search_box_the_keys_and_today(watch: Watch) -> None:
    page = watch.page
    watch.time("the search box", lambda: search(watch))
    watch.time("the keys", lambda: keys(watch))
    watch.time("walking the rows", lambda: press(watch, *"jjjk"))
    watch.time("help", lambda: toggle(watch, page.locator("[data-opens=help]:visible").first, page.locator("#help")))
    watch.holds()


def search(watch: Watch) -> None:
    watch.page.keyboard.press("Control+k")
    field = watch.page.locator("#find-words")
    expect(field).to_be_focused()
    field.fill("")
    type_into(field, "vorlesen im hafen")
    watch.page.wait_for_timeout(500)
    watch.page.keyboard.press("ArrowDown")
    watch.page.keyboard.press("Escape")
    expect(watch.page.locator("#find")).to_be_hidden()


def keys(watch: Watch) -> None:
    watch.page.keyboard.press("?")
    expect(watch.page.locator("#keys")).to_be_visible()
    watch.page.keyboard.press("Escape")


def test_the_pictures_and_the_posts(watch: Watch) -> None:
    page = watch.page
    watch.go("/media/")
    watch.time("searching pictures", lambda: type_into(page.locator("#picture-q"), "hafen"))
    page.wait_for_timeout(800)
    watch.go("/posts/")
    watch.time("a tab", lambda: follow(watch, page.locator("main .tabs a").last))
    page.wait_for_timeout(500)
    watch.holds()
