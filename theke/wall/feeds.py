"""The posts as feeds: Atom and JSON Feed 1.1 (B40)."""

import unicodedata
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Enclosure
from django.utils.html import escape, linebreaks, urlize

from theke.people.models import Library
from theke.wall.showing import Shown

MOST = 30


def address(library: Library, one: Shown) -> str:
    """Where a post stands, in full."""
    return settings.URL + reverse("wall:post", args=[library.slug, one.uuid])


def _clean(text: str) -> str:
    return "".join(char for char in text if char in "\n\t" or unicodedata.category(char) != "Cc")


def html_of(one: Shown) -> str:
    """The post as plain HTML, pictures after the text."""
    pictures = "".join(
        f'<p><img src="{settings.URL}{p.url}" alt="{escape(p.alt)}" width="{p.width}" height="{p.height}"></p>'
        for p in one.pictures
    )
    warning = f"<p><strong>{escape(_clean(one.warning))}</strong></p>" if one.warning else ""
    return warning + linebreaks(urlize(_clean(one.text), autoescape=True)) + pictures


def atom(library: Library, posts: list[Shown]) -> str:
    """The Atom feed."""
    home = settings.URL + reverse("wall:library", args=[library.slug])
    feed_url = settings.URL + reverse("wall:atom", args=[library.slug])
    feed = Atom1Feed(library.name, home, "", library.language, author_name=library.name, feed_url=feed_url)
    for one in posts:
        enclosures = [Enclosure(settings.URL + p.url, str(p.size), p.mime) for p in one.pictures]
        feed.add_item(
            _clean(one.headline),
            address(library, one),
            html_of(one),
            pubdate=one.at,
            updateddate=one.changed_at,
            unique_id=f"urn:uuid:{one.uuid}",
            enclosures=enclosures,
        )
    return str(feed.writeString("utf-8"))


def json_feed(library: Library, posts: list[Shown]) -> dict[str, Any]:
    """The JSON feed."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": library.name,
        "language": library.language,
        "home_page_url": settings.URL + reverse("wall:library", args=[library.slug]),
        "feed_url": settings.URL + reverse("wall:json", args=[library.slug]),
        "items": [_item(library, one) for one in posts],
    }


def _item(library: Library, one: Shown) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": f"urn:uuid:{one.uuid}",
        "url": address(library, one),
        "content_html": html_of(one),
        "content_text": one.text,
        "date_published": one.at.isoformat(),
        "language": one.lang,
    }
    optional = {
        "title": one.title,
        "summary": one.warning,
        "date_modified": one.edited_at.isoformat() if one.edited_at else "",
        "image": settings.URL + one.pictures[0].url if one.pictures else "",
        "tags": [one.branch.name] if one.branch else [],
    }
    return item | {key: value for key, value in optional.items() if value}
