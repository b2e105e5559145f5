"""Pages in the states in which one seldom sees them: something is open, was refused, went wrong, can be undone."""

from collections.abc import Iterator

import pytest
from django.template import loader
from django.utils import translation
from playwright.sync_api import Browser, Route, expect

from tests.journeys.conftest import page_of
from tests.journeys.test_pages_off_the_path import faults_of
from tests.journeys.walking import Walker
from tests.servers.desk import Desk, running

pytestmark = pytest.mark.journey

PEOPLE = {
    "de": ("maria.sander@seeborn.example", "ute.brandt@seeborn.example"),
    "sv": ("elin.strom@sjoby.example", "sara.wiklund@sjoby.example"),
}


@pytest.fixture(scope="module")
def mailless(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A demo of its own, whose mail server does not answer: what is done here is in nobody's way."""
    with running(tmp_path_factory.mktemp("states"), "demo", "--quiet-public", THEKE_MAIL="smtp://127.0.0.1:9") as started:
        yield started


@pytest.fixture(params=["de", "sv"])
def language(request: pytest.FixtureRequest) -> str:
    asked: str = request.param
    return asked


@pytest.fixture
def manager(language: str, browser: Browser, mailless: Desk) -> Iterator[Walker]:
    """The manager of the German and of the Swedish library; her console stays silent."""
    page = page_of(browser, locale={"de": "de-DE", "sv": "sv-SE"}[language])
    walk = Walker(page, mailless.url, "desk")
    walk.sign_in(PEOPLE[language][0])
    yield walk
    page.context.close()
    assert not walk.complaints, walk.complaints


def test_help_is_open(manager: Walker) -> None:
    found = []
    for path in ("/", "/calendar/", "/inbox/"):
        manager.go(path)
        manager.page.locator(".rail [data-opens=help]").click()
        expect(manager.page.locator("#help")).to_be_visible()
        found += faults_of(manager, f"help on {path}")
        manager.page.keyboard.press("Escape")
        expect(manager.page.locator("#help")).to_be_hidden()
    assert not found, found


def test_the_list_of_keys_is_open(manager: Walker) -> None:
    """E34: `?` lists the keys of the page."""
    manager.go("/inbox/")
    manager.page.keyboard.press("?")
    expect(manager.page.locator("#keys")).to_be_visible()
    assert not (found := faults_of(manager, "keys")), found


def test_the_search_box_is_open_with_what_it_found(manager: Walker, language: str) -> None:
    """One box over everything; commands first, then what was found."""
    manager.go("/")
    manager.page.keyboard.press("Control+k")
    expect(manager.page.locator("#find-words")).to_be_focused()
    found = faults_of(manager, "search, empty")
    manager.page.keyboard.type({"de": "Bibliothek", "sv": "bibliotek"}[language])
    expect(manager.page.locator("[data-found] [role=option]").first).to_be_visible()
    manager.page.keyboard.press("ArrowDown")
    found += faults_of(manager, "search, found")
    manager.page.locator("#find-words").fill("xyzzyxq")
    expect(manager.page.locator("[data-found] [role=option]")).to_have_count(0)
    found += faults_of(manager, "search, nothing")
    assert not found, found


def test_something_can_be_undone(manager: Walker) -> None:
    manager.go("/write/words/")
    manager.page.locator("main button[value=retire]").first.click()
    expect(manager.page.locator("undo-bar")).to_be_visible()
    found = faults_of(manager, "undo")
    manager.page.locator("undo-bar button").click()
    expect(manager.page.locator("#messages .hint, #messages undo-bar").first).to_be_visible()
    found += faults_of(manager, "undone")
    assert not found, found


@pytest.mark.parametrize("path", ["/calendar/", "/calendar/month/", "/inbox/", "/posts/?show=planned&of=all", "/colleagues/"])
def test_everything_that_folds_is_unfolded(manager: Walker, path: str) -> None:
    """Menus, filters and details. What a menu lies over is small while it is open; its size is looked at with the menu closed."""
    manager.go(path)
    manager.page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true })")
    found = faults_of(manager, path, but="target-size") + faults_of(manager, path, "main:not(:has(details)), main details")
    assert not found, found


