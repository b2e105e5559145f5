"""The plain data that rules work on."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any, Literal

from theke.networks.base import Measure, Words

Severity = Literal["block", "warn", "hint"]


PART_BREAK = re.compile(r"\n[ \t]*-{3,}[ \t]*\n")
"""A line of three or more hyphens parts a text into a chain of replies to ourselves."""


def parts_of(whole: str) -> list[str]:
    """The parts of a text, one at least."""
    parts = [part.strip() for part in PART_BREAK.split(whole)]
    return [part for part in parts if part] or [whole]


def whole_text(names: str, text: str, signature: str) -> str:
    """A text as it goes out: in front whom it names, unless the text does so itself; below, the signature."""
    named = f"{names} {text}" if names and names.lower() not in text.lower() else text
    return f"{named}\n\n{signature}".strip() if signature else named


@dataclass(frozen=True)
class Target:
    """The draft on one channel."""

    key: str
    """The channel's primary key, as text."""
    name: str
    text: str
    """As the person wrote it for this channel, without the signature."""
    signature: str
    """The line that will be added; empty where the channel's rule says none."""
    signs: bool
    """Whether the channel's rule asks for a signature."""
    names: str = ""
    """Of an answer: whom it names in front, as networks demand on which it reaches only those it names."""
    own: bool = False
    """Whether the text was written for this channel alone."""
    measure: Measure = field(default_factory=Measure)
    text_max: int | None = None
    alt_max: int | None = None
    chained: bool = False
    """Whether lines of hyphens part the text into a chain of posts here; each part must fit."""

    @property
    def parts(self) -> list[str]:
        """The text as it will appear, signature included, in the parts of which it consists here."""
        return parts_of(self.whole) if self.chained else [self.whole]

    @property
    def whole(self) -> str:
        """The text as it will appear, with whom it names and the signature."""
        return whole_text(self.names, self.text, self.signature)


@dataclass(frozen=True)
class Picture:
    """A picture of the draft."""

    key: str
    """The attachment's primary key, as text."""
    alt: str
    decorative: bool = False
    file_name: str = ""


@dataclass(frozen=True)
class Draft:
    """What someone wants to say."""

    targets: tuple[Target, ...]
    sender: str
    """Name of the person, empty when there is none."""
    kind: Literal["library", "personal"] = "library"
    form: Literal["post", "reply"] = "post"
    lang: str = "de"
    warning: str = ""
    pictures: tuple[Picture, ...] = ()
    authors: tuple[str, ...] = ()
    """Names of those who speak together with the sender."""
    title: str = ""


@dataclass(frozen=True)
class Context:
    """What the rules may know of the world. Nothing is looked up over the network."""

    at: datetime
    """Aware; when it will go out."""


@dataclass(frozen=True)
class Finding:
    """What a rule saw, where, which point of the guideline it serves, and what would mend it."""

    rule: str
    severity: Severity
    point: str
    """Anchor of the guideline point, such as `3-transparency`."""
    words: Words
    """English msgid for people, filled in with `params` after translation."""
    params: dict[str, Any] = field(default_factory=dict)
    target: str = ""
    """Key of the channel it concerns; empty for all."""
    picture: str = ""
    """Key of the picture it concerns; empty for the text."""
    start: int = 0
    end: int = 0
    """Span in the text of the target, in code points."""
    seen: str = ""
    """The text in that span."""
    mend: str | None = None
    """What to put in the place of `seen`, where there is a mend in one step."""

    @property
    def said(self) -> dict[str, Any]:
        """The sentence as `{% said %}` shows it."""
        return {"words": self.words, "params": self.params}

    @property
    def fingerprint(self) -> str:
        """Names this finding across saves: the same rule about the same words on the same channel or picture."""
        return sha256("\x1f".join((self.rule, self.target, self.picture, self.seen)).encode()).hexdigest()[:32]


Rule = Callable[[Draft, Context], list[Finding]]
