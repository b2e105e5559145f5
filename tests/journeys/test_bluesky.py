"""An account on Bluesky: connected by an app password, a post, a reader's answer answered, another hidden, a removal (B02, B03)."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import page_of
from tests.journeys.test_whole_loop import answer_from_the_inbox, photo, take_down, until
from tests.journeys.walking import Walker
from tests.missing import missing
from tests.servers import bluesky, postgres, redis
from tests.servers.bluesky import Bluesky, Person
from tests.servers.desk import Desk

pytestmark = [pytest.mark.journey, pytest.mark.real]

CHANNEL = "Hafen auf Bluesky"
TEXT = "Am Samstag wird am #Hafen vorgelesen, bei Lampenlicht."
QUESTION = "Muss man sich anmelden?"
ANSWER = "Nein, einfach so kommen & zuhören."
SPAM = "Billige Uhren!"


@pytest.fixture(scope="module")
def sky(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bluesky]:
    if not bluesky.is_there():
        missing("a compiler for Bluesky's server")
    if postgres.binaries() is None or not redis.is_there():
        missing("PostgreSQL or Redis")
    folder = tmp_path_factory.mktemp("bluesky")
    with postgres.server() as base, redis.running(folder) as memory, bluesky.whole_network(folder, base, memory) as server:
        yield server


def connect(walk: Walker, sky: Bluesky, ours: Person) -> None:
    """Name, server, password; the account's own password is told to be the wrong one."""
    page = walk.page
    walk.go("/channels/connect/")
    page.locator("form:has(input[value=bluesky]) button").click()
    assert not walk.axe()
    for answer in (f"@{ours.handle}", sky.url, ours.password):
        page.locator("#id_answer").fill(answer)
        page.locator("main .btn.primary").click()
    walk.sees("App-Passwort")
    assert not walk.axe()
    page.locator("#id_answer").fill(ours.app_password)
    page.locator("main .btn.primary").click()
    expect(page).to_have_url(re.compile(rf"{re.escape(walk.base)}/channels/\d+/edit/"))
    page.locator("#id_name").fill(CHANNEL)
    page.locator("main .btn.primary").click()
    walk.sees(CHANNEL)


def publish(walk: Walker) -> str:
    """Write a post with a picture and publish it. Gives its page."""
    page = walk.page
    walk.go("/write/")
    page.get_by_role("checkbox", name=CHANNEL, exact=True).check()
    page.locator("textarea").first.fill(TEXT)
    page.locator("#id_files").set_input_files({"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    page.locator("#picture-list .media-item textarea").first.fill("Eine Lampe leuchtet über einem offenen Buch.")
    expect(page.locator("#saved")).to_contain_text(re.compile(r"\d\d:\d\d"))
    assert not walk.axe()
    page.locator("[data-ask=now]").click()
    page.locator("dialog[open] .btn.primary").click()
    expect(page.locator("#live .tag.ok")).to_have_count(1, timeout=60_000)
    return page.url


def thread(sky: Bluesky, reader: Person, uri: str) -> dict[str, Any]:
    """The thread as a reader sees it; empty while, or when no longer, it is there."""
    try:
        query = f"?uri={quote(uri)}&depth=10"
        told: dict[str, Any] = sky.call("GET", "app.bsky.feed.getPostThread", token=reader.token, query=query)["thread"]
    except HTTPError:
        return {}
    return told if "post" in told else {}


def answers(sky: Bluesky, reader: Person, post: dict[str, Any], text: str) -> None:
    """The reader answers."""
    strong = {"uri": post["uri"], "cid": post["cid"]}
    record = {"text": text, "createdAt": datetime.now(UTC).isoformat(timespec="milliseconds")}
    sky.write(reader, record | {"reply": {"root": strong, "parent": strong}})


def hide(walk: Walker) -> None:
    """Hide what has no place below the library's post."""
    page = walk.page
    walk.go("/inbox/?whose=mine")
    until(page, lambda: page.get_by_text(SPAM).count() > 0, reload=True)
    page.locator(".rows li", has_text=SPAM).locator("a.cover").click()
    page.locator(".moderate summary").last.click()
    assert not walk.axe()
    page.locator(".moderate button[value=hide]").last.click()


def gates(sky: Bluesky, ours: Person) -> str:
    """What is hidden below the library's posts."""
    query = f"?repo={ours.did}&collection=app.bsky.feed.threadgate"
    return str(sky.call("GET", "com.atproto.repo.listRecords", query=query)["records"])


def test_bluesky_from_connecting_to_removing(browser: Browser, desk: Desk, sky: Bluesky) -> None:
    ours, reader, other = sky.person("hafen"), sky.person("lesemaus"), sky.person("uhren")
    page = page_of(browser)
    walk = Walker(page, desk.url, "desk")
    walk.sign_in("maria.sander@seeborn.example")
    connect(walk, sky, ours)
    post = publish(walk)
    (record,) = sky.posts(ours.did)
    assert record["value"]["embed"]["images"][0]["alt"] == "Eine Lampe leuchtet über einem offenen Buch."
    assert "Maria Sander" in record["value"]["text"]
    until(page, lambda: bool(thread(sky, reader, record["uri"])))
    page.wait_for_timeout(2_000)  # right after a post its app view sometimes tells of no answer
    answers(sky, reader, record, QUESTION)
    answers(sky, other, record, SPAM)
    answer_from_the_inbox(walk, QUESTION, ANSWER)
    below = thread(sky, reader, record["uri"])["replies"]
    said = [one["post"]["record"]["text"] for asked in below for one in asked["replies"]]
    assert len(said) == 1
    assert ANSWER in said[0]
    hide(walk)
    until(page, lambda: other.did in gates(sky, ours))
    take_down(walk, post)
    until(page, lambda: thread(sky, reader, record["uri"]) == {})
    assert not walk.complaints, walk.complaints
    page.context.close()
