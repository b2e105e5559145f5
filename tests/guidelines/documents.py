"""Guidelines for tests: layers with an edition that counts."""

from datetime import date, timedelta

from tests.people import Cast
from theke.guidelines.deciding import decide
from theke.guidelines.editing import from_last, from_pattern
from theke.guidelines.layering import add_layer, own_layer
from theke.guidelines.models import Edition, Guideline
from theke.guidelines.patterns import pattern
from theke.people.models import Library, Person


def today(library: Library) -> date:
    return library.today


def in_force(people: Cast, *, days_ago: int = 10, languages: tuple[str, ...] = ("de", "sv")) -> Edition:
    """The library's own seven points, decided."""
    made = from_pattern(own_layer(people.library), pattern("seven_points"), [*languages], by=people.maria)
    return decided(made, people.maria, days_ago=days_ago)


def decided(edition: Edition, by: Person, *, days_ago: int = 0) -> Edition:
    day = today(edition.guideline.library) - timedelta(days=days_ago)
    return decide(edition, valid_from=day, decided_by="Leitung", by=by)


def town(people: Cast, *, days_ago: int = 10) -> Edition:
    """The municipality's layer, decided."""
    layer = add_layer(people.library, Guideline.Layer.MUNICIPALITY, "Stadt Seeborn", by=people.maria)
    made = from_pattern(layer, pattern("municipal"), ["de", "sv"], by=people.maria)
    return decided(made, people.maria, days_ago=days_ago)


def next_edition(people: Cast, text: str = "Anders als vorher.") -> Edition:
    """A second edition of the library's own, in which point 3 reads differently, decided today."""
    draft = from_last(own_layer(people.library), by=people.maria)
    point = draft.points.get(anchor="3-transparency")
    point.text = point.text | {"de": text}
    point.save()
    return decided(draft, people.maria)
