"""The first whole loop: write with a picture, publish on three channels, be answered, answer, change, remove."""

import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.journeys.walking import Walker
from tests.servers.mastodon import Mastodon

pytestmark = [pytest.mark.journey, pytest.mark.real]

CHANNELS = ("Website", "Facebook", "Fediverse")
ON_ITS_WAY = 60_000


def photo() -> bytes:
    """A small picture."""
    buffer = BytesIO()
    Image.new("RGB", (640, 480), "#2d6a73").save(buffer, "JPEG")
    return buffer.getvalue()


def write(walk: Walker, text: str) -> None:
    """Write a post with a picture for three channels."""
    page = walk.page
    walk.go("/write/")
    for name in CHANNELS:
        page.get_by_role("checkbox", name=name, exact=True).check()
    page.locator("textarea").first.fill(text)
    page.locator("#id_files").set_input_files({"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    item = page.locator("#picture-list .media-item")
    item.locator("textarea").first.fill("Eine Lampe leuchtet über einem offenen Buch.")
    expect(page.locator("#saved")).to_contain_text(re.compile(r"\d\d:\d\d"))
    assert not walk.axe()


def publish(walk: Walker) -> str:
    """Publish at once and wait until it is out everywhere; the address of the post's page."""
    page = walk.page
    page.locator("[data-ask=now]").click()
    page.locator("dialog[open] .btn.primary").click()
    expect(page).to_have_url(re.compile(r"/posts/[0-9a-f-]+/"))
    assert not walk.axe()
    all_out(page)
    return page.url


def all_out(page: Page) -> None:
    """Wait until every channel says that it is done."""
    expect(page.locator("#live .tag.ok")).to_have_count(len(CHANNELS), timeout=ON_ITS_WAY)


def there(page: Page, channel: str) -> str:
    """The address of the post on a channel."""
    line = page.locator("#live li", has=page.get_by_text(channel, exact=True))
    found = line.locator("a[target=_blank]").first.get_attribute("href")
    assert found
    return found


def toot(fediverse: Mastodon, address: str) -> dict[str, object]:
    """The post as the Mastodon server shows it."""
    found: dict[str, object] = fediverse.call("GET", f"/api/v1/statuses/{address.rstrip('/').split('/')[-1]}")
    return found


def status_of(address: str) -> int:
    """What the public gets at an address."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as no:
        return no.code


def until(page: Page, happened: Callable[[], bool], *, reload: bool = False) -> None:
    """Wait until something has happened, looking again every half second."""
    for _look in range(90):
        if happened():
            return
        page.wait_for_timeout(500)
        if reload:
            page.reload()
    raise AssertionError(f"it did not happen on {page.url}")


def what_is_out_is_what_was_written(pages: dict[str, str], fediverse: Mastodon, mark: str) -> None:
    """With its sender and its description (B19, L11)."""
    there_now = toot(fediverse, pages["Fediverse"])
    assert "Jana Berg" in str(there_now["content"])
    assert "Eine Lampe leuchtet" in str(there_now["media_attachments"])
    with urllib.request.urlopen(pages["Website"], timeout=10) as answer:
        assert mark in answer.read().decode()


def ask_as_the_public(walk: Walker, address: str, question: str) -> None:
    """Comment on the practice network under an invented name (B29)."""
    walk.page.goto(address)
    walk.page.locator("#id_name").fill("Karin Ahlers")
    walk.page.locator("#id_text").fill(question)
    walk.page.locator("main .btn.primary").click()
    walk.sees(question)


def answer_from_the_inbox(walk: Walker, question: str, answer: str) -> None:
    """The question comes to the sender of the post, who answers it (B20)."""
    page = walk.page
    walk.go("/inbox/?whose=mine")
    until(page, lambda: page.get_by_text(question).count() > 0, reload=True)
    assert not walk.axe()
    page.locator(".rows li", has_text=question).locator("a.cover").click()
    page.locator("#answer-text").fill(answer)
    assert not walk.axe()
    page.locator("#send-answer").click()
    ours = page.locator(".bubble.out").last
    expect(ours).to_contain_text(answer)
    until(page, lambda: "veröffentlicht" in ours.inner_text(), reload=True)
    assert not walk.axe()


def change(walk: Walker, post: str, text: str) -> None:
    """Change what is out, on every channel."""
    page = walk.page
    page.goto(post)
    page.locator("a[href$='/changes/']").click()
    assert not walk.axe()
    page.locator("main textarea").first.fill(text)
    page.locator("main .btn.primary").click()


def take_down(walk: Walker, post: str) -> None:
    """Remove it from every channel, with a reason."""
    page = walk.page
    page.goto(post)
    page.locator("a[href$='/removals/']").click()
    assert not walk.axe()
    for box in page.locator("input[name=channels]").all():
        box.check()
    page.locator("#id_reason").fill("Die Lesung fällt aus.")
    page.locator("main .btn.danger").click()


def is_gone(fediverse: Mastodon, address: str) -> bool:
    """Whether the Mastodon server no longer shows it."""
    try:
        toot(fediverse, address)
    except urllib.error.HTTPError:
        return True
    return False


def test_the_whole_loop(walker: Walker, fediverse: Mastodon) -> None:
    page, mark = walker.page, f"{walker.width}{time.time_ns() % 100_000}"
    question = f"Ab welchem Alter? {mark}"
    walker.sign_in("jana.berg@seeborn.example")
    assert not walker.axe()
    write(walker, f"Wir lesen am Hafen vor, bei Lampenlicht. {mark}")
    post = publish(walker)
    pages = {name: there(page, name) for name in CHANNELS}
    what_is_out_is_what_was_written(pages, fediverse, mark)
    ask_as_the_public(walker, pages["Facebook"], question)
    answer_from_the_inbox(walker, question, f"Ab vier Jahren, und Kissen liegen bereit. {mark}")
    page.goto(pages["Facebook"])
    walker.sees("Ab vier Jahren, und Kissen liegen bereit.")
    change(walker, post, f"Wir lesen am Hafen vor, und es gibt Kakao. {mark}")
    until(page, lambda: "Kakao" in str(toot(fediverse, pages["Fediverse"])["content"]))
    page.goto(pages["Facebook"])
    until(page, lambda: page.get_by_text("Kakao").count() > 0, reload=True)
    take_down(walker, post)
    until(page, lambda: status_of(pages["Website"]) == 410)
    until(page, lambda: is_gone(fediverse, pages["Fediverse"]))
    assert walker.overflow() <= 0
