"""The guideline of a demo library: two editions of its own, a layer of the municipality, some who have confirmed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from theke.guidelines.deciding import decide
from theke.guidelines.editing import from_last, from_pattern
from theke.guidelines.layering import add_layer, own_layer
from theke.guidelines.models import Acknowledgement, CoverRight, Edition, ElectionPeriod, Guideline, OwnThings, Point
from theke.guidelines.patterns import pattern
from theke.guidelines.policies import answer
from theke.guidelines.weighing import set_weight
from theke.people.models import Library, Person


@dataclass(frozen=True)
class Document:
    """Of one demo library, in its language."""

    languages: tuple[str, ...]
    decided: tuple[str, str]
    """Who decided the first and the second edition."""
    municipality: str
    clearer: str
    """What the second edition says more about the sender (B21)."""
    new_do: str
    why_stricter: str
    policy: str
    domains: tuple[str, ...]
    phones: tuple[str, ...]
    names: tuple[str, ...]
    cards: str
    publisher: tuple[str, str, str]
    election: str


DOCUMENTS = {
    "seeborn": Document(
        languages=("de", "en"),
        decided=("Bibliotheksleitung", "Bibliotheksleitung mit der Redaktion und dem Personalrat"),
        municipality="Stadt Seeborn",
        clearer=" Seit der zweiten Fassung gilt das auch für Antworten: Wer antwortet, zeichnet auch.",
        new_do="Auch Antworten zeichnen, damit die Leute wissen, mit wem sie reden.",
        why_stricter="Mehrfach war nicht zu sehen, wer geschrieben hat; Fragen kamen bei den Falschen an.",
        policy="Privates bleibt privat. Wer möchte, erzählt zu Hause von der Arbeit; hier schreibt die Bibliothek.",
        domains=("seeborn.example",),
        phones=("0700 4711-10",),
        names=("Fahrbibliothek", "MakerTage"),
        cards=r"00\d{8}",
        publisher=("Leuchtturm Verlag", "978-3-00000", "© Leuchtturm Verlag"),
        election="Kommunalwahl",
    ),
    "sjoby": Document(
        languages=("sv", "en"),
        decided=("Bibliotekschefen", "Bibliotekschefen tillsammans med redaktionen"),
        municipality="Sjöby kommun",
        clearer=" Från och med den andra utgåvan gäller det även svar: den som svarar signerar också.",
        new_do="Signera även svar, så att folk vet vem de talar med.",
        why_stricter="Flera gånger gick det inte att se vem som hade skrivit, och frågor hamnade fel.",
        policy="Det privata förblir privat. Den som vill berättar om jobbet hemma; här skriver biblioteket.",
        domains=("sjoby.example",),
        phones=("0700 4711-10",),
        names=("Bokbussen", "MakerDagar"),
        cards=r"29\d{8}",
        publisher=("Fyrbåk förlag", "978-91-0000", "© Fyrbåk förlag"),
        election="Kommunalval",
    ),
}


def lay_down(library: Library, now: datetime) -> None:
    """Give the library its guideline; `now` (aware) is the moment from which its days count."""
    found = DOCUMENTS.get(library.slug)
    by = library.people.filter(role="manager").order_by("pk").first()
    if found is None or by is None:
        return
    own = own_layer(library)
    first = _decided(from_pattern(own, pattern("seven_points"), [*found.languages], by=by), found.decided[0], 400, now, by)
    second = from_last(own, by=by)
    _make_clearer(second, found)
    _decided(second, found.decided[1], 25, now, by)
    town = add_layer(library, Guideline.Layer.MUNICIPALITY, found.municipality, by=by)
    theirs = _decided(from_pattern(town, pattern("municipal"), [*found.languages], by=by), found.municipality, 300, now, by)
    _confirm(library, first, second, theirs, now)
    today = library.local(now).date()
    set_weight(own, "R01", "block", valid_from=today - timedelta(days=25), reason=found.why_stricter, by=by)
    review = today + timedelta(days=200)
    answer(library, "accounts", "separate", words=found.policy, decided_on=today, review_on=review, by=by)
    _own_things(library, found, now)


def _decided(edition: Edition, who: str, days: int, now: datetime, by: Person) -> Edition:
    moment = now - timedelta(days=days)
    return decide(edition, valid_from=edition.guideline.library.local(moment).date(), decided_by=who, by=by, now=moment)


def _make_clearer(edition: Edition, found: Document) -> None:
    """What Botkyrka learnt: the rule about the sender had to become clearer."""
    point = Point.objects.get(edition=edition, anchor="3-transparency")
    first = found.languages[0]
    point.text = point.text | {first: point.text[first] + found.clearer}
    point.do = point.do | {first: f"{point.do[first]}\n{found.new_do}"}
    point.save(update_fields=["text", "do"])


def _confirm(library: Library, first: Edition, second: Edition, theirs: Edition, now: datetime) -> None:
    """All but the newest have confirmed the first edition, and every other one the second."""
    people = list(library.people.order_by("pk"))
    read = [(one, edition) for one in people[:-1] for edition in (first, theirs)]
    read += [(one, second) for one in people[1::2]]
    Acknowledgement.objects.bulk_create(
        Acknowledgement(person=one, edition=edition, at=now - timedelta(days=20)) for one, edition in read
    )


def _own_things(library: Library, found: Document, now: datetime) -> None:
    row = OwnThings.of(library)
    row.domains, row.phones, row.names = [*found.domains], [*found.phones], [*found.names]
    row.card_pattern = found.cards
    row.save()
    OwnThings.touch(library)
    name, isbn, credit = found.publisher
    CoverRight.objects.create(library=library, publisher=name, isbn_prefix=isbn, may="whole", credit=credit)
    day = library.local(now).date() + timedelta(days=300)
    ElectionPeriod.objects.create(
        library=library, name=f"{found.election} {day.year}", first=day, last=day + timedelta(days=42)
    )
