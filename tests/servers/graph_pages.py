"""The contract of Pages on Facebook. Source: developers.facebook.com/docs/pages-api and the references of page, post and comment."""

import json
from typing import TYPE_CHECKING, Any

from tests.servers.graph_rules import (
    BOOL,
    CURSOR,
    FACEBOOK,
    ID,
    LIMIT,
    ROUTES,
    SECRET,
    VERSION,
    Call,
    Fail,
    Route,
    fits,
    known,
    number,
    one_of,
    paged,
    words,
)

if TYPE_CHECKING:
    from tests.servers.graph import Graph

POST = ("id", "message", "created_time", "permalink_url", "from", "attachments", "comments", "reactions", "shares")
COMMENT = ("id", "message", "created_time", "permalink_url", "is_hidden", "from", "parent", "attachment")
PROFILE = ("id", "name", "username", "about", "description", "followers_count", "fan_count", "link", "website", "picture")
ORDER = {"filter": one_of("toplevel", "stream"), "order": one_of("chronological", "reverse_chronological")}
PAGES = {"fields": known(*POST), "limit": LIMIT, "after": CURSOR, "since": number(1, 10**10)}
LARGEST_PICTURE = 4 * 1024 * 1024


def _token(graph: "Graph", call: Call) -> Any:
    given = call.given
    if "code" in given and graph.codes.pop(given["code"], False) and given["redirect_uri"]:
        graph.tokens["short-user"] = ("user", "7")
        return {"access_token": "short-user", "token_type": "bearer", "expires_in": 3600}
    if given.get("grant_type") == "fb_exchange_token" and given.get("fb_exchange_token") == "short-user":
        graph.tokens["long-user"] = ("user", "7")
        return {"access_token": "long-user", "token_type": "bearer", "expires_in": 5_184_000}
    raise Fail(100, 36007, "This authorization code has been used.")


def _accounts(graph: "Graph", call: Call) -> Any:
    graph.tokens["kids-token"] = ("page", "46")
    tokens = {subject: token for token, (kind, subject) in graph.tokens.items() if kind == "page"}
    tasks = ["CREATE_CONTENT", "MODERATE", "MANAGE"]
    rows = [{"id": one, "name": name, "access_token": tokens[one], "tasks": tasks} for one, name in graph.pages.items()]
    return paged(rows, call.given)


def _profile(graph: "Graph", call: Call) -> Any:
    told = {"id": call.path["id"], "name": graph.pages[call.subject], "username": "hafen", "followers_count": 321}
    return told | {"about": "Lesen am Hafen", "link": "https://www.facebook.com/hafen", "website": "https://bib.example"}


def _photo(graph: "Graph", call: Call) -> Any:
    call.own()
    source = call.given["source"]
    if not isinstance(source, bytes) or not source.startswith((b"\xff\xd8", b"\x89PNG")) or len(source) > LARGEST_PICTURE:
        raise Fail(
            324, 1366046, "Your photos couldn't be uploaded. Photos should be smaller than 4 MB and saved as JPG or PNG."
        )
    if call.given.get("published") != "false":
        raise Fail(100, 0, "a picture of its own would be a post of its own", breach=True)
    identity = graph.new_id()
    graph.things[identity] = {"kind": "photo", "id": identity, "alt": call.given.get("alt_text_custom", ""), "used": False}
    return {"id": identity}


def _attached(graph: "Graph", given: dict[str, Any]) -> list[str]:
    rows = [given[name] for name in sorted(given) if name.startswith("attached_media")]
    ids = [str(json.loads(row)["media_fbid"]) for row in rows]
    for one in ids:
        photo = graph.things.get(one)
        if not photo or photo["kind"] != "photo" or photo["used"]:
            raise Fail(100, 1366051, "These photos were already posted.")
        photo["used"] = True
    return ids


def _feed(graph: "Graph", call: Call) -> Any:
    call.own()
    if not call.given.get("message") and not any(name.startswith("attached_media") for name in call.given):
        raise Fail(100, 0, "(#100) Nothing to publish", breach=True)
    identity = f"{call.subject}_{graph.new_id()}"
    photos = _attached(graph, call.given)
    who = {"id": call.subject, "name": graph.pages[call.subject]}
    graph.things[identity] = {"kind": "post", "id": identity, "text": call.given.get("message", ""), "at": graph.now()} | {
        "from": who,
        "photos": photos,
        "link": call.given.get("link", ""),
    }
    return {"id": identity}


