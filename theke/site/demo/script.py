"""What a demo library consists of, as plain data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class House:
    """A branch."""

    name: str
    code: str
    slug: str
    hours: tuple[tuple[int, str, str], ...]
    """Weekday (0 is Monday), from, to."""


@dataclass(frozen=True)
class Colleague:
    """Someone who works there."""

    name: str
    function: str
    house: str
    role: str = "employee"
    subjects: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Account:
    """A channel; all of them are practice channels but the website."""

    name: str
    network: str
    house: str
    purpose: str
    code: str = ""
    colour: str = ""
    signature: str = "name_branch"
    publishers: str = "everyone"


@dataclass(frozen=True)
class Piece:
    """A post: how many days ago (negative: ahead) at what wall time, on which channels, by whom."""

    days: int
    clock: str
    by: str
    channels: tuple[str, ...]
    text: str
    title: str = ""
    picture: str = ""
    alt: str = ""
    kind: str = "library"
    answers: tuple[tuple[str, str, str], ...] = ()
    """From the public: name, text, and the library's answer (empty: still open)."""


@dataclass(frozen=True)
class Script:
    """Everything about one demo library."""

    name: str
    slug: str
    municipality: str
    language: str
    zone: str
    jurisdiction: str
    population: int
    mail: str
    houses: tuple[House, ...]
    staff: tuple[Colleague, ...]
    accounts: tuple[Account, ...]
    pieces: tuple[Piece, ...]
    drafts: tuple[Piece, ...] = ()
    away: tuple[tuple[str, str], ...] = ()
    """Who is away today, and who stands in."""
    new: tuple[str, ...] = ()
    """Colleagues whose introduction has not ended."""
