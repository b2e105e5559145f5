"""A colleague's first week in a real browser: invited, read, confirmed, three tasks, the first post with a companion, introduced.

In German at an office PC and in Swedish on a phone; whoever manages the desk goes along (A03, B18, B21).
"""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.conftest import page_of
from tests.journeys.test_whole_loop import ON_ITS_WAY, photo, until
from tests.journeys.walking import Walker
from tests.servers.desk import Desk

pytestmark = pytest.mark.journey
PASSWORD = "ein-langes-kennwort-26"


@dataclass(frozen=True)
class Place:
    """Who begins where, and with whom."""

    lang: str
    manager: str
    email: str
    website: str
    practice: str
    answered: str


GERMAN = Place("de", "maria.sander@seeborn.example", "nora.neu@seeborn.example", "Website", "Facebook", "veröffentlicht")
SWEDISH = Place("sv", "elin.strom@sjoby.example", "nora.ny@sjoby.example", "Webbplatsen", "Facebook", "publicerat")


@pytest.mark.parametrize(("place", "width"), [(GERMAN, "desk"), (SWEDISH, "phone")], ids=["de-desk", "sv-phone"])
def test_from_the_invitation_to_the_end_of_the_introduction(browser: Browser, desk: Desk, place: Place, width: str) -> None:
    leads, begins = (Walker(page_of(browser, width), desk.url, width) for _who in range(2))
    leads.sign_in(place.manager)
    link, week = invited(leads, place)
    goes_along(leads, week)
    arrive(begins, link, place)
    reads_and_confirms(begins)
    post = tries_a_post_with_a_picture(begins, place)
    answers_a_comment(begins, place)
    takes_a_post_down(begins, post)
    publishes_together(begins, leads, week, place)
    is_introduced(begins, leads, week)
    for walk in (leads, begins):
        walk.page.context.close()
        assert not walk.complaints, walk.complaints


def is_sound(walk: Walker) -> None:
    """The page as it stands now has no fault that axe knows, and fits."""
    assert walk.axe_in_both_themes() == [] and walk.overflow() <= 0


def done(page: Page, part: str) -> Locator:
    return page.locator(f"ol[aria-labelledby={part}] > li.done")


def invited(leads: Walker, place: Place) -> tuple[str, str]:
    """The link of the invitation, and the address of the week."""
    page = leads.page
    leads.go("/colleagues/new/")
    page.locator("#id_name").fill("Nora Neu")
    page.locator("#id_email").fill(place.email)
    page.locator("main form button.primary").click()
    link = page.locator("#link").input_value()
    leads.go("/colleagues/?q=Nora")
    week = page.locator("a[href$='/first-week/']").first.get_attribute("href")
    assert link and week
    return link, week


def goes_along(leads: Walker, week: str) -> None:
    """An empty choice is said at its field; then whoever introduces goes along."""
    page = leads.page
    leads.go(week)
    page.locator("#choose-companion").click()
    expect(page.locator("#id_companion[aria-invalid=true]")).to_be_visible()
    is_sound(leads)
    name = page.locator("a[href='/profile/']").first.inner_text().strip()
    page.locator("#id_companion").select_option(label=name)
    page.locator("#choose-companion").click()
    expect(page.locator("undo-bar")).to_be_visible()
    expect(page.locator("section[aria-labelledby=companion] strong")).to_have_text(name)


def arrive(begins: Walker, link: str, place: Place) -> None:
    page = begins.page
    page.goto(link)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.locator("main form button.primary").click()
    begins.go("/")
    expect(page.locator("html")).to_have_attribute("lang", place.lang)
    page.locator("section[aria-labelledby=first-week] a.btn").click()
    expect(done(page, "read")).to_have_count(0)
    is_sound(begins)


def reads_and_confirms(begins: Walker) -> None:
    page = begins.page
    page.locator("ol[aria-labelledby=read] a").first.click()
    page.locator("#confirm button.primary").click()
    begins.go("/first-week/")
    expect(done(page, "read")).to_have_count(2)
    page.locator("ol[aria-labelledby=read] a").click()
    page.locator("#id_function").fill("Auskunft / Info")
    page.locator("#id_initials").fill("nn")
    page.locator("#id_subject_areas").fill("Papierkunst")
    page.locator("main form button.primary").first.click()
    begins.go("/first-week/")
    expect(done(page, "read")).to_have_count(3)


