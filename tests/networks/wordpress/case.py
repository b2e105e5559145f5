"""What the promises of every network are tried with here: a signed-in account, and a post whose draft is there already."""

from typing import Any

from tests.networks import recorded
from tests.networks.recorded import TEXT, TOKEN
from theke.networks.base import Account, Draft, Media, Op
from theke.networks.wordpress.limits import DEFAULT

PICTURE = "909"
LACKS = {
    "ready_later": "a picture is there when its upload is answered",
    "repeat_400": "a draft that is published again by its number is answered with the same post",
    "renewed": "an application password does not run out",
}
SITE = "https://bib.example"


def account(**other: Any) -> Account:
    given: dict[str, Any] = {"address": f"{SITE}/wp-json", "remote_id": "bib.example#42", "secret": {"password": TOKEN}}
    given |= {"limits": DEFAULT, "settings": {"user": "hafen", "home": SITE, "lang": "de-DE"}}
    return recorded.account(**given | other)


def op(kind: Any = "post", **other: Any) -> Op:
    return recorded.op(kind, **{"state": {"draft": {"id": 111}}} | other)


def worn(media: Media) -> Op:
    """A post whose draft somebody has thrown away on the site after a first try."""
    return op(draft=Draft(TEXT, media=(media,)), state={"draft": {"id": 111}})
