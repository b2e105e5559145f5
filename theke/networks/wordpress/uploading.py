"""Pictures on their way to the site's media library. Each has an address there that carries the operation."""

from collections.abc import Callable
from typing import Any

from theke.networks import net
from theke.networks.base import JSON, Account, Draft, Media, Op
from theke.networks.judging import Answer
from theke.networks.wordpress import api
from theke.networks.wordpress.blocks import Picture

MEDIA = "/wp/v2/media"
LEAN = "id,source_url"
ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif"}


def upload_missing(account: Account, op: Op, keep: Callable[[str, Any], None]) -> None:
    """Upload what is not there yet; an upload whose answer got lost is found again by its address."""
    known = kept(op).get("media", {})
    for number, media in enumerate(_media(op), 1):
        if media.key not in known:
            name = f"{op.id.replace('-', '').lower()[:8]}-{number}"
            keep(media.key, _found(account, name) or _uploaded(account, media, name))


def _found(account: Account, name: str) -> JSON | None:
    answer = api.get(account, MEDIA, query={"slug": f"theke-{name}", "_fields": LEAN})
    with answer.reading():
        return next((_kept(one) for one in api.read_list(answer)), None)


def _uploaded(account: Account, media: Media, name: str) -> JSON:
    file = net.File("file", f"theke-{name}.{ENDINGS.get(media.mime, 'jpg')}", media.mime, media.path.read_bytes())
    form = {"slug": f"theke-{name}", "alt_text": media.alt} | ({"caption": media.credit} if media.credit else {})
    answer = api.post(account, MEDIA, files=(file,), form=form, query={"_fields": LEAN}, repeatable=True)
    return _read(answer)


def _read(answer: Answer) -> JSON:
    told = api.read_object(answer)
    with answer.reading():
        return _kept(told)


def _kept(told: JSON) -> JSON:
    return {"id": int(told["id"]), "url": str(told["source_url"])}


def describe(account: Account, op: Op) -> None:
    """Bring the descriptions up to date of pictures that lie there already."""
    for media in _media(op):
        there = kept(op).get("media", {}).get(media.key)
        if there and media.key not in op.state:
            given = {"alt_text": media.alt, "caption": media.credit}
            api.post(account, f"{MEDIA}/{there['id']}", json=given, query={"_fields": "id"}, repeatable=True)


def pictures(op: Op) -> list[Picture]:
    """The pictures of a post as they lie on the site, in its order."""
    there = kept(op).get("media", {})
    return [Picture(there[one.key]["id"], there[one.key]["url"], one.alt, one.credit) for one in _media(op) if one.key in there]


def kept(op: Op) -> JSON:
    """What later changes must know: which picture lies where. From the post itself, and what was uploaded since."""
    before = op.target.extra.get("media", {}) if op.target else {}
    now = {media.key: op.state[media.key] for media in _media(op) if media.key in op.state}
    return {"media": before | now} if before or now else {}


def _media(op: Op) -> tuple[Media, ...]:
    return (op.draft or Draft("")).media
