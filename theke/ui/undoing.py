"""Offers to undo what was just done: a bar on the next page, with an ordinary form in it."""

import json
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest


@dataclass(frozen=True)
class Undo:
    """Where the undo is posted to, and with what."""

    url: str
    fields: dict[str, Any]


def offer(request: HttpRequest, words: str, url: str, **fields: Any) -> None:
    """Say what was done, and offer to undo it by a POST of `fields` to `url` (a list is sent as several fields of one name)."""
    messages.success(request, words, extra_tags=json.dumps({"url": url, "fields": fields}))


def offered(message: Message) -> Undo | None:
    """The offer that stands behind a message, if there is one."""
    if not (message.extra_tags or "").startswith("{"):
        return None
    kept = json.loads(message.extra_tags)
    return Undo(kept["url"], kept["fields"])
