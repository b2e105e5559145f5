"""Opens accounts on the practice network."""

import re

from django.utils.text import slugify

from theke.people.models import Branch, Library
from theke.practice.models import PracticeAccount


def free_handle(wish: str) -> str:
    """The wished handle, or the next free one of its kind: small letters, digits and underscores, at most 40."""
    stem = re.sub(r"[^a-z0-9]+", "_", slugify(wish)).strip("_")[:34] or "bibliothek"
    taken = set(PracticeAccount.objects.filter(handle__startswith=stem).values_list("handle", flat=True))
    numbered = (f"{stem}_{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(one for one in numbered if one not in taken)


def open_account(library: Library, name: str, *, branch: Branch | None = None, handle: str = "") -> PracticeAccount:
    """Open an account; `new_token()` or `new_code()` of it gives access."""
    return PracticeAccount.objects.create(
        library=library, branch=branch, name=name[:80], handle=free_handle(handle or name), followers=40
    )