def write(begins: Walker, channel: str, text: str) -> None:
    page = begins.page
    begins.go("/write/")
    page.get_by_role("checkbox", name=channel, exact=True).check()
    page.locator("#id_text").fill(text)


def publish(page: Page) -> str:
    """At once; the address of the post when it is out."""
    expect(page.locator("#saved")).to_contain_text(re.compile(r"\d\d[:.]\d\d"))
    page.locator("[data-ask=now]").click()
    page.locator("dialog[open] .btn.primary").click()
    expect(page.locator("#live .tag.ok")).to_have_count(1, timeout=ON_ITS_WAY)
    return page.url


def tries_a_post_with_a_picture(begins: Walker, place: Place) -> str:
    page = begins.page
    write(begins, place.practice, "Ein erster Versuch / Ett första försök")
    page.locator("#id_files").set_input_files({"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    page.locator("#picture-list .media-item textarea").first.fill("Eine Lampe leuchtet / En lampa lyser")
    post = publish(page)
    begins.go("/first-week/")
    expect(done(page, "try")).to_have_count(1)
    return post


def answers_a_comment(begins: Walker, place: Place) -> None:
    """As the public on the practice network, then as the library from the inbox."""
    page, question = begins.page, f"Leuchtet sie noch? / Lyser den? {begins.width}"
    begins.go("/practice/")
    page.get_by_role("link", name=re.compile("Ein erster Versuch")).or_(
        page.locator("main a[href*='/statuses/']")
    ).first.click()
    page.locator("#id_text").fill(question)
    page.locator("main .btn.primary").click()
    begins.go("/inbox/?whose=mine")
    until(page, lambda: page.get_by_text(question).count() > 0, reload=True)
    page.locator(".rows li", has_text=question).locator("a.cover").click()
    page.locator("#answer-text").fill("Ja, bis zwanzig Uhr. / Ja, till klockan tjugo.")
    page.locator("#send-answer").click()
    ours = page.locator(".bubble.out").last
    until(page, lambda: place.answered in ours.inner_text(), reload=True)
    begins.go("/first-week/")
    expect(done(page, "try")).to_have_count(2)


def takes_a_post_down(begins: Walker, post: str) -> None:
    page = begins.page
    page.goto(post)
    page.locator("a[href$='/removals/']").click()
    for box in page.locator("input[name=channels]").all():
        box.check()
    page.locator("#id_reason").fill("Es war eine Übung. / Det var en övning.")
    page.locator("main .btn.danger").click()
    begins.go("/first-week/")
    until(page, lambda: done(page, "try").count() == 3, reload=True)


def publishes_together(begins: Walker, leads: Walker, week: str, place: Place) -> None:
    """The companion finds the draft in the week and leaves a word; then it goes out."""
    page, text = begins.page, "Neu im Regal: Momo / Nytt på hyllan: Momo"
    write(begins, place.website, text)
    expect(page.locator("#saved")).to_contain_text(re.compile(r"\d\d[:.]\d\d"))
    leads.go(week)
    draft = leads.page.locator("section[aria-labelledby=drafts] a", has_text="Momo")
    until(leads.page, lambda: draft.count() > 0, reload=True)
    draft.click()
    leads.page.locator("#id_remark_text").fill("Schön! / Fint!")
    leads.page.locator("#remark-send").click()
    expect(leads.page.locator("#remark-list")).to_contain_text("Fint!")
    publish(page)
    begins.go("/first-week/")
    expect(done(page, "real")).to_have_count(1)


def is_introduced(begins: Walker, leads: Walker, week: str) -> None:
    """One tap each: the newcomer asks, the companion ends it from Today; then the card is gone."""
    page = begins.page
    page.locator("#ask-for-the-end").click()
    expect(page.locator("#ask-for-the-end")).to_have_count(0)
    is_sound(begins)
    leads.go("/")
    is_sound(leads)
    leads.page.locator(
        f"section[aria-labelledby=accompanied] form[action='{week.replace('first-week', 'introduction')}'] button"
    ).click()
    expect(leads.page.locator("undo-bar")).to_be_visible()
    begins.go("/")
    expect(page.locator("section[aria-labelledby=first-week]")).to_have_count(0)
    begins.go("/training/")
    expect(page.locator("section[aria-labelledby=introduced] li")).to_have_count(1)
    expect(page.locator("section[aria-labelledby=tried] li")).to_have_count(4)
    is_sound(begins)