def test_an_invitation_that_no_mail_carries(manager: Walker, language: str) -> None:
    manager.go("/colleagues/new/")
    manager.page.locator("main form button.primary").click()
    found = faults_of(manager, "invite, refused")
    manager.page.locator("#id_name").fill("Robin Probe")
    manager.page.locator("#id_email").fill(f"robin.{language}@example.org")
    manager.page.locator("main form button.primary").click()
    expect(manager.page.locator("#link")).to_be_visible()
    found += faults_of(manager, "invited")
    assert not found, found


def test_a_form_that_was_open_for_too_long(manager: Walker) -> None:
    manager.go("/profile/")
    manager.page.context.clear_cookies(name="csrftoken")
    manager.page.locator("main form:has(#id_name) button.primary").click()
    expect(manager.page.locator("main form button.primary")).to_be_visible()
    assert manager.page.locator("main form input[type=hidden], main form textarea").count() > 2
    assert not (found := faults_of(manager, "stale")), found
    manager.complaints = [one for one in manager.complaints if "403" not in one]


def test_an_address_that_leads_nowhere(manager: Walker) -> None:
    manager.go("/posts/00000000-0000-0000-0000-000000000000/")
    assert not (found := faults_of(manager, "404, signed in")), found


def test_what_belongs_to_the_manager_is_refused(browser: Browser, mailless: Desk, language: str) -> None:
    walk = Walker(page_of(browser), mailless.url, "desk")
    walk.sign_in(PEOPLE[language][1])
    walk.go("/library/")
    assert walk.page.locator("#id_name").count() == 0
    assert not (found := faults_of(walk, "403")), found
    walk.page.context.close()


@pytest.mark.parametrize("name", ["500.html", "429.html", "400.html", "403_csrf.html"])
def test_a_refusal_or_a_mistake_of_ours(browser: Browser, mailless: Desk, language: str, name: str) -> None:
    """Made without a request as the plainest case: no library, nobody signed in."""
    walk = Walker(page_of(browser), mailless.url, "desk")
    with translation.override(language):
        page = loader.get_template(name).render({})

    def answer(route: Route) -> None:
        route.fulfill(status=500, body=page, content_type="text/html; charset=utf-8")

    walk.page.route("**/broken/", answer)
    walk.go("/broken/")
    expect(walk.page.locator("h1")).to_be_visible()
    assert walk.page.locator("html").get_attribute("lang") == language
    assert not (found := faults_of(walk, f"{name} {language}")), found
    walk.page.context.close()


SIZES = "axe.run({runOnly: {type: 'rule', values: ['target-size']}}).then(found => found.violations.flatMap(one => one.nodes.map(n => n.html)))"


def test_whatever_stands_behind_the_bar_for_several_can_still_be_hit(manager: Walker) -> None:
    """E30: the bar floats over the list and leaves the column of ticks free."""
    manager.go("/posts/?show=planned&of=all")
    manager.page.locator(".rows [name=posts]").first.check()
    expect(manager.page.locator("#selection")).to_be_visible()
    found = faults_of(manager, "ticked")
    for width in (1440, 390):
        manager.page.set_viewport_size({"width": width, "height": 500})
        for down in range(0, 140, 7):
            manager.page.evaluate("down => scrollTo(0, down)", down)
            found += [f"{width}, {down} down: {one}" for one in manager.page.evaluate(SIZES)]
    assert not found, found
    manager.page.evaluate("Object.assign(document.querySelector('#selection').style, {marginInlineEnd: 0, textAlign: 'end'})")
    spoilt = [manager.page.evaluate(f"scrollTo(0, {down}), {SIZES}") for down in range(0, 140, 7)]
    assert any(spoilt), "the control: a bar over the ticks is found out"


def test_several_conversations_are_ticked(manager: Walker) -> None:
    manager.go("/inbox/?whose=all")
    manager.page.locator("#inbox-rows [type=checkbox]").first.check()
    expect(manager.page.locator(".several")).to_be_visible()
    assert not (found := faults_of(manager, "several")), found
