"""Responses, counted by the app view. Nobody counts readers here."""

from collections.abc import Sequence

from theke.networks.base import JSON, Account, Counts, Ref
from theke.networks.bluesky import api

AT_ONCE = 25


def counts(account: Account, refs: Sequence[Ref]) -> dict[str, Counts]:
    """Responses by id; what is no longer there is left out."""
    found: dict[str, Counts] = {}
    for start in range(0, len(refs), AT_ONCE):
        uris = [ref.id for ref in refs[start : start + AT_ONCE]]
        answer = api.get(account, "app.bsky.feed.getPosts", query={"uris": uris})
        with answer.reading():
            found |= {str(post["uri"]): _counts(post) for post in answer.object()["posts"]}
    return found


def _counts(post: JSON) -> Counts:
    """Passing on with words of one's own (a quote) is passing on."""
    likes, reposts, quotes, replies = (_figure(post, name) for name in ("likeCount", "repostCount", "quoteCount", "replyCount"))
    shares = None if reposts is None and quotes is None else (reposts or 0) + (quotes or 0)
    return Counts(likes=likes, shares=shares, replies=replies)


def _figure(post: JSON, name: str) -> int | None:
    value = post.get(name)
    return value if isinstance(value, int) else None
