"""Films and recordings that a text links to (R21). They lie elsewhere, so whether they have captions is said by whoever links to them."""

import re
from urllib.parse import urlsplit

from theke.guidelines.rules.base import Context, Draft, Finding
from theke.guidelines.rules.links import host_of, links
from theke.guidelines.rules.texts import with_below
from theke.networks.base import gettext_noop

POINT = "4-law"
FILE = re.compile(r"(?i)\.(?:mp4|m4v|mov|webm|ogv|mp3|m4a|ogg|oga|opus|wav)$")
PLACES = {
    "youtu.be": re.compile(r"^/[\w-]"),
    "youtube.com": re.compile(r"^/(?:watch$|shorts/|live/|playlist$|embed/)"),
    "m.youtube.com": re.compile(r"^/(?:watch$|shorts/|live/)"),
    "vimeo.com": re.compile(r"^/(?:\d|showcase/|channels/)"),
    "player.vimeo.com": re.compile(r"^/video/"),
    "dailymotion.com": re.compile(r"^/video/"),
    "fb.watch": re.compile(r"^/\w"),
    "facebook.com": re.compile(r"^/(?:watch|reel)/|^/[^/]+/videos/"),
    "instagram.com": re.compile(r"^/(?:reel|reels|tv)/"),
    "tiktok.com": re.compile(r"^/@[^/]+/video/"),
    "soundcloud.com": re.compile(r"^/[^/]+/[^/]+"),
    "open.spotify.com": re.compile(r"^/(?:intl-\w\w/)?(?:episode|show)/"),
    "podcasts.apple.com": re.compile(r"/podcast/"),
}
PEERTUBE = re.compile(r"^/(?:w/(?:p/)?[A-Za-z0-9]{22}|videos/watch/[0-9a-f-]{36})(?:$|[/?])")
"""As PeerTube's own addresses look, on whichever host."""
UNSAID = gettext_noop(
    "“%(seen)s” leads to a film or a recording. Whoever cannot hear it needs captions, or its words in writing. Please tick below that they are there."
)


def is_film(link: str) -> bool:
    """Whether an address, as it looks, is that of a film or a recording. Broadcasters are left out: they caption by themselves."""
    try:
        path = urlsplit(link).path
    except ValueError:
        return False
    place = PLACES.get(host_of(link))
    return bool(FILE.search(path) or PEERTUBE.match(path) or (place and place.search(path)))


def linked_films_can_be_read(draft: Draft, context: Context) -> list[Finding]:
    """R21, of what lies elsewhere: a hint until somebody has said that it can be read; nothing where nobody is asked."""
    if draft.films_captioned is not False:
        return []
    return [
        Finding("R21", "hint", POINT, UNSAID, {"seen": link}, key, start=start, end=start + len(link), seen=link)
        for key, text in with_below(draft)
        for start, link in links(text)
        if is_film(link)
    ]
