"""Branches of which nothing has been heard for a while, and nothing is planned."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, Subquery

from theke.people.models import Branch, Library
from theke.posts.models import Post
from theke.publishing.models import Delivery, DeliveryQuerySet, Kind, State

SILENT_FOR = timedelta(days=10)
LOOKED_BACK = timedelta(days=30)
"""What is older is only said to be older: nobody reads the whole ledger for a hint."""
MOST = 3


@dataclass(frozen=True)
class Gap:
    """A branch, and for how many days it has been silent; None for longer than anyone looks back."""

    branch: Branch
    days: int | None


def gaps_of(library: Library, now: datetime, branches: list[int] | None = None) -> list[Gap]:
    """Silent branches, by their own channels or by whoever works there, the most silent first; only `branches` where given.

    One question to the database; it looks back further only for those that are silent.
    """
    silent = Branch.objects.filter(~Exists(_heard(now - SILENT_FOR, _BY_CHANNEL | _BY_SENDER)), library=library)
    if branches:
        silent = silent.filter(pk__in=branches)
    rows = silent.annotate(by_channel=_last(now, _BY_CHANNEL), by_sender=_last(now, _BY_SENDER))
    gaps = [_gap(branch, now) for branch in rows]
    return sorted(gaps, key=lambda gap: -(gap.days or LOOKED_BACK.days + 1))[:MOST]


_BY_CHANNEL = Q(channel__branch=OuterRef("pk"))
_BY_SENDER = Q(post__sender__home_branch=OuterRef("pk"), post__form=Post.Form.POST)


def _heard(since: datetime, whose: Q) -> DeliveryQuerySet:
    """What went out since then, or is planned."""
    return Delivery.objects.filter(whose, kind=Kind.POST, state__in=[State.SENT, State.SENDING, State.DUE], due_at__gte=since)


def _last(now: datetime, whose: Q) -> Subquery:
    rows = _heard(now - LOOKED_BACK, whose).filter(due_at__lt=now - SILENT_FOR)
    return Subquery(rows.order_by("-due_at").values("due_at")[:1])


def _gap(branch: Branch, now: datetime) -> Gap:
    signs = [sign for sign in (branch.__dict__["by_channel"], branch.__dict__["by_sender"]) if sign]
    return Gap(branch, (now - max(signs)).days if signs else None)
