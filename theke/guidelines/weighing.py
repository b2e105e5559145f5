"""How much each rule weighs: what a layer says, since when, why, and what comes of all layers together (B12, B21)."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_noop

from theke.guidelines.keeping import Kept
from theke.guidelines.models import Guideline, OwnThings, RuleSetting
from theke.guidelines.rules.base import Entry, Setting
from theke.guidelines.rules.table import TABLE
from theke.people.models import HistoryEntry, Library, Person

WEIGHED = gettext_noop("rule weighed")
BY_ID = {entry.id: entry for entry in TABLE}


@transaction.atomic
def set_weight(guideline: Guideline, rule: str, weight: str, *, valid_from: date, reason: str, by: Person) -> RuleSetting:
    """Add what a layer makes of a rule from a day on. Raises KeyError for a rule that there is not."""
    entry = BY_ID[rule]
    made = RuleSetting.objects.create(
        guideline=guideline, rule=entry.id, weight=weight, valid_from=valid_from, reason=reason, by=by, by_name=by.name
    )
    details = {"rule": rule, "weight": weight, "valid_from": valid_from.isoformat()}
    HistoryEntry.write(WEIGHED, made, by=by, library=guideline.library, **details)
    OwnThings.touch(guideline.library)
    return made


@dataclass(frozen=True)
class Weighed:
    """One rule on the page of weights."""

    entry: Entry
    setting: Setting | None
    """What counts today; None where no layer speaks."""
    coming: RuleSetting | None
    """What a layer has set for a day to come."""

    @property
    def weight(self) -> str:
        """What it weighs today, a key of `RuleSetting.Weight`."""
        if self.setting is None:
            return self.entry.severity
        return self.setting.severity or "off"


def weighed(library: Library, day: date) -> list[Weighed]:
    """Every rule with what counts on a day."""
    rows = list(RuleSetting.objects.of(library))
    counts = Kept(weights=tuple(rows)).settings(day)
    coming = {one.rule: one for one in reversed(rows) if one.valid_from > day}
    return [Weighed(entry, counts.get(entry.id), coming.get(entry.id)) for entry in TABLE]
