"""Opening hours as people write them: `10:00-13:00, 14:00-18:30`."""

import re
from datetime import time
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from theke.people.models import Branch

Stretch = tuple[time, time]
STRETCH = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|bis|till|to)\s*(\d{1,2})(?:[:.](\d{2}))?", re.IGNORECASE)


def _read(text: str) -> Stretch:
    found = STRETCH.fullmatch(text.strip())
    if not found:
        raise ValidationError(_("Please write it like this: 10:00-13:00, 14:00-18:30"))
    opens, opens_min, closes, closes_min = (int(part or 0) for part in found.groups())
    try:
        stretch = time(opens, opens_min), time(closes, closes_min)
    except ValueError as wrong:
        raise ValidationError(_("There is no such time of day.")) from wrong
    if stretch[0] >= stretch[1]:
        raise ValidationError(_("The end must come after the beginning."))
    return stretch


def stretches(text: str) -> list[Stretch]:
    """Read the stretches of a day in their order; an empty text is a closed day. Raises ValidationError with plain words."""
    found = sorted(_read(part) for part in re.split(r"[,;+\n]", text) if part.strip())
    if any(before[1] > after[0] for before, after in pairwise(found)):
        raise ValidationError(_("Two of these times overlap."))
    return found


def written(found: list[Stretch]) -> str:
    """The stretches as one writes them."""
    return ", ".join(f"{opens:%H:%M}-{closes:%H:%M}" for opens, closes in found)


def in_words(branch: Branch, lang: str) -> str:
    """The opening hours of a branch in a line, such as `Mo 10:00-18:00, Di 10:00-13:00`; empty where none are known."""
    by_day: dict[int, list[Stretch]] = {}
    for row in branch.opening_hours.all():
        by_day.setdefault(row.weekday, []).append((row.opens, row.closes))
    with override(lang):
        return ", ".join(f"{WEEKDAYS_ABBR[day]} {written(found)}" for day, found in sorted(by_day.items()))
