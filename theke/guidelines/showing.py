"""The guideline as its pages show it: layers, points, and which checks serve which point."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _

from theke.guidelines.comparing import Kind, changed_anchors
from theke.guidelines.confirming import last_confirmed
from theke.guidelines.models import Edition, Guideline, Point
from theke.guidelines.models.document import worded
from theke.guidelines.points import BY_ANCHOR, POINTS
from theke.guidelines.weighing import Weighed, weighed
from theke.people.models import Library, Person

Checks = Mapping[str, list[Weighed]]
"""The checks by the anchor that they serve."""


@dataclass(frozen=True)
class ShownPoint:
    """One point on the page; `id` is its anchor there."""

    id: str
    place: int
    title: str
    text: str
    do: list[str] = field(default_factory=list)
    dont: list[str] = field(default_factory=list)
    checks: list[Weighed] = field(default_factory=list)
    changed: str = ""
    """`new` or `changed` since the reader confirmed."""


@dataclass(frozen=True)
class ShownLayer:
    """One layer with the edition that counts; without one, our own words stand in for the library's."""

    name: str
    points: list[ShownPoint]
    guideline: Guideline | None = None
    edition: Edition | None = None
    confirmed_at: datetime | None = None
    since: Edition | None = None
    """The edition that the reader confirmed before this one."""
    opening: str = ""

    @property
    def changes(self) -> list[ShownPoint]:
        """The points that changed since then."""
        return [one for one in self.points if one.changed]


@dataclass(frozen=True)
class Reading:
    """All that counts today."""

    layers: list[ShownLayer]
    also: list[ShownPoint]
    """Checks that serve none of the library's own points."""

    @property
    def editions(self) -> list[Edition]:
        """What there is to confirm."""
        return [one.edition for one in self.layers if one.edition]

    @property
    def confirmed(self) -> bool:
        """Whether the reader has confirmed all of it."""
        return all(one.confirmed_at for one in self.layers if one.edition)

    @property
    def confirmed_at(self) -> datetime | None:
        """When the last of it was confirmed."""
        return max((one.confirmed_at for one in self.layers if one.confirmed_at), default=None)


def checks_of(library: Library, day: date) -> Checks:
    """The checks that look already, by the point they serve."""
    found: dict[str, list[Weighed]] = {}
    for one in weighed(library, day):
        if not one.entry.waits_for:
            found.setdefault(one.entry.point, []).append(one)
    return found


def reading(library: Library, editions: list[Edition], person: Person, day: date) -> Reading:
    """The layers as this person reads them."""
    checks = checks_of(library, day)
    theirs = dict(person.acknowledgements.filter(edition__in=editions).values_list("edition", "at"))
    layers = [_layer_for(person, one, checks, theirs.get(one.pk)) for one in editions]
    if not any(one.guideline and one.guideline.is_own for one in layers):
        layers.insert(0, _ours(library, checks))
    shown = {point.id for one in layers for point in one.points}
    also = [
        ShownPoint(anchor, 0, _(BY_ANCHOR[anchor].title), "", checks=found)
        for anchor, found in checks.items()
        if anchor not in shown
    ]
    return Reading(layers, also)


def layers_of(library: Library, editions: list[Edition]) -> list[ShownLayer]:
    """The layers for somebody without an account, the library's own first; without its checks."""
    layers = sorted((layer(one, {}, {}) for one in editions), key=lambda one: not (one.guideline and one.guideline.is_own))
    return layers if layers and layers[0].guideline and layers[0].guideline.is_own else [_ours(library, {}), *layers]


def _layer_for(person: Person, edition: Edition, checks: Checks, confirmed_at: datetime | None) -> ShownLayer:
    since = None if confirmed_at else last_confirmed(person, edition)
    return layer(edition, checks, changed_anchors(since, edition) if since else {}, since, confirmed_at)


def layer(
    edition: Edition,
    checks: Checks,
    changed: Mapping[str, Kind],
    since: Edition | None = None,
    confirmed_at: datetime | None = None,
) -> ShownLayer:
    """One edition, in the reader's language."""
    guideline = edition.guideline
    points = [_point(one, place, guideline, checks, changed) for place, one in enumerate(edition.points.all(), 1)]
    return ShownLayer(guideline.name, points, guideline, edition, confirmed_at, since, edition.opening)


def _point(point: Point, place: int, guideline: Guideline, checks: Checks, changed: Mapping[str, Kind]) -> ShownPoint:
    served = checks.get(point.anchor, [])
    if not guideline.is_own:
        served = [one for one in served if one.setting and one.setting.layer == guideline.name]
    return ShownPoint(
        id=point.anchor if guideline.is_own else f"g{guideline.pk}-{point.anchor}",
        place=place,
        title=worded(point.title),
        text=worded(point.text),
        do=_lines(worded(point.do)),
        dont=_lines(worded(point.dont)),
        checks=served,
        changed=changed.get(point.anchor, ""),
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _ours(library: Library, checks: Checks) -> ShownLayer:
    """Our own words, until the library brings its own."""
    points = [
        ShownPoint(one.anchor, place, _(one.title), _(one.text), checks=checks.get(one.anchor, []))
        for place, one in enumerate(POINTS, 1)
    ]
    return ShownLayer(library.name, points)
