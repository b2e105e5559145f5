"""What the rules may know of a library at a moment: the `Context`, at the price of one query."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import DateField, Exists, F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext

from theke.channels.models import Channel
from theke.channels.profile_check import look_at_profile
from theke.guidelines.keeping import Kept, current, kept, marking
from theke.guidelines.models import Acknowledgement, CoverRight, Edition
from theke.guidelines.models.document import worded
from theke.guidelines.points import BY_ANCHOR
from theke.guidelines.rules.base import Context
from theke.people.holidaying import jurisdiction_of
from theke.people.models import Absence, Introduction, Library, Person


def context_of(
    library: Library,
    at: datetime | None = None,
    *,
    author: Person | None = None,
    others: Sequence[Person] = (),
    channels: Iterable[Channel] = (),
    row: Any = None,
) -> Context:
    """The world as the rules see it when `author` speaks at `at` (aware; None for now) on these channels, together with `others`.

    `row` may be one whose query has asked with `looks`, which saves the query here.
    """
    at, listed = at or timezone.now(), list(channels)
    day = library.local(at).date()
    looked = _look(library, author, day, row)
    known = kept(library, looked.marks)
    return replace(
        _house(library, known, at),
        absent=_absent(author, others, looked, day),
        next_in_line=looked.stand_in,
        bio_gaps={str(one.pk): gaps for one in listed if (gaps := _gaps(one))},
        languages={str(one.pk): _languages(one, library) for one in listed},
        acknowledged=_acknowledged(known, looked, listed) if author else None,
    )


def _house(library: Library, known: Kept, at: datetime) -> Context:
    """What holds for the library at `at` (aware), whoever speaks."""
    there = library.local(at)
    return Context(
        at=at,
        zone=library.zone,
        region=jurisdiction_of(library),
        own=known.own,
        houses=known.houses,
        staffed=known.staffed(there),
        election=known.election(there.date()),
        paused=library.paused_at is not None,
        tried=known.tried,
        settings=known.settings(there.date()),
    )


def _absent(author: Person | None, others: Sequence[Person], looked: "_Looked", day: date) -> tuple[str, ...]:
    return (*((author.name,) if author and looked.away else ()), *_away(others, day))


def _languages(channel: Channel, library: Library) -> tuple[str, ...]:
    """Its own first."""
    return tuple(dict.fromkeys((channel.language, *library.languages)))


def may_publish(person: Person, library: Library, at: datetime | None = None, channels: Iterable[Channel] = ()) -> bool:
    """Whether the person has confirmed and been introduced as far as the library asks for it on these channels (A03)."""
    return context_of(library, at, author=person, channels=channels).acknowledged is not False


def cover_right(library: Library, cover_of: str) -> CoverRight | None:
    """What the publisher of a cover allows, asked by ISBN or publisher; None where nothing is entered."""
    return current(library).cover_right(cover_of)


def point_of(library: Library | None, anchor: str) -> str:
    """A point of the library's guideline with its number, in the reader's language; empty where there is none.

    Asked right after the findings were, it costs no query.
    """
    known = BY_ANCHOR.get(anchor)
    own = kept(library).points(library.today) if library else None
    if own is not None and anchor in own:
        return f"{own[anchor].place}. {worded(own[anchor].title)}"
    return f"{known.number}. {gettext(known.title)}" if known else ""


def private_name(person: Person) -> str:
    """The private name that may stand in the person's signature, with @; empty as a rule (B25). Costs no query as a rule."""
    if person.library is None:
        return ""
    known = kept(person.library)
    handle = known.handles.get(person.pk, "") if known.answers.get("signing") == "signed" else ""
    return f"@{handle}" if handle else ""


def owner_of(library: Library, seen: str) -> int | None:
    """The key of the person whose private name this is, written as @name, @name@server or server/@name; None for any other."""
    server, _slash, name = seen.lower().rpartition("/")
    plain = name.removeprefix("@")
    written = {plain, f"{plain}@{server.removeprefix('www.')}" if server else plain}
    return next((pk for pk, handle in kept(library).handles.items() if handle in written), None)


def private_ways(library: Library) -> tuple[str, str]:
    """By what telephone number and by what address one reaches the library alone; empty where nothing is entered."""
    return next(iter(current(library).own.phones), ""), library.contact_email


def website_first(library: Library) -> bool:
    """Whether the library has answered that everything stands on its website first; asked right after the context, no query."""
    return kept(library).answers.get("placement") == "website_first"


def reposts(library: Library) -> str:
    """The library's answer to whether private posts may appear in its stream: `never`, `asked` or `allowed`."""
    return kept(library).answers.get("reposts", "never")


LOOKS = ("stamp", "hours", "closings", "confirmed", "introduced", "away", "stand_in")


@dataclass(frozen=True)
class _Looked:
    """The answer of the one query."""

    marks: tuple[Any, ...]
    confirmed: bool = False
    introduced: bool = False
    away: bool = False
    stand_in: str = ""


def looks(library: str, author: str, day: date) -> dict[str, Any]:
    """Annotations by which a query of other rows asks for the stamp and for what holds for the author alone, too.

    `library` and `author` are fields of those rows. `context_of` reads them from the row and asks nothing more.
    """
    away = Absence.objects.filter(person=OuterRef(author)).on(day)
    theirs = Acknowledgement.objects.filter(edition=OuterRef("pk"), person=OuterRef(OuterRef(author)))
    counting = Edition.objects.filter(guideline__library=OuterRef(library)).in_force(day)
    found = (
        *marking(library),
        ~Exists(counting.exclude(Exists(theirs))),
        Exists(Introduction.objects.filter(person=OuterRef(author))),
        Exists(away),
        Coalesce(Subquery(away.values("stand_in__name")[:1]), Value("")),
    )
    return {
        **{f"known_{name}": one for name, one in zip(LOOKS, found, strict=True)},
        "known_author": F(author),
        "known_day": Value(day, output_field=DateField()),
    }


def _look(library: Library, author: Person | None, day: date, row: Any = None) -> _Looked:
    """The stamp of what is kept, and what holds for the author alone: from the row that asked for it already, else for one query."""
    if author is None:
        return _Looked(Library.objects.filter(pk=library.pk).values_list(*marking()).first() or ())
    if row is None or getattr(row, "known_author", None) != author.pk or row.known_day != day:
        row = Person.objects.filter(pk=author.pk).annotate(**looks("library", "pk", day)).first()
    found = [getattr(row, f"known_{name}") for name in LOOKS]
    return _Looked(tuple(found[:3]), *found[3:])


def _away(others: Sequence[Person], day: date) -> tuple[str, ...]:
    """The names of those who will be away; asked only where a post has several authors."""
    if not others:
        return ()
    gone = set(Absence.objects.filter(person__in=others).on(day).values_list("person", flat=True))
    return tuple(one.name for one in others if one.pk in gone)


def _acknowledged(known: Kept, looked: _Looked, channels: Sequence[Channel]) -> bool | None:
    """One is introduced by trying, so what only colleagues see does not ask for the introduction."""
    to_learn = bool(channels) and all(one.facts.to_learn for one in channels)
    if not known.asks_confirmation and not known.asks_introduction:
        return None
    confirmed = looked.confirmed or not known.asks_confirmation
    return confirmed and (looked.introduced or to_learn or not known.asks_introduction)


def _gaps(channel: Channel) -> tuple[str, ...]:
    """What the account's profile does not say, in the reader's language (R03)."""
    return tuple(gettext(one.words) % one.params for one in look_at_profile(channel) if one.ok is False)
