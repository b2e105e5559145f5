"""What the guideline says to an answer, in words and with what mends it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from theke.guidelines.rules.base import Finding
from theke.inbox.models import Answer, Conversation
from theke.inbox.safeguarding import can_be_private
from theke.posts.checking import findings
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
    """The findings in words, with the reasons given for going past some, and whether it had better go a safe way (R10, R57)."""
    listed, library = list(found), answer.conversation.library
    warned = any(one.severity == "warn" for one in listed)
    reasons = dict(answer.post.overrides.values_list("finding", "reason")) if warned else {}
    hints = [AnswerHint(one, reasons.get(one.fingerprint, ""), library=library) for one in listed]
    safe_way = any(one.finding.safe_way for one in hints)
    return {"hints": hints, "safe_way": safe_way, "can_be_private": can_be_private(answer.conversation)}


def advice_to(held: Answer | None, conversation: Conversation) -> dict[str, Any]:
    """What the guideline says to an answer that has been kept. Costs no query where none is, or nothing is written in it."""
    if held is None or not held.post.text.strip():
        return {}
    held.conversation = conversation
    held.post.library = conversation.library  # known already: nothing is fetched again
    if held.by is not None and held.by_id == held.post.sender_id:
        held.by.library, held.post.sender = conversation.library, held.by
    return advice(held, findings(held.post))
