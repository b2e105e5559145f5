"""Tags: chosen from the site's own or typed, found there or made."""

from html import unescape
from typing import Any

from theke.networks.base import Account, Draft, Op
from theke.networks.judging import Rejected
from theke.networks.wordpress import api

TAGS = "/wp/v2/tags"
MOST = 30
LONGEST = 100


def tags_of(account: Account, op: Op) -> list[int]:
    """The numbers of the tags of a post."""
    options = (op.draft or Draft("")).options
    typed = str(options.get("new_tags") or "").split(",")
    names = [" ".join(str(one).lstrip("# ").split())[:LONGEST] for one in [*(options.get("tags") or []), *typed]]
    return [_tag(account, name) for name in {name.lower(): name for name in names if name}.values()][:MOST]


def _tag(account: Account, name: str) -> int:
    answer = api.get(account, TAGS, query={"search": name, "per_page": 100, "_fields": "id,name"})
    with answer.reading():
        for told in api.read_list(answer):
            if unescape(str(told["name"])).lower() == name.lower():
                return int(told["id"])
    return _made(account, name)


def _made(account: Account, name: str) -> int:
    try:
        answer = api.post(account, TAGS, json={"name": name}, query={"_fields": "id"}, repeatable=True)
    except Rejected as no:
        told: Any = api.read(no.answer)
        if api.code_of(no.answer) != "term_exists":
            raise
        with no.answer.reading():
            return int(told["data"]["term_id"])
    told = api.read_object(answer)
    with answer.reading():
        return int(told["id"])
