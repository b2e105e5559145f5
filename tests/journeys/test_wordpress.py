"""A blog on WordPress: connected both ways, a post, a reader's comment approved and answered, a change, a removal (B02, B06)."""

import re
import urllib.parse
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import page_of
from tests.journeys.test_whole_loop import answer_from_the_inbox, change, photo, until
from tests.journeys.walking import Walker
from tests.missing import missing
from tests.servers import wordpress
from tests.servers.desk import Desk
from tests.servers.wordpress import WordPress

pytestmark = [pytest.mark.journey, pytest.mark.real]

TEXT = "Karin liest „Das Boot“ vor.\n\nBitte mitbringen:\n- ein Kissen\n- Zeit\n\nMehr: https://bibliothek.example/boot"
QUESTION = "Muss man sich anmelden? https://eins.example https://zwei.example"
ANSWER = "Nein, „einfach so“ kommen & zuhören."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WordPress]:
    if not wordpress.is_there():
        missing("WordPress")
    with wordpress.running(tmp_path_factory.mktemp("wordpress")) as running:
        yield running


def begin_connecting(walk: Walker, site: WordPress) -> None:
    """Choose WordPress and type the address of the blog."""
    walk.go("/channels/connect/")
    walk.page.locator("form:has(input[value=wordpress]) button").click()
    assert not walk.axe()
    walk.page.locator("#id_answer").fill(site.url)
    walk.page.locator("main .btn.primary").click()


def name_it(walk: Walker, name: str) -> None:
    """Call the new channel by a name."""
    expect(walk.page).to_have_url(re.compile(rf"{re.escape(walk.base)}/channels/\d+/edit/"))
    walk.page.locator("#id_name").fill(name)
    walk.page.locator("main .btn.primary").click()
    walk.sees(name)


def sign_in_on_the_blog(page: Page, role: str, name: str) -> None:
    """Sign in at WordPress itself."""
    page.locator("#user_login").fill(name)
    page.locator("#user_pass").fill(f"{role}-password")
    page.locator("#wp-submit").click()


def connect_on_its_page(walk: Walker, site: WordPress, name: str) -> None:
    """Allow access on the blog's own page; no password is seen by the person or left in the address (B06)."""
    page = walk.page
    begin_connecting(walk, site)
    for _empty in range(2):
        page.locator("main .btn.primary").click()
    page.locator("main a.btn.primary").click()
    sign_in_on_the_blog(page, "editor", "editor1")
    page.locator("#approve").click()
    name_it(walk, name)
    assert "password" not in page.url


def connect_by_password(walk: Walker, site: WordPress, name: str) -> None:
    """Paste a user name and an application password; a wrong one is told first."""
    page = walk.page
    user, password = site.people["admin"]
    begin_connecting(walk, site)
    page.locator("#id_answer").fill(user)
    page.locator("main .btn.primary").click()
    page.locator("#id_answer").fill("falsch falsch falsch")
    page.locator("main .btn.primary").click()
    walk.sees("SetEnvIf Authorization")
    assert not walk.axe()
    page.locator("#id_answer").fill(password)
    page.locator("main .btn.primary").click()
    name_it(walk, name)


