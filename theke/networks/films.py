"""Addresses of films and recordings, as they look on the places where libraries put theirs."""

import re
from urllib.parse import urlsplit

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


def is_film(link: str) -> bool:
    """Whether an address, as it looks, is that of a film or a recording. Broadcasters are left out: they caption by themselves."""
    try:
        parts = urlsplit(link)
        place = PLACES.get((parts.hostname or "").removeprefix("www."))
    except ValueError:
        return False
    return bool(FILE.search(parts.path) or PEERTUBE.match(parts.path) or (place and place.search(parts.path)))
