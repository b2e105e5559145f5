"""Responses, counted by X."""

from collections.abc import Sequence

from theke.networks.base import Account, Counts, Ref
from theke.networks.x import api

AT_ONCE = 100


def counts(account: Account, refs: Sequence[Ref]) -> dict[str, Counts]:
    """Responses by id; what is no longer there is left out."""
    found: dict[str, Counts] = {}
    for start in range(0, len(refs), AT_ONCE):
        ids = ",".join(ref.id for ref in refs[start : start + AT_ONCE])
        answer = api.get(account, "/2/tweets", query={"ids": ids, "tweet.fields": "public_metrics"})
        with answer.reading():
            for tweet in answer.object().get("data") or []:
                told = tweet["public_metrics"]
                found[str(tweet["id"])] = Counts(told.get("like_count"), told.get("retweet_count"), told.get("reply_count"))
    return found
