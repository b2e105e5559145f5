"""A colleague's first week in a real browser: invited, read, confirmed, three tasks, the first post with a companion, introduced.

In German and in Swedish, at an office PC and on a phone; whoever manages the desk goes along (A03, B18, B21).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.conftest import PAGES, WIDTHS, page_of
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
    house: str
    website: str
    practice: str
    answered: str


@dataclass
class Week:
    """One walk: whoever begins, and whoever goes along."""

    place: Place
    width: str
    begins: Walker
    leads: Walker
    link: str = ""
    page: str = ""
    """The address of the week."""
    post: str = ""

    @property
    def name(self) -> str:
        """Two begin in each library."""
        return {"desk": "Nora Neu", "phone": "Nele Nah"}[self.width]

    @property
    def trial(self) -> str:
        """What they try on the practice network."""
        return f"Ein erster Versuch von {self.name} / Ett första försök"

    @property
    def question(self) -> str:
        """What the public asks there."""
        return f"Leuchtet sie noch, {self.name}? / Lyser den?"


GERMAN = Place("de", "maria.sander@seeborn.example", "seeborn.example", "Website", "Facebook", "veröffentlicht")
SWEDISH = Place("sv", "elin.strom@sjoby.example", "sjoby.example", "Webbplatsen", "Facebook", "publicerat")


@pytest.fixture
def weeks(browser: Browser, desk: Desk) -> Iterator[list[Week]]:
    """Two in each library, at a desk and on a phone, each with the manager."""
    made = []
    for place, width in product((GERMAN, SWEDISH), WIDTHS):
        begins, leads = (Walker(page_of(browser, width), desk.url, width) for _who in range(2))
        leads.sign_in(place.manager)
        made.append(Week(place, width, begins, leads))
    yield made
    for week in made:
        for walk in (week.begins, week.leads):
            walk.page.context.close()


def test_from_the_invitation_to_the_end_of_the_introduction(weeks: list[Week]) -> None:
    """Step by step together: whatever takes its ten seconds on the way out takes them for all four at once."""
    for step in STEPS:
        for week in weeks:
            PAGES.append(week.begins.page)  # a picture of a failure shows the one who failed
            step(week)
    for week in weeks:
        for walk in (week.begins, week.leads):
            assert not walk.complaints, walk.complaints


def is_sound(walk: Walker) -> None:
    """The page as it stands now has no fault that axe knows, and fits."""
    assert walk.axe_in_both_themes() == [] and walk.overflow() <= 0


def done(page: Page, part: str) -> Locator:
    return page.locator(f"ol[aria-labelledby={part}] > li.done")


def invited(week: Week) -> None:
    """Gives the link of the invitation, and the address of the week."""
    leads, page = week.leads, week.leads.page
    leads.go("/colleagues/new/")
    page.locator("#id_name").fill(week.name)
    page.locator("#id_email").fill(f"{week.name.lower().replace(' ', '.')}@{week.place.house}")
    page.locator("main form button.primary").click()
    week.link = page.locator("#link").input_value()
    leads.go(f"/colleagues/?q={week.name.partition(' ')[0]}")
    week.page = page.locator("a[href$='/first-week/']").first.get_attribute("href") or ""
    assert week.link and week.page


def goes_along(week: Week) -> None:
    """An empty choice is said at its field; then whoever introduces goes along."""
    leads, page = week.leads, week.leads.page
    leads.go(week.page)
    page.locator("#choose-companion").click()
    expect(page.locator("#id_companion[aria-invalid=true]")).to_be_visible()
    is_sound(leads)
    name = page.locator("a[href='/profile/']").first.inner_text().strip()
    page.locator("#id_companion").select_option(label=name)
    page.locator("#choose-companion").click()
    expect(page.locator("undo-bar")).to_be_visible()
    expect(page.locator("section[aria-labelledby=companion] strong")).to_have_text(name)


def arrives(week: Week) -> None:
    begins, page = week.begins, week.begins.page
    page.goto(week.link)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.locator("main form button.primary").click()
    begins.go("/")
    expect(page.locator("html")).to_have_attribute("lang", week.place.lang)
    page.locator("section[aria-labelledby=first-week] a.btn").click()
    expect(done(page, "read")).to_have_count(0)
    is_sound(begins)


def reads_and_confirms(week: Week) -> None:
    begins, page = week.begins, week.begins.page
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


def publish(page: Page) -> None:
    """At once; it is out when `is_out` says so."""
    expect(page.locator("#saved")).to_contain_text(re.compile(r"\d\d[:.]\d\d"))
    page.locator("[data-ask=now]").click()
    page.locator("dialog[open] .btn.primary").click()
    expect(page.locator("#live")).to_be_visible()


def is_out(week: Week, part: str) -> None:
    """Gives the address of the post, and the week has ticked it off."""
    expect(week.begins.page.locator("#live .tag.ok")).to_have_count(1, timeout=ON_ITS_WAY)
    week.post = week.begins.page.url
    week.begins.go("/first-week/")
    expect(done(week.begins.page, part)).to_have_count(1)


def tries_a_post_with_a_picture(week: Week) -> None:
    page = week.begins.page
    write(week.begins, week.place.practice, week.trial)
    page.locator("#id_files").set_input_files({"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    page.locator("#picture-list .media-item textarea").first.fill("Eine Lampe leuchtet / En lampa lyser")
    publish(page)


def the_trial_is_out(week: Week) -> None:
    is_out(week, "try")


def asks_as_the_public(week: Week) -> None:
    """On the practice network, where everybody may be the public."""
    page = week.begins.page
    week.begins.go("/practice/")
    page.locator(".rows li", has_text=week.trial).locator("a[href*='/statuses/']").first.click()
    page.locator("#id_text").fill(week.question)
    page.locator("main .btn.primary").click()


def answers(week: Week) -> None:
    """From the inbox, as the library."""
    page = week.begins.page
    week.begins.go("/inbox/?whose=mine")
    until(page, lambda: page.get_by_text(week.question).count() > 0, reload=True)
    page.locator(".rows li", has_text=week.question).locator("a.cover").click()
    page.locator("#answer-text").fill("Ja, bis zwanzig Uhr. / Ja, till klockan tjugo.")
    page.locator("#send-answer").click()
    expect(page.locator(".bubble.out")).to_have_count(1)


def the_answer_is_out(week: Week) -> None:
    page = week.begins.page
    ours = page.locator(".bubble.out").last
    until(page, lambda: week.place.answered in ours.inner_text(), reload=True)
    week.begins.go("/first-week/")
    expect(done(page, "try")).to_have_count(2)


def takes_a_post_down(week: Week) -> None:
    page = week.begins.page
    page.goto(week.post)
    page.locator("a[href$='/removals/']").click()
    for box in page.locator("input[name=channels]").all():
        box.check()
    page.locator("#id_reason").fill("Es war eine Übung. / Det var en övning.")
    page.locator("main .btn.danger").click()


def it_is_down(week: Week) -> None:
    page = week.begins.page
    week.begins.go("/first-week/")
    until(page, lambda: done(page, "try").count() == 3, reload=True)


def publishes_together(week: Week) -> None:
    """The companion finds the draft in the week and leaves a word; then it goes out."""
    leads, page = week.leads, week.begins.page
    write(week.begins, week.place.website, f"Neu im Regal für {week.name}: Momo / Nytt på hyllan: Momo")
    expect(page.locator("#saved")).to_contain_text(re.compile(r"\d\d[:.]\d\d"))
    leads.go(week.page)
    draft = leads.page.locator("section[aria-labelledby=drafts] a", has_text="Momo")
    until(leads.page, lambda: draft.count() > 0, reload=True)
    draft.click()
    leads.page.locator("#id_remark_text").fill("Schön! / Fint!")
    leads.page.locator("#remark-send").click()
    expect(leads.page.locator("#remark-list")).to_contain_text("Fint!")
    publish(page)


def the_first_post_is_out(week: Week) -> None:
    is_out(week, "real")


def is_introduced(week: Week) -> None:
    """One tap each: the newcomer asks, the companion ends it from Today; then the card is gone."""
    begins, leads, page = week.begins, week.leads, week.begins.page
    page.locator("#ask-for-the-end").click()
    expect(page.locator("#ask-for-the-end")).to_have_count(0)
    is_sound(begins)
    leads.go("/")
    is_sound(leads)
    leads.page.locator(
        f"section[aria-labelledby=accompanied] form[action='{week.page.replace('first-week', 'introduction')}'] button"
    ).click()
    expect(leads.page.locator("undo-bar")).to_be_visible()
    begins.go("/")
    expect(page.locator("section[aria-labelledby=first-week]")).to_have_count(0)
    begins.go("/training/")
    expect(page.locator("section[aria-labelledby=introduced] li")).to_have_count(1)
    expect(page.locator("section[aria-labelledby=tried] li")).to_have_count(4)
    is_sound(begins)


STEPS = (
    invited,
    goes_along,
    arrives,
    reads_and_confirms,
    tries_a_post_with_a_picture,
    the_trial_is_out,
    asks_as_the_public,
    answers,
    the_answer_is_out,
    takes_a_post_down,
    it_is_down,
    publishes_together,
    the_first_post_is_out,
    is_introduced,
)
