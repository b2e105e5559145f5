"""Publishing in two steps, as Instagram and Threads do: a container that nobody sees, and the one call that publishes it.

The container's id is kept before that call, and its status says afterwards what became of it: so nothing is published twice.
Sources: developers.facebook.com/docs/instagram-platform/content-publishing, /docs/threads/posts, /docs/threads/troubleshooting.
A container is being processed for a while, must be FINISHED before it is published, and ends after a day.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from theke.networks.base import JSON, Account, Draft, Later, Media, Op, Refused, Unsure, gettext_noop
from theke.networks.graph.calling import safe_id
from theke.networks.graph.errors import NOT_READY_REST, STILL_PROCESSING, GraphRefused, missing
from theke.networks.judging import NO_CLEAR_ANSWER, Answer

NAME = "container"
"""Its place in `Op.state`: `children` and `id` (of containers), `made`, `failed`, `offered` (how often), `published`."""
OFFERS = 3
"""How often one container is offered for publishing, before a new one takes its place."""
CONTAINERS = 2
"""How many there may be for one post: a first and a second."""
POLL_AGAIN = 5.0
OVER = ("ERROR", "EXPIRED", "GONE")
NOTHING: JSON = {"children": [], "id": "", "made": 0, "failed": 0, "offered": 0, "published": False}

FAILED = gettext_noop("Meta could not make a post of this: %(answer)s")
NOT_TAKEN = gettext_noop("Meta did not find the post that it had prepared itself, several times. Please try again later.")
NOT_REACHED = gettext_noop("This desk has no address from which the network could fetch the picture.")

Keep = Callable[[str, Any], None]


class Api(Protocol):
    """How a network is called."""

    def get(self, account: Account, path: str, **query: Any) -> Answer:
        """Read."""

    def post(self, account: Account, path: str, form: JSON, **more: Any) -> Answer:
        """Write."""


@dataclass(frozen=True)
class Way:
    """What differs between the networks that publish so."""

    api: Api
    edge: str
    """Where containers are made, below the account."""
    publish: str
    status: str
    """The field that holds the status."""
    trouble: str
    """The field that says what went wrong."""
    whole: Callable[[Draft], JSON]
    """The fields of the text and what it answers."""
    single: Callable[[Media], JSON]
    """The fields of a picture."""


def prepare(way: Way, account: Account, op: Op, keep: Keep) -> None:
    """See that a container is there and finished, and keep its id. Raises Later while it is being processed.

    May be called again at any time: what is kept is gone on with, what has expired or failed is made anew, once.
    """
    kept = dict(op.state.get(NAME) or NOTHING)
    state = _state(way, account, kept["id"]) if kept["id"] else ""
    if state == "PUBLISHED":
        keep(NAME, kept | {"published": True})
        return
    worn = state == "FINISHED" and kept["offered"] >= OFFERS and kept["made"] < CONTAINERS
    if worn or state in OVER:
        kept = _anew(way, account, kept, kept["id"], state)
        state = ""
    kept = _made(way, account, op.draft or Draft(""), kept, keep)
    if state != "FINISHED":
        _see_finished(way, account, kept, kept["id"], keep)
    keep(NAME, kept | {"offered": kept["offered"] + 1})


def _anew(way: Way, account: Account, kept: JSON, identity: str, state: str) -> JSON:
    """To begin again. Raises Refused when Meta has failed at it too often: another container would fare no better."""
    failed = kept["failed"] + (1 if state == "ERROR" else 0)
    if failed >= CONTAINERS:
        raise Refused(FAILED, answer=_why(way, account, identity))
    return NOTHING | {"made": kept["made"], "failed": failed}


def _made(way: Way, account: Account, draft: Draft, kept: JSON, keep: Keep) -> JSON:
    if kept["id"]:
        return kept
    several = len(draft.media) > 1
    for media in draft.media[len(kept["children"]) :] if several else ():
        one = _create(way, account, _picture(way, media) | {"is_carousel_item": "true"})
        kept = kept | {"children": [*kept["children"], one]}
        keep(NAME, kept)
    for child in kept["children"]:
        _see_finished(way, account, kept, child, keep)
    fields = _kind(way, draft, kept["children"]) | way.whole(draft)
    kept = kept | {"id": _create(way, account, fields), "made": kept["made"] + 1}
    keep(NAME, kept)
    return kept


def _kind(way: Way, draft: Draft, children: list[str]) -> JSON:
    if children:
        return {"media_type": "CAROUSEL", "children": ",".join(children)}
    return _picture(way, draft.media[0]) if draft.media else {"media_type": "TEXT"}


def _picture(way: Way, media: Media) -> JSON:
    if not media.public_url.startswith("https://"):
        raise Refused(NOT_REACHED)
    return {"image_url": media.public_url} | ({"alt_text": media.alt} if media.alt else {}) | way.single(media)


def _create(way: Way, account: Account, fields: JSON) -> str:
    """A container that is made twice is one that nobody sees, and ends by itself."""
    answer = way.api.post(account, f"{account.remote_id}/{way.edge}", fields, repeatable=True)
    with answer.reading():
        return safe_id(str(answer.object()["id"]))


def _state(way: Way, account: Account, identity: str) -> str:
    """IN_PROGRESS, FINISHED, PUBLISHED, ERROR, EXPIRED; GONE for a container that Meta no longer knows."""
    try:
        answer = way.api.get(account, safe_id(identity), fields=f"id,{way.status}")
    except GraphRefused as no:
        if no.code != 100:
            raise
        return "GONE"
    with answer.reading():
        return str(answer.object()[way.status])


def _why(way: Way, account: Account, identity: str) -> str:
    answer = way.api.get(account, safe_id(identity), fields=f"id,{way.trouble}")
    with answer.reading():
        return answer.clean(str(answer.object().get(way.trouble) or "ERROR"))[:200]


def _see_finished(way: Way, account: Account, kept: JSON, identity: str, keep: Keep) -> None:
    state = _state(way, account, identity)
    if state in OVER:
        keep(NAME, _anew(way, account, kept, identity, state))
    if state != "FINISHED":
        raise Later(STILL_PROCESSING, again_in=POLL_AGAIN)


def publish(way: Way, account: Account, op: Op) -> str:
    """The one call; gives the id of what is published. Raises Unsure for a container that is published already: then one looks."""
    kept = op.state.get(NAME) or NOTHING
    if kept["published"] or not kept["id"]:
        raise Unsure(NO_CLEAR_ANSWER, host=account.address.split("://")[-1])
    try:
        answer = way.api.post(account, f"{account.remote_id}/{way.publish}", {"creation_id": kept["id"]})
    except Later as rest:
        if missing(rest) and kept["made"] >= CONTAINERS and kept["offered"] >= OFFERS:
            raise Refused(NOT_TAKEN) from rest
        raise
    with answer.reading():
        return safe_id(str(answer.object()["id"]))


def became(way: Way, account: Account, op: Op) -> str:
    """What the container says became of the call: `published`, `not`, or `unknown`. Raises Later while it is being worked on."""
    kept = op.state.get(NAME) or NOTHING
    state = _state(way, account, kept["id"]) if kept["id"] else "GONE"
    if state == "IN_PROGRESS":
        raise Later(STILL_PROCESSING, again_in=NOT_READY_REST)
    return {"PUBLISHED": "published", "GONE": "unknown"}.get(state, "not")
