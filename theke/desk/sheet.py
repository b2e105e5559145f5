"""The sheet for somebody who applies or begins: what the library does on its channels, from what the desk knows today (B18)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.db.models import Prefetch
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from theke.channels.models import Channel
from theke.desk.practising import TASKS
from theke.guidelines import showing
from theke.guidelines.confirming import in_force
from theke.people.models import Branch, Library, Person
from theke.posts.splitting import sentences

APPLY, BEGIN = "apply", "begin"
LANGUAGES = ("de", "sv", "en")


@dataclass(frozen=True)
class Line:
    """One thing on it: what it is called, what goes with the name, and a sentence."""

    head: str
    beside: str = ""
    text: str = ""


@dataclass(frozen=True)
class Part:
    """A heading with its lines; numbered where their order counts."""

    title: str
    lines: list[Line]
    words: str = ""
    numbered: bool = False


@dataclass(frozen=True)
class Sheet:
    """All of it, in one language."""

    title: str
    words: str
    parts: list[Part] = field(default_factory=list)
    foot: str = ""


def sheet_of(library: Library, reader: str, day: date) -> Sheet:
    """What somebody who applies (no names, no telephones) or begins should know, in the language that is active."""
    parts = (_channels(library), _whom_to_ask(library, reader), _how_we_speak(library, day), _first_week(), _where(reader))
    return Sheet(
        title=_("Social media at %(library)s") % {"library": library.name},
        words=_(
            "Everyone at the library may write, ask and answer on our channels. It is part of the work, and nobody has to know it all: "
            "there is a guideline, a place to practise, and somebody who goes along."
        ),
        parts=[part for part in parts if part.lines or part.words],
        foot=_("%(library)s, as of %(day)s") % {"library": library.name, "day": formats.date_format(day, "DATE_FORMAT")},
    )


def _together(*words: str) -> str:
    return " · ".join(word for word in words if word)


def _channels(library: Library) -> Part:
    found = Channel.objects.filter(library=library).connected().select_related("branch")
    lines = [
        Line(one.name, _together(one.branch.name if one.branch else "", _(one.facts.label), one.handle), one.purpose)
        for one in found
    ]
    return Part(_("Where we are, and why"), lines)


def _whom_to_ask(library: Library, reader: str) -> Part:
    """The editorial group by branch; to somebody from outside only the library's own address (B14)."""
    title = _("Whom to ask")
    if reader == APPLY:
        words = _("Each branch has somebody of the editorial group who answers.")
        return Part(title, [Line(library.contact_email)] if library.contact_email else [], words)
    return Part(title, [*_by_branch(library)], _("The editorial group looks after the channels. Ask whoever is near."))


def _by_branch(library: Library) -> Iterator[Line]:
    group = Person.objects.active().editors().order_by("name")
    for branch in Branch.objects.filter(library=library).prefetch_related(Prefetch("people", group, "group")):
        yield from _persons(branch.name, branch.group)
    yield from _persons(_("All branches"), group.filter(library=library, home_branch=None))


def _persons(place: str, people: Iterable[Person]) -> Iterator[Line]:
    for one in people:
        yield Line(one.name, _together(place, one.function), _together(one.phone, one.email))


def _how_we_speak(library: Library, day: date) -> Part:
    """The points of the library's own layer, short; of the others, that they are there."""
    layers = showing.layers_of(library, in_force(library, day))
    own, *others = layers
    lines = [Line(f"{point.place}. {point.title}", "", _first_sentence(point.text)) for point in own.points]
    also = _("The guideline of %(others)s holds, too.") % {"others": ", ".join(one.name for one in others)} if others else ""
    address = _("The whole guideline: %(address)s") % {"address": settings.URL + reverse("guidelines:points")}
    edition = _("Edition %(number)s.") % {"number": own.edition.number} if own.edition else ""
    return Part(_("How we speak"), lines, " ".join(word for word in (edition, also, address) if word))


def _first_sentence(text: str) -> str:
    return next((one.strip() for one, _space in sentences(text) if one.strip()), "")


def _first_week() -> Part:
    steps = [
        _("Read the guideline and confirm it"),
        _("Fill in the profile"),
        *(str(words) for words, _help, _name in TASKS.values()),
        _("The first post for the public, together with a companion"),
    ]
    words = _(
        "The desk ticks each step off by itself; three of them are tried on the practice network, where only colleagues read."
    )
    return Part(_("The first week"), [Line(step) for step in steps], words, numbered=True)


def _where(reader: str) -> Part:
    if reader == APPLY:
        return Part("", [])
    words = _("With the e-mail address of the library. Passwords of the networks are never needed.")
    return Part(_("Where to sign in"), [Line(settings.URL)], words)
