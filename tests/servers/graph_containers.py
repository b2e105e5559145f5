"""The contract of Instagram and Threads: containers in their order, comments, and tokens of 60 days.

Sources: developers.facebook.com/docs/instagram-platform (content publishing, comment moderation, business login), /docs/threads.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.servers.graph_rules import (
    BOOL,
    CURSOR,
    GONE,
    HTTPS,
    INSTAGRAM,
    LIMIT,
    ROUTES,
    SECRET,
    THREADS,
    VERSION,
    Call,
    Fail,
    Route,
    fits,
    known,
    one_of,
    paged,
    words,
)

if TYPE_CHECKING:
    from tests.servers.graph import Graph

THING = r"(?P<id>\d+)"
CHILDREN = fits(r"\d+(,\d+){1,19}")


@dataclass(frozen=True)
class Place:
    """What differs between the two."""

    host: str
    kind: str
    prefix: str
    version: str
    edge: str
    publish: str
    status: str
    trouble: str
    text: str
    most: int
    codes: str

    def names(self) -> tuple[str, ...]:
        """The fields of a container."""
        return ("id", self.status, self.trouble)


IG = Place(
    INSTAGRAM, "instagram", "ig", VERSION, "media", "media_publish", "status_code", "status", "caption", 10, "api.instagram.com"
)
TH = Place(THREADS, "threads", "th", r"v1\.0", "threads", "threads_publish", "status", "error_message", "text", 20, THREADS)
MEDIA: tuple[str, ...] = (
    "id",
    "caption",
    "text",
    "timestamp",
    "permalink",
    "media_type",
    "like_count",
    "comments_count",
    "comments",
    "username",
)
MEDIA += (
    "is_reply",
    "is_reply_owned_by_me",
    "replied_to",
    "root_post",
    "hide_status",
    "has_replies",
    "hidden",
    "from",
    "replies",
)
ME: tuple[str, ...] = (
    "id",
    "user_id",
    "username",
    "name",
    "account_type",
    "followers_count",
    "media_count",
    "biography",
    "website",
)
ME += ("threads_biography", "threads_profile_picture_url")


def _code(place: Place) -> Any:
    def act(graph: "Graph", call: Call) -> Any:
        if not graph.codes.pop(call.given["code"], False):
            raise Fail(100, 36007, "This authorization code has been used")
        subject = "43" if place is IG else "44"
        graph.tokens["short-token"] = (f"{place.kind}-short", subject)
        told = {"access_token": "short-token", "user_id": int(subject)}
        return {"data": [told | {"permissions": "all"}]} if place is IG else told

    return act


def _exchange(place: Place) -> Any:
    def act(graph: "Graph", call: Call) -> Any:
        graph.tokens[f"{place.prefix}-token"] = (place.kind, call.subject)
        return {"access_token": f"{place.prefix}-token", "token_type": "bearer", "expires_in": 5_183_944}

    return act


def _refresh(place: Place) -> Any:
    def act(graph: "Graph", call: Call) -> Any:
        fresh = f"{place.prefix}-token-{graph.new_id()}"
        graph.tokens[fresh] = (place.kind, call.subject)
        return {"access_token": fresh, "token_type": "bearer", "expires_in": 5_184_000}

    return act


def _me(graph: "Graph", call: Call) -> Any:
    told = {"id": call.subject, "user_id": call.subject, "username": "hafen", "name": "Bibliothek Hafen"}
    return told | {"followers_count": 321, "media_count": 7, "biography": "Lesen am Hafen"} | {"threads_biography": "Lesen"}


def _container(place: Place) -> Any:
    def act(graph: "Graph", call: Call) -> Any:
        call.own()
        given = call.given
        _check(place, graph, given)
        identity = graph.new_id()
        graph.things[identity] = {"kind": "container", "id": identity, "polls": 0, "state": "", "place": place.kind} | given
        return {"id": identity}

    return act


def _check(place: Place, graph: "Graph", given: dict[str, Any]) -> None:
    text = str(given.get(place.text, ""))
    _check_kind(place, graph, given, text)
    if place is IG:
        _check_caption(text)
        if not str(given.get("image_url", ".jpg")).endswith(".jpg"):
            raise Fail(36001, 2207005, "The image format is not supported", breach=True)
    elif len(text.encode()) > 500:
        raise Fail(100, 0, "Param text must be at most 500 characters long", breach=True)
    elif len(set(re.findall(r"https?://\S+", text))) > 5:
        raise Fail(100, 0, "THREADS_API__LINK_LIMIT_EXCEEDED", breach=True)


def _check_kind(place: Place, graph: "Graph", given: dict[str, Any], text: str) -> None:
    kind = given.get("media_type", "IMAGE")
    if kind == "CAROUSEL":
        _check_children(place, graph, given["children"].split(","))
    elif kind == "TEXT":
        if not text or "image_url" in given:
            raise Fail(100, 0, "(#100) A text needs its text and nothing else", breach=True)
    elif "image_url" not in given or (given.get("is_carousel_item") == "true" and text):
        raise Fail(100, 0, "(#100) An image needs image_url; the caption belongs to the carousel", breach=True)


def _check_caption(text: str) -> None:
    if len(text) > 2200 or len(re.findall(r"#\w+", text)) > 5 or len(re.findall(r"@\w+", text)) > 20:
        raise Fail(36004, 2207010, "Caption too long", breach=True)


def _check_children(place: Place, graph: "Graph", ids: list[str]) -> None:
    ones = [graph.things.get(one) or {} for one in ids]
    fine = all(one.get("is_carousel_item") == "true" and one["state"] == "FINISHED" for one in ones)
    if not 2 <= len(ids) <= place.most or not fine or len(set(ids)) != len(ids):
        raise Fail(100, 2207028, "The carousel's items are too few, too many or not finished", breach=True)


def _one(place: Place) -> Any:
    def act(graph: "Graph", call: Call) -> Any:
        if call.path["id"] == call.subject:
            return _me(graph, call)
        one = call.thing(graph, "container", "media", "comment")
        if one["kind"] != "container":
            if place.status in call.given["fields"].split(","):
                raise Fail(100, 0, f"(#100) Tried accessing nonexisting field ({place.status})", breach=True)
            return _shown(graph, place, one)
        if not set(call.given["fields"].split(",")) <= set(place.names()):
            raise Fail(100, 0, "(#100) Tried accessing nonexisting field", breach=True)
        one["polls"] += 1
        if not one["state"] and one["polls"] > graph.polls_until_finished:
            one["state"] = "FINISHED"
        return {"id": one["id"], place.status: one["state"] or "IN_PROGRESS", place.trouble: one.get("why", "")}

    return act


def _publish(place: Place) -> Any:
    def act(graph: "Graph", call: Call) -> Any:
        call.own()
        one = graph.things.get(call.given["creation_id"]) or {}
        if one.get("kind") != "container" or one.get("is_carousel_item"):
            raise Fail(100, 33, GONE, breach=True)
        if one["state"] != "FINISHED":
            # Also for one that is published already: nobody documents what a second call does, so we allow none.
            raise Fail(9007, 2207027, "Media ID is not available", breach=True)
        one["state"] = "PUBLISHED"
        identity = graph.new_id()
        ids = str(one.get("children", "")).split(",") if one.get("children") else [one["id"]]
        pictures = [graph.things[each].get("alt_text", "") for each in ids if "image_url" in graph.things[each]]
        reply = {"on": one["reply_to_id"]} if "reply_to_id" in one else {}
        graph.things[identity] = {"kind": "media", "id": identity, "text": one.get(place.text, ""), "at": graph.now()} | {
            "alts": pictures,
            "from": {"id": call.subject, "name": "Bibliothek Hafen", "username": "hafen"},
            **reply,
        }
        return {"id": identity}

    return act


def _below(graph: "Graph", identity: str) -> list[dict[str, Any]]:
    both = [*graph.of("comment"), *graph.of("media")]
    return [one for c in both if c.get("on") == identity for one in (c, *_below(graph, c["id"]))]


def _shown(graph: "Graph", place: Place, one: dict[str, Any]) -> dict[str, Any]:
    who = one["from"]
    told = {
        "id": one["id"],
        "timestamp": one["at"],
        "username": who["username"],
        "permalink": f"https://{place.kind}.example/p/{one['id']}",
    }
    if place is TH:
        reply = (
            {"is_reply": True, "replied_to": {"id": one["on"]}, "is_reply_owned_by_me": who["id"] == "44"}
            if "on" in one
            else {}
        )
        hushed = {"hide_status": "HIDDEN" if one.get("hidden") else "NOT_HUSHED"} if "on" in one else {}
        return told | {"text": one["text"], "has_replies": bool(_below(graph, one["id"]))} | reply | hushed
    if one["kind"] == "comment":
        replies = [c for c in graph.of("comment") if c["on"] == one["id"]]
        below = {"replies": {"data": [_shown(graph, place, c) for c in replies]}} if replies else {}
        return (
            told
            | {"text": one["text"], "hidden": one.get("hidden", False), "from": {k: who[k] for k in ("id", "username")}}
            | below
        )
    comments = [_shown(graph, place, c) for c in graph.of("comment") if c["on"] == one["id"]]
    told |= {"comments": {"data": comments}} if comments else {}
    return told | {
        "caption": one["text"],
        "media_type": "IMAGE",
        "like_count": 4,
        "comments_count": len(_below(graph, one["id"])),
    }


def _mine(place: Place) -> Any:
    def act(graph: "Graph", call: Call) -> Any:
        call.own()
        own = [one for one in graph.of("media") if "on" not in one]
        return paged([_shown(graph, place, one) for one in own], call.given)

    return act


def _list_below(place: Place) -> Any:
    def act(graph: "Graph", call: Call) -> Any:
        if place is TH and call.path["id"] == call.subject:
            ours = [one for one in graph.of("media") if "on" in one]
            return paged([_shown(graph, place, one) for one in ours], call.given)
        one = call.thing(graph, "media", "comment")
        return paged([_shown(graph, place, c) for c in _below(graph, one["id"])], call.given)

    return act


def _reply(graph: "Graph", call: Call) -> Any:
    on = call.thing(graph, "media", "comment")
    if "parent" in on or on.get("hidden"):
        raise Fail(100, 0, "(#100) Replies go below a visible comment at the top", breach=True)
    identity = graph.said(on["id"], call.given["message"], "Hafen")
    graph.things[identity]["from"] = {"id": call.subject, "name": "Hafen", "username": "hafen"}
    return {"id": identity}


def _hide(graph: "Graph", call: Call) -> Any:
    call.thing(graph, "comment")["hidden"] = call.given["hide"] == "true"
    return {"success": True}


def _delete(*kinds: str) -> Any:
    def act(graph: "Graph", call: Call) -> Any:
        del graph.things[call.thing(graph, *kinds)["id"]]
        return {"success": True}

    return act


def _insights(graph: "Graph", call: Call) -> Any:
    call.thing(graph, "media")
    return {"data": [{"name": name, "values": [{"value": 4}]} for name in call.given["metric"].split(",")]}


def _tokens(place: Place) -> list[Route]:
    form = {"client_id": fits(r"\d+"), "client_secret": SECRET, "grant_type": one_of("authorization_code")}
    form |= {"redirect_uri": HTTPS, "code": words(500, 1)}
    long = {"grant_type": one_of(f"{place.prefix}_exchange_token"), "client_secret": SECRET}
    fresh = {"grant_type": one_of(f"{place.prefix}_refresh_token")}
    return [
        Route(place.codes, "POST", "/oauth/access_token", _code(place), "", form, tuple(form)),
        Route(place.host, "GET", "/access_token", _exchange(place), f"{place.kind}-short", long, tuple(long)),
        Route(place.host, "GET", "/refresh_access_token", _refresh(place), place.kind, fresh, tuple(fresh)),
    ]


def _routes(place: Place) -> list[Route]:
    image = {"image_url": HTTPS, "alt_text": words(1000, 1), "is_carousel_item": BOOL, "children": CHILDREN}
    image |= {place.text: words(2200), "media_type": one_of("CAROUSEL") if place is IG else one_of("TEXT", "IMAGE", "CAROUSEL")}
    image |= {"reply_to_id": fits(r"\d+"), "topic_tag": words(50, 1)} if place is TH else {}
    lists = {"fields": known(*MEDIA), "limit": LIMIT, "after": CURSOR, "since": fits(r"\d+")}
    at = f"/{place.version}"
    rows: list[tuple[str, str, Any, Any, tuple[str, ...]]] = [
        ("POST", f"{THING}/{place.edge}", _container(place), image, () if place is IG else ("media_type",)),
        ("POST", f"{THING}/{place.publish}", _publish(place), {"creation_id": fits(r"\d+")}, ("creation_id",)),
        ("GET", f"{THING}/{place.edge}", _mine(place), lists, ()),
        ("GET", THING, _one(place), {"fields": known(*MEDIA, *ME, *place.names())}, ("fields",)),
        ("GET", "me", _me, {"fields": known(*ME)}, ()),
    ]
    return [
        Route(place.host, method, f"{at}/{path}", act, place.kind, fields, needs) for method, path, act, fields, needs in rows
    ]


def _own(place: Place, rows: list[tuple[str, str, Any, Any, tuple[str, ...]]]) -> list[Route]:
    return [
        Route(place.host, m, f"/{place.version}/{path}", act, place.kind, fields, needs) for m, path, act, fields, needs in rows
    ]


LISTS = {"fields": known(*MEDIA), "limit": LIMIT, "after": CURSOR}
ROUTES += [*_tokens(IG), *_tokens(TH), *_routes(IG), *_routes(TH)]
ROUTES += _own(
    IG,
    [
        ("GET", f"{THING}/comments", _list_below(IG), LISTS, ()),
        ("GET", f"{THING}/replies", _list_below(IG), LISTS, ()),
        ("POST", f"{THING}/comments", _reply, {"message": words(2200, 1)}, ("message",)),
        ("POST", f"{THING}/replies", _reply, {"message": words(2200, 1)}, ("message",)),
        ("POST", THING, _hide, {"hide": BOOL}, ("hide",)),
        ("DELETE", THING, _delete("comment"), {}, ()),
    ],
)
ROUTES += _own(
    TH,
    [
        ("GET", f"{THING}/conversation", _list_below(TH), LISTS | {"reverse": BOOL}, ()),
        ("GET", f"{THING}/replies", _list_below(TH), LISTS | {"reverse": BOOL}, ()),
        ("GET", f"{THING}/mentions", lambda graph, call: {"data": []}, LISTS, ()),
        (
            "GET",
            f"{THING}/insights",
            _insights,
            {"metric": known("views", "likes", "replies", "reposts", "quotes", "shares")},
            (),
        ),
        (
            "GET",
            f"{THING}/threads_insights",
            lambda graph, call: {"data": [{"name": "followers_count", "total_value": {"value": 321}}]},
            {"metric": known("followers_count")},
            ("metric",),
        ),
        ("POST", f"{THING}/manage_reply", _hide, {"hide": BOOL}, ("hide",)),
        ("DELETE", THING, _delete("media"), {}, ()),
    ],
)
