import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.views.defaults import server_error

from tests.people import Cast
from theke.people.models import Person


@pytest.mark.parametrize("language", ["de", "sv", "en"])
def test_the_language_is_chosen_before_sign_in_by_cookie(client: Client, people: Cast, language: str) -> None:
    client.post(reverse("desk:language"), {"language": language, "next": "/sign-in/"})
    assert f'lang="{language}"' in client.get("/sign-in/").content.decode()[:200]


def test_the_language_chosen_in_the_desk_is_kept_with_the_person(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    client.post(reverse("desk:language"), {"language": "sv"})
    client.post(reverse("desk:theme"), {"theme": "dark"})
    jana = Person.objects.get(pk=people.jana.pk)
    assert (jana.language, jana.theme) == ("sv", "dark")
    assert 'data-theme="dark"' in client.get("/").content.decode()


@pytest.mark.parametrize(
    "junk", [{"language": "xx"}, {"language": "de", "next": "https://evil.example"}, {"next": "//evil.example"}, {}]
)
def test_junk_choices_change_nothing_and_lead_home(client: Client, people: Cast, junk: dict[str, str]) -> None:
    client.cookies["theke_language"] = "junk\x01"
    for name in ("desk:language", "desk:theme"):
        assert client.post(reverse(name), junk).headers["Location"] == "/"


def test_settings_offer_only_what_the_person_may(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    assert reverse("desk:health") not in client.get(reverse("desk:settings")).content.decode()
    client.force_login(people.maria)
    assert reverse("desk:health") in client.get(reverse("desk:settings")).content.decode()


@pytest.mark.parametrize(("path", "place"), [("/colleagues/", "desk:settings"), ("/guideline/checks/", "guidelines:points")])
def test_the_rail_says_where_one_is_on_every_page(client: Client, people: Cast, path: str, place: str) -> None:
    client.force_login(people.maria)
    here = f'href="{reverse(place)}" data-key="g {"l" if "guide" in place else "e"}" aria-current="page"'
    assert here in " ".join(client.get(path).content.decode().split())


def test_what_the_phone_has_no_room_for_is_among_the_settings(client: Client, people: Cast) -> None:
    client.force_login(people.tom)
    tiles = client.get(reverse("desk:settings")).content.decode().split("<main")[1]
    for name in ("media:library", "publishing:list", "channels:list", "guidelines:points", "practice:timeline", "notices:list"):
        assert f'href="{reverse(name)}"' in tiles


def test_error_pages_have_the_librarys_look(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    for answer, status in ((client.get("/nowhere/"), 404), (client.get(reverse("people:library")), 403)):
        assert answer.status_code == status and b"theke.css" in answer.content


def test_an_error_of_ours_needs_no_database(people: Cast) -> None:
    answer = server_error(RequestFactory().get("/"))
    assert answer.status_code == 500 and b"theke.css" in answer.content


def test_a_stale_form_comes_back_with_what_was_typed(people: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.jana)
    given = {"text": "Am Samstag wird vorgelesen. " * 5, "csrfmiddlewaretoken": "stale"}
    ours = client.post("/profile/", given, headers={"Origin": "http://testserver"})
    assert ours.status_code == 403 and "Am Samstag" in ours.content.decode()
    theirs = client.post("/profile/", given, headers={"Origin": "https://evil.example"})
    assert theirs.status_code == 403 and "Am Samstag" not in theirs.content.decode()
    secret = client.post("/profile/password/", {"password1": "geheim"}, headers={"Origin": "http://testserver"})
    assert "geheim" not in secret.content.decode()


def test_search_engines_read_the_public_pages_only(client: Client) -> None:
    assert "Disallow: /\n" in client.get("/robots.txt").content.decode()


def test_the_frame_marks_where_one_is_and_counts_what_waits(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    page = client.get(reverse("people:colleagues")).content.decode()
    rail, bar = page.split("<main")[0], page.split('class="bar"')[1]
    assert (rail.count('aria-current="page"'), bar.count('aria-current="page"')) == (1, 1)
    assert client.get("/").content.decode().count('aria-current="page"') == 2


def test_colours_are_chosen_before_sign_in_by_cookie(client: Client, people: Cast) -> None:
    page = client.get("/sign-in/").content.decode()
    assert "data-theme" not in page and reverse("desk:theme") in page
    client.post(reverse("desk:theme"), {"theme": "dark", "next": "/sign-in/"})
    assert 'data-theme="dark"' in client.get("/sign-in/").content.decode()
    client.post(reverse("desk:theme"), {"theme": "system", "next": "/sign-in/"})
    assert "data-theme" not in client.get("/sign-in/").content.decode()


def test_every_desk_page_leads_to_the_statement_of_accessibility(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    statement = reverse("wall:accessibility", args=[people.library.slug])
    assert client.get("/").content.decode().count(f'href="{statement}"') == 2, "in the rail, and in the help for the phone"


def test_the_frame_asks_only_for_the_numbers_that_it_shows(client: Client, people: Cast) -> None:
    client.force_login(people.jana)
    asked = {}
    for url in ("/", reverse("people:profile")):
        with CaptureQueriesContext(connection) as seen:
            client.get(url)
        asked[url] = [one["sql"] for one in seen if "inbox_conversation" in one["sql"] and "notices_notice" in one["sql"]]
    today, profile = asked.values()
    assert len(today) == len(profile) == 1
    assert "publishing_urgent" in today[0] and "publishing_urgent" not in profile[0]
