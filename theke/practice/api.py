"""The practice network's JSON API: what a program may do that holds an account's token.

It has no idempotency on purpose: the same call twice makes two statuses, as on most networks. A client that lost an answer must
look, by the `key` that the network echoes.
"""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from theke.networks.base import Limits, Measure
from theke.networks.measuring import length
from theke.people.access import public
from theke.practice.faults import faulty
from theke.practice.models import Picture, PracticeAccount, Status
from theke.practice.models.account import hashed

MIMES = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})
LARGEST_PICTURE = 10_000_000
PICTURES = 4
MEASURE = Measure(url=23)
AUDIENCES = ("public", "unlisted")
PRIVATE = "direct"
# A client that lost an answer looks through this list: a long page is one call that can fail, not ten.
OWN_HELPING = 200
CAN = frozenset(
    {"text", "title", "link", "image", "alt", "focus", "warning", "language", "audience"}
    | {"thread", "edit", "remove", "reply", "inbox", "counts", "moderate:hide", "moderate:show", "moderate:remove"}
)
TEXTS = {"text": 100_000, "title": 300, "warning": 500, "lang": 10, "audience": 12, "key": 64}


class Bad(Exception):
    """The call asks for something that does not work; the sentence is for the caller."""


def door(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let in whoever holds a token; give them what goes wrong today; answer `Bad` with 422."""
    behind = faulty(view)

    @csrf_exempt
    @public
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        kind, _space, token = request.headers.get("Authorization", "").partition(" ")
        held = PracticeAccount.objects.select_related("library").filter(token=hashed(token))
        account = held.first() if kind == "Bearer" and token else None
        if account is None:
            return JsonResponse({"error": "The access token is not known."}, status=401)
        try:
            return behind(request, account, *args, **kwargs)
        except Bad as trouble:
            return JsonResponse({"error": str(trouble)}, status=422)
        except Status.DoesNotExist:
            return JsonResponse({"error": "There is no such status."}, status=404)

    return wrapped


def told(status: Status) -> dict[str, Any]:
    """A status as the API shows it."""
    return {
        "id": str(status.pk),
        "url": settings.URL + reverse("practice:status", args=[status.pk]),
        "key": status.key,
        "author": {"name": status.author, "handle": status.account.handle if status.account else ""},
        "by_public": status.account_id is None,
        "text": status.text,
        "title": status.title,
        "warning": status.warning,
        "lang": status.lang,
        "private": status.private,
        "parent": str(status.parent_id) if status.parent_id else None,
        "root": str(status.root_id) if status.root_id else None,
        "root_own": bool(status.root and status.root.account_id),
        "pictures": [{"id": str(p.uuid), "alt": p.alt, "focus": [p.focus_x, p.focus_y]} for p in status.pictures.all()],
        "at": status.at.isoformat(),
        "edited_at": status.edited_at.isoformat() if status.edited_at else None,
        "deleted": status.deleted_at is not None,
        "hidden": status.hidden_at is not None,
        "counts": {"likes": status.likes, "shares": status.shares},
    }


def asked(request: HttpRequest) -> dict[str, Any]:
    """The JSON object of a call."""
    try:
        data = json.loads(request.body)
    except (ValueError, RecursionError) as trouble:
        raise Bad("The call is not JSON.") from trouble
    if not isinstance(data, dict):
        raise Bad("The call is not a JSON object.")
    return data


def texts(account: PracticeAccount, data: dict[str, Any]) -> dict[str, str]:
    """The text fields of a call, checked."""
    given = {name: data.get(name) or "" for name in TEXTS}
    for name, value in given.items():
        if not isinstance(value, str) or "\x00" in value or len(value) > TEXTS[name]:
            raise Bad(f"{name} will not do.")
    if length(given["text"], MEASURE) > account.text_max:
        raise Bad(f"The text is longer than {account.text_max} characters.")
    return given | {"audience": given["audience"] or "public"}


def own(account: PracticeAccount, pk: int) -> Status:
    """One of the account's own statuses. Raises Status.DoesNotExist."""
    return Status.objects.prefetch_related("pictures").get(pk=pk, account=account)


def answered(account: PracticeAccount, wish: Any) -> Status | None:
    """The status that a new one answers."""
    if wish in (None, ""):
        return None
    if not str(wish).isdecimal():
        raise Bad("reply_to will not do.")
    parent = Status.objects.filter(pk=int(str(wish)[:18]), library=account.library, deleted_at=None).first()
    if parent is None:
        raise Bad("The status to answer is not there.")
    return parent


def waiting_pictures(account: PracticeAccount, ids: Any) -> list[Picture]:
    """The uploaded pictures that a new status names, in its order."""
    if not isinstance(ids, list) or len(ids) > PICTURES or not all(isinstance(i, str) for i in ids):
        raise Bad("media will not do.")
    found = {str(p.uuid): p for p in Picture.objects.filter(account=account, status=None)}
    if any(i not in found for i in ids):
        raise Bad("A picture is not there, or already used.")
    return [found[i] for i in ids]


@door
def account(request: HttpRequest, account: PracticeAccount) -> HttpResponseBase:
    """Who the token belongs to, and what the account may send."""
    limits = Limits(account.text_max, MEASURE, media_max=PICTURES, image_types=MIMES, audiences=AUDIENCES, can=CAN)
    return JsonResponse(
        {
            "id": str(account.pk),
            "name": account.name,
            "handle": account.handle,
            "about": account.about,
            "url": settings.URL + reverse("practice:account", args=[account.pk]),
            "followers": account.followers,
            "posts": account.statuses.filter(deleted_at=None).count(),
            "limits": limits.as_json(),
        }
    )


@door
@require_POST
def media(request: HttpRequest, account: PracticeAccount) -> HttpResponseBase:
    """Upload a picture; it waits for the status that names it."""
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile) or file.content_type not in MIMES or (file.size or 0) > LARGEST_PICTURE:
        raise Bad("This is not a picture that the practice network takes.")
    try:
        x, y = (max(-1.0, min(1.0, float(v))) for v in request.POST.get("focus", "0,0").split(","))
    except ValueError as trouble:
        raise Bad("focus will not do.") from trouble
    alt = request.POST.get("alt", "").replace("\x00", "")
    made = Picture(account=account, mime=file.content_type, alt=alt[:1500], focus_x=x, focus_y=y)
    made.file.save(f"{made.uuid}", file)
    return JsonResponse({"id": str(made.uuid)}, status=201)


