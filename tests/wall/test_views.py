"""The library's public pages (B40): a post is there as soon as it is delivered, and gone as soon as it is taken down."""

import json
import re
import uuid
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from tests import factories
from tests.people import Cast
from theke.channels.models import Channel
from theke.media.publicity import open_to_public
from theke.media.receiving import receive
from theke.publishing.models import Delivery


@pytest.fixture
def pages(people: Cast) -> Channel:
    return factories.channel(people.library, network_key="website", name="Website")


def published(people: Cast, pages: Channel, **fields: str) -> Delivery:
    return factories.delivery(factories.post(people.jana, pages, **fields), pages, state="sent")


def library_page(people: Cast) -> str:
    return reverse("wall:library", args=[people.library.slug])


def post_page(people: Cast, one: Delivery) -> str:
    return reverse("wall:post", args=[people.library.slug, one.uuid])


def test_a_delivered_post_is_on_the_library_page_its_branch_page_and_its_own(
    client: Client, people: Cast, pages: Channel
) -> None:
    one = published(people, pages, text="Am Samstag wird vorgelesen.\n\nJana Berg, Hafen")
    branch = reverse("wall:branch", args=[people.library.slug, people.harbour.slug])
    other = reverse("wall:branch", args=[people.library.slug, people.south.slug])
    for path in (library_page(people), branch, post_page(people, one)):
        shown = client.get(path).content.decode()
        assert "Am Samstag wird vorgelesen." in shown and "Jana Berg, Hafen" in shown
    assert "Am Samstag" not in client.get(other).content.decode()


@pytest.mark.parametrize("state", ["due", "sending", "failed", "ask", "cancelled"])
def test_what_is_not_out_yet_is_nowhere(client: Client, people: Cast, pages: Channel, state: str) -> None:
    one = factories.delivery(factories.post(people.jana, pages), pages, state=state)
    assert "Am Samstag" not in client.get(library_page(people)).content.decode()
    assert client.get(post_page(people, one)).status_code == 404


def test_posts_of_other_channels_and_libraries_are_nowhere(client: Client, people: Cast, pages: Channel) -> None:
    elsewhere = factories.channel(people.library)
    one = factories.delivery(factories.post(people.jana, elsewhere), elsewhere, state="sent")
    assert client.get(post_page(people, one)).status_code == 404
    assert people.stranger.library
    wrong = reverse("wall:post", args=[people.stranger.library.slug, published(people, pages).uuid])
    assert client.get(wrong).status_code == 404


def test_a_removed_post_answers_gone_and_leaves_lists_and_feeds(client: Client, people: Cast, pages: Channel) -> None:
    one = published(people, pages)
    factories.delivery(one.post, pages, kind="remove", purpose="remove:1", original=one, state="sent")
    assert client.get(post_page(people, one)).status_code == 410
    for name in ("wall:library", "wall:atom", "wall:json"):
        assert "Am Samstag" not in client.get(reverse(name, args=[people.library.slug])).content.decode()


def test_an_edited_post_shows_its_new_text_and_says_so(client: Client, people: Cast, pages: Channel) -> None:
    one = published(people, pages)
    new = one.payload | {"text": "Am Sonntag wird vorgelesen."}
    factories.delivery(one.post, pages, kind="edit", purpose="edit:1", original=one, state="sent", payload=new)
    shown = client.get(post_page(people, one)).content.decode()
    assert "Am Sonntag" in shown and "Am Samstag" not in shown and "bearbeitet" in shown


def test_a_personal_statement_is_marked_for_everybody(client: Client, people: Cast, pages: Channel) -> None:
    """A21."""
    one = published(people, pages, kind="personal")
    assert "persönliche Stellungnahme" in client.get(post_page(people, one)).content.decode()
    assert "persönliche" not in client.get(post_page(people, published(people, pages))).content.decode()


def test_a_picture_stands_there_with_its_description(client: Client, people: Cast, pages: Channel) -> None:
    file = BytesIO()
    Image.new("RGB", (640, 480), "teal").save(file, "JPEG")
    asset = receive(SimpleUploadedFile("a.jpg", file.getvalue(), "image/jpeg"), library=people.library, by=people.jana)
    one = published(people, pages)
    one.payload["media"] = [{"asset": asset.pk, "spec": "view", "alt": "Eine Frau liest vor", "focus": [0, 0]}]
    one.save()
    open_to_public(asset, str(one.uuid))
    shown = client.get(post_page(people, one)).content.decode()
    assert 'alt="Eine Frau liest vor"' in shown
    source = re.findall(r'src="(/m/[^"]+)"', shown)[0]
    fetched = client.get(source)
    fetched.close()
    assert fetched.status_code == 200


def test_no_cookie_no_script_and_a_strict_policy(client: Client, people: Cast, pages: Channel) -> None:
    answer = client.get(post_page(people, published(people, pages)))
    assert not answer.cookies and "Cookie" not in answer.headers.get("Vary", "")
    assert b"<script" not in answer.content and b"http://" not in answer.content.replace(b"http://testserver", b"")
    assert "script-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "public" in answer.headers["Cache-Control"]


def test_an_unchanged_page_is_not_sent_twice_and_a_changed_one_is(client: Client, people: Cast, pages: Channel) -> None:
    published(people, pages)
    first = client.get(library_page(people))
    known = {"If-None-Match": first.headers["ETag"]}
    assert client.get(library_page(people), headers=known).status_code == 304
    published(people, pages, text="Neues")
    assert client.get(library_page(people), headers=known).status_code == 200


def test_the_page_speaks_the_librarys_language_whatever_the_visitors_is(client: Client, people: Cast, pages: Channel) -> None:
    people.library.languages = ["sv"]
    people.library.save()
    answer = client.get(library_page(people), headers={"Accept-Language": "de"})
    assert 'lang="sv"' in answer.content.decode() and answer.headers["Content-Language"] == "sv"


def test_text_cannot_become_markup(client: Client, people: Cast, pages: Channel) -> None:
    one = published(people, pages, text="<script>alert(1)</script> https://seeborn.example/a", title="<b>")
    for path in (post_page(people, one), reverse("wall:atom", args=[people.library.slug])):
        assert "<script>" not in client.get(path).content.decode()


def test_atom_and_json_feeds_hold_the_posts(client: Client, people: Cast, pages: Channel) -> None:
    one = published(people, pages, title="Vorlesen", text="Um 11 Uhr.\x0b")
    atom = client.get(reverse("wall:atom", args=[people.library.slug]))
    tree = ET.fromstring(atom.content)
    entry = tree.find("{http://www.w3.org/2005/Atom}entry")
    assert entry is not None and entry.findtext("{http://www.w3.org/2005/Atom}title") == "Vorlesen"
    feed = json.loads(client.get(reverse("wall:json", args=[people.library.slug])).content)
    assert feed["items"][0]["id"] == f"urn:uuid:{one.uuid}" and feed["items"][0]["url"].endswith(post_page(people, one))


def test_three_posts_need_the_queries_of_one(
    client: Client, people: Cast, pages: Channel, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(3):
        published(people, pages)
        with django_assert_max_num_queries(6):
            client.get(library_page(people))


@pytest.mark.parametrize("page", ["0", "99", "x", "\x00"])
def test_odd_addresses_are_no_error_of_ours(client: Client, people: Cast, pages: Channel, page: str) -> None:
    published(people, pages)
    assert client.get(library_page(people), {"page": page}).status_code == 200
    assert client.get(f"/w/{people.library.slug}/{uuid.uuid4()}/").status_code == 404
    assert client.get("/w/nobody/").status_code == 404
    assert client.post(library_page(people)).status_code == 405
