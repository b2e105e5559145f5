"""Looks what became of a write whose answer is missing, by reading the account's own posts."""

import html
import unicodedata
from datetime import timedelta

from theke.networks.base import JSON, Absent, Account, Draft, Found, Op, Ref, Unknown, gettext_noop
from theke.networks.judging import Rejected
from theke.networks.x import api

MARGIN = timedelta(minutes=10)
"""For our own clock, which may go wrong; X's tells when a post was made."""
LOOKED_AT = 10
"""Posts, newest first. Each costs; more than so many posts within a try and its look means that we cannot tell."""
TOO_MANY = gettext_noop("There are too many newer posts to be sure.")


def find(account: Account, op: Op) -> Found | Absent | Unknown:
    """Look whether the write is there."""
    return _find_removed(account, op) if op.kind == "remove" else _find_post(account, op)


def _find_removed(account: Account, op: Op) -> Found | Absent:
    target = op.target or Ref("")
    try:
        told = api.get(account, f"/2/tweets/{target.id}").object()
    except Rejected as no:
        if no.answer.status != 404:
            raise
        return Found(target, "")
    return Absent() if told.get("data") else Found(target, "")  # X tells of what is gone with 200 and `errors`


def _find_post(account: Account, op: Op) -> Found | Absent | Unknown:
    since = ((op.tried_at or op.at) - MARGIN).strftime("%Y-%m-%dT%H:%M:%SZ")
    query = {"start_time": since, "max_results": LOOKED_AT, "exclude": "retweets"}
    query |= {"tweet.fields": "created_at,entities,referenced_tweets"}
    answer = api.get(account, f"/2/users/{account.remote_id}/tweets", query=query)
    with answer.reading():
        told = answer.object()
        for tweet in told.get("data") or []:
            if _same(tweet, op.draft or Draft("")):
                return Found(Ref(str(tweet["id"])), url_of(str(tweet["id"])))
        return Unknown(TOO_MANY) if (told.get("meta") or {}).get("next_token") else Absent()


def _same(tweet: JSON, draft: Draft) -> bool:
    answers = [str(one["id"]) for one in tweet.get("referenced_tweets") or [] if one["type"] == "replied_to"]
    return answers == ([draft.reply_to.id] if draft.reply_to else []) and _plain(text_of(tweet)) == _plain(draft.text)


def text_of(tweet: JSON) -> str:
    """The text as it was written: X puts its own short addresses in place of ours, and one for the pictures at the end."""
    text = str(tweet["text"])
    for one in (tweet.get("entities") or {}).get("urls") or []:
        written = "" if one.get("media_key") else str(one.get("expanded_url") or one["url"])
        text = text.replace(str(one["url"]), written)
    return html.unescape(text)


def _plain(text: str) -> str:
    # An address that was written without its scheme comes back with one.
    bare = unicodedata.normalize("NFC", text).replace("https://", "").replace("http://", "")
    return " ".join(word.rstrip("/") for word in bare.split())


def url_of(identity: str) -> str:
    """Where a post can be read, whatever the account is called."""
    return f"https://x.com/i/status/{identity}"
