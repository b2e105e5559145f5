"""Texts in three languages, half of them clean traps; each says why it is there and which rules should speak."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from theke.guidelines.rules.base import Context, Draft, Own, Target

HERE = Path(__file__).parent
ZONES = {"de": "Europe/Berlin", "sv": "Europe/Stockholm", "en": "Europe/Berlin"}


@dataclass(frozen=True)
class Sample:
    """One of the texts."""

    id: str
    text: str
    lang: str
    form: Any
    kind: Any
    at: str
    expected: list[str]
    """Ids of the rules that should speak; empty for a clean text."""
    why: str
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def draft(self) -> Draft:
        """The text as `theke check` would ask about it."""
        return Draft((Target("1", "", self.text, "", False),), "Jana Berg", kind=self.kind, form=self.form, lang=self.lang)

    @property
    def context(self) -> Context:
        """What is known around it."""
        own = Own(
            domains=tuple(self.options.get("own_domains", ())),
            phones=tuple(self.options.get("own_phones", ())),
            names=tuple(self.options.get("own_names", ())),
        )
        return Context(
            at=datetime.fromisoformat(self.at),
            zone=ZoneInfo(ZONES[self.lang]),
            region=self.options.get("region", ""),
            own=own,
            election=self.options.get("election", False),
        )


def samples() -> list[Sample]:
    """All of them."""
    return [Sample(**one) for file in sorted(HERE.glob("*.json")) for one in json.loads(file.read_text())]
