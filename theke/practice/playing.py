"""The public, played by colleagues or by the program itself."""

import random
from datetime import datetime, timedelta

from django.utils import timezone

from theke.people.models import Library, Person
from theke.practice.models import PracticeAccount, Status
from theke.practice.words import NAMES, SAYINGS

ANSWERED_FOR = timedelta(days=3)
LONGEST = 5_000


def comment(status: Status, text: str, name: str, *, by: Person | None = None, at: datetime | None = None) -> Status:
    """Say something below a status, as a member of the public with this invented name."""
    root = status.root or status
    return Status.objects.create(
        library=status.library, root=root, parent=status, text=text, public_name=name, played_by=by, at=at or timezone.now()
    )


def write_to(
    account: PracticeAccount,
    text: str,
    name: str,
    *,
    private: bool = False,
    by: Person | None = None,
    at: datetime | None = None,
) -> Status:
    """Mention an account, or write to it privately, as a member of the public."""
    said = text if private else f"@{account.handle} {text}"
    return Status.objects.create(
        library=account.library,
        to=account,
        private=private,
        text=said,
        public_name=name,
        played_by=by,
        at=at or timezone.now(),
    )


def speak(library: Library, rng: random.Random, now: datetime) -> Status | None:
    """Let an invented member of the public comment on one of the library's recent statuses; None when there is none.

    The same `rng` and statuses give the same words. Nobody says the same below the same status twice.
    """
    recent = Status.objects.filter(library=library, account__isnull=False, deleted_at=None, at__gt=now - ANSWERED_FOR)
    statuses = list(recent.order_by("-pk")[:12])
    if not statuses:
        return None
    status = rng.choice(statuses)
    language = status.lang if status.lang in SAYINGS else library.language if library.language in SAYINGS else "de"
    said = set(Status.objects.filter(root=status.root or status, account=None).values_list("text", flat=True))
    left = [s for s in SAYINGS[language] if s not in said]
    return comment(status, rng.choice(left), rng.choice(NAMES[language]), at=now) if left else None


def react(status: Status, rng: random.Random) -> None:
    """Let a few of the public like and share a status."""
    status.likes += rng.randint(0, 4)
    status.shares += rng.randint(0, 1)
    status.save(update_fields=["likes", "shares"])