def publish(walk: Walker, channel: str, title: str) -> tuple[str, str]:
    """Write a post with title, picture, category and tag, and publish it. Gives its page here and its address there."""
    page = walk.page
    walk.go("/write/")
    page.get_by_role("checkbox", name=channel, exact=True).check()
    page.locator("textarea").first.fill(TEXT)
    page.locator("#id_title").fill(title)
    page.locator("#id_files").set_input_files({"name": "boot.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    page.locator("#picture-list .media-item textarea").first.fill("Ein Boot liegt am Kai.")
    options = page.locator("details[id^=options-]")
    options.locator("summary").click()
    options.get_by_role("checkbox", name="Veranstaltungen").check()
    options.get_by_label("Weitere Schlagwörter").fill("Hafen, Boot")
    expect(page.locator("#saved")).to_contain_text(re.compile(r"\d\d:\d\d"))
    assert not walk.axe()
    page.locator("[data-ask=now]").click()
    page.locator("dialog[open] .btn.primary").click()
    expect(page.locator("#live .tag.ok")).to_have_count(1, timeout=60_000)
    address = page.locator("#live li", has_text=channel).locator("a[target=_blank]").first.get_attribute("href")
    assert address
    return page.url, address


def comment_as_a_reader(page: Page, address: str, name: str) -> None:
    """Write into the form below the post."""
    page.goto(address)
    page.locator("#author").fill(name)
    page.locator("#email").fill("leserin@example.org")
    page.locator("#comment").fill(QUESTION)
    page.locator("#submit").click()
    expect(page.get_by_text("awaiting moderation").first).to_be_visible()


def approve(walk: Walker) -> None:
    """Find the held comment in the inbox and let everybody see it."""
    page = walk.page
    walk.go("/inbox/?whose=mine")
    until(page, lambda: page.get_by_text("Muss man sich anmelden?").count() > 0, reload=True)
    page.locator(".rows li", has_text="Muss man sich anmelden?").locator("a.cover").click()
    walk.sees("wartet auf Freigabe")
    page.locator(".moderate summary").first.click()
    assert not walk.axe()
    page.locator(".moderate button[value=approve]").first.click()
    until(page, lambda: page.get_by_text("wartet auf Freigabe").count() == 0, reload=True)


def what_is_out_is_what_was_written(public: Page) -> None:
    """Text, list, picture with its description, category and tag, as a reader sees them."""
    for said in ("Karin liest „Das Boot“ vor.", "Vorlesen am Hafen", "Veranstaltungen", "Boot"):
        expect(public.get_by_text(said).first).to_be_visible()
    expect(public.get_by_role("img", name="Ein Boot liegt am Kai.")).to_be_visible()
    expect(public.get_by_role("listitem").filter(has_text="ein Kissen")).to_be_visible()


def take_down(walk: Walker, post: str) -> None:
    """Remove it, with a reason."""
    page = walk.page
    page.goto(post)
    page.locator("a[href$='/removals/']").click()
    for box in page.locator("input[name=channels]").all():
        box.check()
    page.locator("#id_reason").fill("Die Lesung fällt aus.")
    page.locator("main .btn.danger").click()


def test_a_blog_from_connecting_to_removing(browser: Browser, desk: Desk, site: WordPress) -> None:
    page, public = page_of(browser), page_of(browser)
    walk = Walker(page, desk.url, "desk")
    walk.sign_in("maria.sander@seeborn.example")
    connect_on_its_page(walk, site, "Blog am Hafen")
    connect_by_password(walk, site, "Blog der Leitung")
    post, address = publish(walk, "Blog am Hafen", "Vorlesen am Hafen")
    comment_as_a_reader(public, address, "Karin Ahlers")
    assert "anmelden" not in str(site.call("GET", "/comments"))
    approve(walk)
    public.goto(address)
    expect(public.get_by_text("Muss man sich anmelden?").first).to_be_visible()
    answer_from_the_inbox(walk, "Muss man sich anmelden?", ANSWER)
    public.reload()
    expect(public.get_by_text(ANSWER)).to_have_count(1)
    what_is_out_is_what_was_written(public)
    change(walk, post, TEXT.replace("vor.", "vor, mit Kakao."))
    until(public, lambda: public.get_by_text("mit Kakao").count() > 0, reload=True)
    assert urllib.parse.urlsplit(public.url).path == urllib.parse.urlsplit(address).path
    take_down(walk, post)
    until(public, lambda: public.get_by_text("mit Kakao").count() == 0, reload=True)
    assert site.public("Vorlesen am Hafen") == []
    ours = [one for one in walk.complaints if one.startswith(desk.url)]  # WordPress asks for faces that are elsewhere
    assert not ours, ours
    for one in (page, public):
        one.context.close()
