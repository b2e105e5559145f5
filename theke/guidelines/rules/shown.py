"""Pictures, films and sounds, who is to be seen on them, and whose they are; `base` gives it to the rules."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True)
class Consent:
    """That somebody may be shown."""

    who: str
    minor: bool = False
    guardians: int = 0
    """How many of those with custody have agreed."""
    guardians_needed: int = 2
    own: bool = False
    """Whether the person has agreed, as those do from about 14."""
    asks_own: bool = True
    """Whether the person is old enough to be asked."""
    targets: frozenset[str] | None = None
    """Keys of the channels it is for; None for all."""
    until: date | None = None
    """The last day on which it holds."""
    withdrawn: bool = False


@dataclass(frozen=True)
class Rights:
    """Whose a picture is, and what may be done with it."""

    source: str = ""
    author: str = ""
    licence: str = ""
    """A key of `licences.LICENCES`, or the words of another one."""
    credit: str = ""
    """The line that names it as its licence demands."""
    until: date | None = None
    """The last day on which it may be shown."""
    cropped: bool = False
    cover_of: str = ""
    """ISBN or publisher, where it is the cover of a book."""
    cover_settled: bool = False
    """Whether the library may show covers of that publisher."""
    ai_made: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture, film or sound of the draft."""

    key: str
    """The attachment's primary key, as text."""
    alt: str
    decorative: bool = False
    file_name: str = ""
    medium: Literal["picture", "video", "audio"] = "picture"
    captioned: bool = False
    """Of film and sound: whether captions or a transcript come with it."""
    wording: str = ""
    """What is written in the picture, where that is known."""
    people: Literal["", "none", "incidental", "gathering", "recognisable"] = ""
    """Whether people can be recognised; empty where nobody has said."""
    minors: bool = False
    consents: tuple[Consent, ...] = ()
    rights: Rights | None = None
    """None where the library does not ask."""
    traces: tuple[str, ...] = ()
    """What its file still tells of the camera and the place; receiving takes it out, so there is nothing (R22)."""
    look: int | None = None
    """A mark of 256 bits of how it looks: pictures that look alike differ in few bits (R55)."""