@door
def statuses(request: HttpRequest, account: PracticeAccount) -> HttpResponseBase:
    """Publish (POST), or list one's own statuses, newest first, deleted ones marked (GET)."""
    if request.method == "POST":
        return JsonResponse(told(publish(account, asked(request))), status=201)
    mine = Status.objects.filter(account=account).prefetch_related("pictures").select_related("account", "root")
    before = request.GET.get("before", "")
    page = mine.filter(pk__lt=int(before[:18])) if before.isdecimal() else mine
    return JsonResponse({"statuses": [told(s) for s in page[:OWN_HELPING]]})


def publish(account: PracticeAccount, data: dict[str, Any]) -> Status:
    """Store a new status. Raises Bad."""
    given = texts(account, data)
    with transaction.atomic():
        pictures = waiting_pictures(account, data.get("media") or [])
        parent = answered(account, data.get("reply_to"))
        if not (given["text"].strip() or pictures):
            raise Bad("There is nothing to publish.")
        root = (parent.root or parent) if parent else None
        made = Status(library=account.library, account=account, parent=parent, root=root, **given)
        made.private = given["audience"] == PRIVATE
        made.save()
        for position, picture in enumerate(pictures):
            picture.status, picture.position = made, position
            picture.save(update_fields=["status", "position"])
    return made


@door
@require_GET
def status(request: HttpRequest, account: PracticeAccount, pk: int) -> HttpResponseBase:
    """One of one's own statuses, deleted or not."""
    return JsonResponse(told(own(account, pk)))


@door
@require_POST
def edit(request: HttpRequest, account: PracticeAccount, pk: int) -> HttpResponseBase:
    """Put other texts in the place of the old ones."""
    one = own(account, pk)
    if one.deleted_at:
        raise Status.DoesNotExist
    data = asked(request)
    given = texts(account, data)
    for name in ("text", "title", "warning", "lang"):
        setattr(one, name, given[name])
    one.edited_at = timezone.now()
    with transaction.atomic():
        one.save(update_fields=["text", "title", "warning", "lang", "edited_at"])
        describe(one, data.get("alts"))
    return JsonResponse(told(own(account, pk)))


def describe(status: Status, alts: Any) -> None:
    """Put other alternative texts to the pictures; `alts` is a list in the order of the pictures."""
    given = [a.replace("\x00", "")[:1500] for a in alts if isinstance(a, str)] if isinstance(alts, list) else []
    for picture, alt in zip(status.pictures.all(), given, strict=False):
        Picture.objects.filter(pk=picture.pk).update(alt=alt)


@door
@require_POST
def remove(request: HttpRequest, account: PracticeAccount, pk: int) -> HttpResponseBase:
    """Delete; a second time is a 404, as on most networks."""
    one = own(account, pk)
    if one.deleted_at:
        raise Status.DoesNotExist
    one.remove()
    return JsonResponse({})


@csrf_exempt
@public
@require_POST
def token(request: HttpRequest) -> HttpResponseBase:
    """Trade the code that came back from the connecting page for a token, once."""
    code = request.POST.get("code", "")
    account = PracticeAccount.objects.filter(code=hashed(code)).first() if code else None
    if account is None:
        return JsonResponse({"error": "The code is not known, or already used."}, status=400)
    return JsonResponse({"access_token": account.new_token(), "id": str(account.pk)})
