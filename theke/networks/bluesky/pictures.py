"""Pictures on their way to the account's server: uploaded as blobs, re-encoded once where a server takes less."""

from collections.abc import Callable
from typing import Any

from theke.networks.base import JSON, Account, Draft, Media, Op
from theke.networks.bluesky import api
from theke.networks.bluesky.shrinking import shrunk

# Servers that have not been updated since April 2026 take a million bytes; some know a million as 976 times 1024.
SMALL = 976_000
TOO_LARGE = ("BlobTooLarge", "PayloadTooLarge")
TOO_LARGE_IN_WORDS = ("blob too big", "file is too large")


def upload_missing(account: Account, op: Op, keep: Callable[[str, Any], None]) -> list[JSON]:
    """Upload what is not there yet, and give all pictures as the post shows them."""
    shown = []
    for media in media_of(op):
        blob = op.state.get(media.key)
        if blob is None:
            blob = _uploaded(account, media)
            keep(media.key, blob)
        shown.append(image(media, blob))
    return shown


def again(account: Account, op: Op, *, small: bool) -> list[JSON]:
    """Upload all pictures anew, because the server has thrown them away or finds them too large."""
    return [image(media, _small(account, media) if small else _uploaded(account, media)) for media in media_of(op)]


def too_large(no: api.Said) -> bool:
    """Whether a picture is the trouble. A server whose lexicon takes less says so only in words (PDS 0.5.35)."""
    words = str(no).lower()
    return no.status == 413 or no.name in TOO_LARGE or any(said in words for said in TOO_LARGE_IN_WORDS)


def media_of(op: Op) -> tuple[Media, ...]:
    """The pictures of a post."""
    return (op.draft or Draft("")).media


def image(media: Media, blob: JSON) -> JSON:
    """A picture in a record."""
    return {"image": blob, "alt": media.alt, "aspectRatio": {"width": max(media.width, 1), "height": max(media.height, 1)}}


def _uploaded(account: Account, media: Media) -> JSON:
    try:
        return upload(account, media.path.read_bytes(), media.mime)
    except api.Said as no:
        if not too_large(no):
            raise
        return _small(account, media)


def _small(account: Account, media: Media) -> JSON:
    return upload(account, shrunk(media.path.read_bytes(), SMALL), "image/jpeg")


def upload(account: Account, content: bytes, mime: str) -> JSON:
    """Lay bytes on the server. The same bytes lie there once, and what no record names is thrown away: repeating does no harm."""
    answer = api.post(account, "com.atproto.repo.uploadBlob", body=content, headers={"Content-Type": mime}, repeatable=True)
    with answer.reading():
        blob = answer.object()["blob"]
        return {
            "$type": "blob",
            "ref": {"$link": str(blob["ref"]["$link"])},
            "mimeType": str(blob["mimeType"]),
            "size": int(blob["size"]),
        }
