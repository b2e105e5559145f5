"""What the guideline says to an answer, in words and with what mends it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from theke.guidelines.rules.base import Finding
from theke.inbox.models import Answer
from theke.inbox.safeguarding import can_be_private
from theke.posts.hinting import Hint


@dataclass(frozen=True)
class AnswerHint(Hint):
    """A hint that leads to the field of the answer."""

    @property
    def field(self) -> str:
        """An answer has one field."""
        return "answer-text"

    @property
    def language_field(self) -> str:
        """It says its language, too."""
        return "answer-lang"


def advice(answer: Answer, found: Iterable[Finding]) -> dict[str, Any]:
    """The findings in words, and whether the answer had better go a safe way (R10, R57)."""
    hints = [AnswerHint(one, library=answer.conversation.library) for one in found]
    safe_way = any(one.finding.safe_way for one in hints)
    return {"hints": hints, "safe_way": safe_way, "can_be_private": can_be_private(answer.conversation)}
