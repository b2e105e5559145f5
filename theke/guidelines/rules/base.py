"""The plain data that rules work on."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, tzinfo
from hashlib import sha256
from typing import Any, Literal

from theke.guidelines.rules.shown import Consent as Consent
from theke.guidelines.rules.shown import Picture as Picture
from theke.guidelines.rules.shown import Rights as Rights
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
class Happening:
    """The event that a draft is about."""

    title: str
    starts: datetime
    """Aware."""
    ends: datetime | None = None
    place: str = ""
    may_report: bool = True
    """Whether its speakers agree to live reports (R62)."""
    may_show: bool = True
    """Whether its speakers agree to photographs (R62)."""


@dataclass(frozen=True)
class Mending:
    """What a correction corrects (R58)."""

    wrong: str
    """What was wrong, as the person has said; empty where nothing is said."""
    missing: tuple[str, ...] = ()
    """Names of the channels on which the mistake stands and to which this does not go."""


@dataclass(frozen=True)
class Closing:
    """That a criticism is to be closed (R59)."""

    outcome: str = ""
    """What came of it."""
    answered: bool = False
    """Whether whoever criticised has an answer."""


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
    below: tuple[tuple[str, str], ...] = ()
    """What goes out by itself below it, such as a first comment; each with the key of its channel, a colon, and the name of its field."""
    besides: tuple[tuple[str, str], ...] = ()
    """What else readers see of it, such as its title; each with a key like that, which begins with the colon where it is for all channels."""
    private: bool = False
    """Of an answer: whether only the person it answers can read it."""
    heated: bool = False
    """Of an answer: whether the conversation is marked as heated."""
    answered_at: datetime | None = None
    """Of an answer: when we last answered in this conversation. Aware."""
    sponsored: bool = False
    """Whether it is paid for, or about something we were given (L29)."""
    ai_made: bool = False
    """Whether a machine wrote it (L27)."""
    quotes_with_leave: bool = False
    """Whether somebody has recorded that the quotation may be used."""
    films_captioned: bool | None = None
    """Of films and recordings that it links to: whether they have captions or can be read; None where nobody is asked (L11)."""
    announces: bool = False
    """Whether its topic is one of those that need the whole account on our own pages (R56)."""
    event: Happening | None = None
    remarks: tuple[str, ...] = ()
    """What is meant for colleagues only, such as the internal part of a mini-report (R31)."""
    corrects: Mending | None = None
    closes: Closing | None = None


@dataclass(frozen=True)
class Own:
    """What is the library's own, so that it may be named."""

    domains: tuple[str, ...] = ()
    """Host names; those below them count too."""
    phones: tuple[str, ...] = ()
    """As people write them."""
    ibans: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    """E-mail addresses outside our domains that may be named."""
    names: tuple[str, ...] = ()
    """Of branches, rooms, regular guests: spelt like this and not otherwise (R48)."""
    internal_terms: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    """Persons who do not want to be named (R11)."""
    card_pattern: str = ""
    """A regular expression that a borrower card number matches as a whole; empty where there is none."""
    card_check: Literal["", "luhn", "codabar"] = ""
    disclaimers: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    """Names of brands that are not words for a kind of thing (R63)."""
    allowed: frozenset[str] = frozenset()
    """Words and titles that no list of words may take offence at, in lower case."""
    harsh: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Further insulting words by language, in lower case."""
    handles: Mapping[str, bool] = field(default_factory=dict)
    """Private handles of colleagues, in lower case and without @: whether their owner agrees to be named by it (R29)."""
    candidates: tuple[str, ...] = ()
    """Further parties and candidates (R52)."""


@dataclass(frozen=True)
class Recent:
    """A post of the last days (R55)."""

    target: str
    at: datetime
    text: str
    looks: tuple[int, ...] = ()


@dataclass(frozen=True)
class House:
    """A branch and when it is open."""

    name: str
    hours: Mapping[int, tuple[tuple[time, time], ...]] = field(default_factory=dict)
    """Stretches by weekday, Monday 0, in the wall time of the library."""
    closed: Mapping[date, str] = field(default_factory=dict)
    """Days on which it stays closed, with the reason."""


@dataclass(frozen=True)
class Context:
    """What the rules may know of the world. Nothing is looked up over the network."""

    at: datetime
    """Aware; when it will go out."""
    zone: tzinfo = UTC
    """Of the library; days and times in texts are meant in it."""
    region: str = ""
    """The Land or state, such as DE-NW or SE; empty where it is unknown."""
    own: Own = field(default_factory=Own)
    houses: tuple[House, ...] = ()
    staffed: bool | None = None
    """Whether somebody is at work in the hours after it goes out; None where that is unknown (R60)."""
    absent: tuple[str, ...] = ()
    """Names of those among its senders who will be away (R02)."""
    next_in_line: str = ""
    bio_gaps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the profile of a channel does not say, in words, by its key (R03)."""
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The languages of a channel, by its key (R46)."""
    election: bool = False
    """Whether it goes out in an election period (R52)."""
    paused: bool = False
    """Whether all that is planned waits (R51)."""
    tried: Mapping[str, str] = field(default_factory=dict)
    """What came of it when a link was last followed: the address where it led, or nothing where it led nowhere (R33)."""
    recent: tuple[Recent, ...] = ()
    acknowledged: bool | None = None
    """Whether the author has confirmed the guideline; None where that is not asked (R61)."""
    settings: Mapping[str, "Setting"] = field(default_factory=dict)
    """What the layers of the guideline say of the weight of a rule, by its id."""

    @property
    def today(self) -> date:
        """The day on which it goes out, where the library is."""
        return self.at.astimezone(self.zone).date()


@dataclass(frozen=True)
class Setting:
    """How much a rule weighs by the strictest layer. `severity` None switches it off."""

    severity: Severity | None
    layer: str = ""
    """Name of the layer that asks for it."""


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
    """Key of the channel it concerns; empty for all. After a colon the field, where it is not the text (`Draft.below`)."""
    picture: str = ""
    """Key of the picture it concerns; empty for the text."""
    start: int = 0
    end: int = 0
    """Span in the text of the target, in code points."""
    seen: str = ""
    """The text in that span."""
    mend: str | None = None
    """What to put in the place of `seen`, where there is a mend in one step."""
    layer: str = ""
    """Name of the layer of the guideline that gave it its weight; empty for the weight it has by itself."""
    safe_way: bool = False
    """Whether the answer belongs into a private channel, with a text block in its place."""

    @property
    def channel(self) -> str:
        """Key of the channel it concerns; empty for all."""
        return self.target.partition(":")[0]

    @property
    def said(self) -> dict[str, Any]:
        """The sentence as `{% said %}` shows it."""
        return {"words": self.words, "params": self.params}

    @property
    def fingerprint(self) -> str:
        """Names this finding across saves: the same rule about the same words on the same channel or picture."""
        return sha256("\x1f".join((self.rule, self.target, self.picture, self.seen)).encode()).hexdigest()[:32]


Rule = Callable[[Draft, Context], list[Finding]]


@dataclass(frozen=True)
class Entry:
    """A rule, the point of the guideline that it serves, and how much it weighs."""

    id: str
    point: str
    severity: Severity
    title: Words
    rule: Rule
    waits_for: str = ""
    """The package without whose data it has nothing to look at yet; the rule is tested, and switched on with that package."""