def _shown(graph: "Graph", one: dict[str, Any]) -> dict[str, Any]:
    told = {"id": one["id"], "created_time": one["at"], "permalink_url": f"https://www.facebook.com/{one['id']}"}
    told |= {"from": {k: one["from"][k] for k in ("id", "name")}} | ({"message": one["text"]} if one["text"] else {})
    if one["kind"] == "comment":
        parent = {"parent": {"id": one["parent"]["id"]}} if "parent" in one else {}
        return told | {"is_hidden": one.get("hidden", False)} | parent
    photos = [{"target": {"id": photo}} for photo in one["photos"]]
    below = _below(graph, one["id"])
    told |= {"attachments": {"data": [{"media_type": "album", "subattachments": {"data": photos}}]}} if photos else {}
    told |= {"reactions": {"data": [], "summary": {"total_count": 4}}}
    return told | {"comments": {"data": [_shown(graph, c) for c in below], "summary": {"total_count": len(below)}}}


def _below(graph: "Graph", identity: str) -> list[dict[str, Any]]:
    direct = [one for one in graph.of("comment") if one["on"] == identity]
    return [one for c in direct for one in (c, *_below(graph, c["id"]))]


def _list(graph: "Graph", call: Call) -> Any:
    call.own()
    return paged([_shown(graph, one) for one in graph.of("post")], call.given)


def _comments(graph: "Graph", call: Call) -> Any:
    return paged([_shown(graph, one) for one in _below(graph, call.thing(graph, "post", "comment")["id"])], call.given)


def _one(graph: "Graph", call: Call) -> Any:
    return _profile(graph, call) if call.path["id"] == call.subject else _shown(graph, call.thing(graph, "post", "comment"))


def _comment(graph: "Graph", call: Call) -> Any:
    on = call.thing(graph, "post", "comment")
    if "parent" in on:
        raise Fail(100, 0, "(#100) Comments go below a comment at the top", breach=True)
    identity = graph.said(on["id"], call.given["message"], "Bibliothek Hafen")
    graph.things[identity]["from"] = {"id": call.subject, "name": graph.pages[call.subject]}
    return {"id": identity}


def _change(graph: "Graph", call: Call) -> Any:
    one = call.thing(graph, "post", "comment")
    if "is_hidden" in call.given:
        if one["kind"] != "comment":
            raise Fail(100, 0, "(#100) Only comments can be hidden", breach=True)
        one["hidden"] = call.given["is_hidden"] == "true"
    else:
        one["text"] = call.given["message"]
    return {"success": True}


def _delete(graph: "Graph", call: Call) -> Any:
    del graph.things[call.thing(graph, "post", "comment")["id"]]
    return {"success": True}


def _page(method: str, path: str, act: Any, fields: Any = None, needs: tuple[str, ...] = ()) -> Route:
    return Route(FACEBOOK, method, f"/{VERSION}/{path}", act, "page", fields or {}, needs, proof=True)


_app = {"client_id": fits(r"\d+"), "client_secret": SECRET, "redirect_uri": words(2000, 8), "code": words(500, 1)}
_app |= {"grant_type": one_of("fb_exchange_token"), "fb_exchange_token": words(500, 1)}
THING = r"(?P<id>\d+(_\d+)?)"
ROUTES += [
    Route(FACEBOOK, "GET", f"/{VERSION}/oauth/access_token", _token, "", _app, ("client_id", "client_secret")),
    Route(
        FACEBOOK,
        "GET",
        f"/{VERSION}/debug_token",
        lambda graph, call: {"data": {"is_valid": True, "expires_at": 0, "data_access_expires_at": 1_803_000_000}},
        "app",
        {"input_token": words(500, 1)},
        ("input_token",),
    ),
    Route(
        FACEBOOK,
        "GET",
        f"/{VERSION}/me/accounts",
        _accounts,
        "user",
        {"fields": known("id", "name", "access_token", "tasks"), "limit": LIMIT, "after": CURSOR},
        proof=True,
    ),
    _page(
        "POST",
        f"{THING}/photos",
        _photo,
        {"published": BOOL, "alt_text_custom": words(1000), "source": lambda v: True},
        ("source",),
    ),
    _page(
        "POST",
        f"{THING}/feed",
        _feed,
        {"message": words(63_206), "link": fits(r"https?://\S+"), "published": BOOL, r"attached_media\[[0-9]\]": words(100, 5)},
    ),
    _page("GET", f"{THING}/feed", _list, PAGES),
    _page("GET", f"{THING}/tagged", lambda graph, call: {"data": []}, PAGES),
    _page("GET", f"{THING}/comments", _comments, ORDER | {"fields": known(*COMMENT), "limit": LIMIT, "after": CURSOR}),
    _page("POST", f"{THING}/comments", _comment, {"message": words(8000, 1), "attachment_id": ID}, ("message",)),
    _page("GET", THING, _one, {"fields": known(*POST, *COMMENT, *PROFILE)}),
    _page("POST", THING, _change, {"message": words(63_206), "is_hidden": BOOL}),
    _page("DELETE", THING, _delete),
]
