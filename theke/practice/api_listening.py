"""The part of the practice network's API that tells an account what was said to it, and what it may do about that."""

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from theke.practice.api import Bad, asked, door, told
from theke.practice.models import PracticeAccount, Status

HELPING = 40


@door
@require_POST
def moderate(request: HttpRequest, account: PracticeAccount, pk: int) -> HttpResponseBase:
    """Hide, show or remove what the public wrote to this account; the same again changes nothing."""
    one = Status.objects.said_to(account).get(pk=pk)
    action = asked(request).get("action")
    if action == "remove":
        one.remove()
    elif action in ("hide", "show"):
        one.hidden_at = (one.hidden_at or timezone.now()) if action == "hide" else None
        one.save(update_fields=["hidden_at"])
    else:
        raise Bad("action will not do.")
    return JsonResponse({})


@door
@require_GET
def inbox(request: HttpRequest, account: PracticeAccount) -> HttpResponseBase:
    """What the public said to the account after the status `since`, oldest first."""
    since = request.GET.get("since", "")
    after = int(since[:18]) if since.isdecimal() else 0
    said = (
        Status.objects.for_inbox(account)
        .filter(pk__gt=after)
        .select_related("root")
        .prefetch_related("pictures")
        .order_by("pk")
    )
    helping = list(said[: HELPING + 1])
    return JsonResponse({"statuses": [told(s) for s in helping[:HELPING]], "more": len(helping) > HELPING})


@door
@require_GET
def counts(request: HttpRequest, account: PracticeAccount) -> HttpResponseBase:
    """Responses to one's own statuses, by id."""
    ids = [int(i[:18]) for i in request.GET.getlist("id")[:100] if i.isdecimal()]
    found = Status.objects.filter(account=account, pk__in=ids).for_pages()
    told = {str(s.pk): {"likes": s.likes, "shares": s.shares, "replies": s.reply_count} for s in found}  # type: ignore[attr-defined]
    return JsonResponse(told)
