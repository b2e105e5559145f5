"""What each network can is told before anybody connects, by the networks themselves."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.people import Cast
from theke.channels.comparing import ABILITIES, everything, lines
from theke.channels.reaching import NOT_PUBLIC, NOT_SECURE, why_unreachable
from theke.networks.guides import HERE, LANGUAGES, guide
from theke.networks.registry import KEYS

ALLOWED = {"h2", "h3", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "code", "a", "pre"}
WITH_A_GUIDE = [key for key in KEYS if (HERE / key / "guide").is_dir()]


class Tags(HTMLParser):
    """Collects what stands in a fragment."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_ability_has_a_line_and_every_network_a_column() -> None:
    columns = everything()
    assert [one.facts.key for one in columns] == list(KEYS)
    assert all(len(line.cells) == len(KEYS) for line in lines(columns))
    known = {name for one in columns for name in one.limits.can if ":" not in name}
    assert known <= set(ABILITIES)


@pytest.mark.parametrize("lang", ["de", "sv", "en"])
def test_the_pages_can_be_read_by_everybody(people: Cast, lang: str) -> None:
    client = Client()
    people.jana.language = lang
    people.jana.save()
    client.force_login(people.jana)
    assert client.get(reverse("channels:networks")).status_code == 200
    for key in KEYS:
        assert client.get(reverse("channels:network", args=[key])).status_code == 200
    assert client.get(reverse("channels:network", args=["myspace"])).status_code == 404


@pytest.mark.parametrize("key", WITH_A_GUIDE)
def test_a_guide_is_there_in_three_languages_with_the_same_parts_and_plain_tags(key: str) -> None:
    read = {lang: guide(key, lang) for lang in LANGUAGES}
    assert len(set(read.values())) == len(LANGUAGES)
    shapes = []
    for text in read.values():
        tags = Tags()
        tags.feed(text)
        assert {tag for tag, _attributes in tags.seen} <= ALLOWED
        assert all(set(attributes) <= {"href", "rel", "lang", "scope"} for _tag, attributes in tags.seen)
        shapes.append([tag for tag, _attributes in tags.seen if tag in ("h2", "table", "ol")])
        assert len(re.findall(r"\w+", text)) > 120
    assert shapes[0] == shapes[1] == shapes[2]


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://theke.seeborn.example", ""),
        ("https://93.184.216.34", ""),
        ("http://theke.seeborn.example", NOT_SECURE),
        ("http://localhost:8000", NOT_PUBLIC),
        ("https://192.168.1.20", NOT_PUBLIC),
        ("https://theke.rathaus.local", NOT_PUBLIC),
        ("https://theke", NOT_PUBLIC),
    ],
)
def test_whether_the_internet_can_fetch_from_here_is_said_before_connecting(address: str, why: str) -> None:
    assert why_unreachable(address) == why


def test_a_channel_of_a_network_that_is_gone_keeps_its_pages_and_posts(people: Cast) -> None:
    channel = factories.channel(people.library, network_key="my_old_network", name="MySpace der Jugendbibliothek")
    post = factories.post(people.jana, channel, text="Das war 2009")
    factories.delivery(post, channel, state="sent")
    client = Client()
    client.force_login(people.maria)
    for path in (
        reverse("channels:list"),
        reverse("channels:page", args=[channel.pk]),
        reverse("publishing:page", args=[post.uuid]),
        reverse("posts:edit", args=[post.uuid]),
        "/",
    ):
        got = client.get(path, follow=True)
        assert got.status_code == 200, path
    assert "MySpace der Jugendbibliothek" in client.get(reverse("channels:list")).content.decode()
