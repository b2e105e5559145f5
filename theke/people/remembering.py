"""Remembers, for each person, how they last narrowed a list down."""

from collections.abc import Iterable

from django.http import HttpRequest

from theke.people.access import signed_in

LONGEST = 60
MOST = 20
CLEAR = "clear"


def recall(request: HttpRequest, page: str, names: Iterable[str]) -> dict[str, list[str]]:
    """The values of the filters `names` on `page`: those in this request's query, which are kept, else the last ones.

    A query that names none of them means the last ones; `?clear=1` forgets them. Values are as typed: check them where they
    are used.
    """
    person = signed_in(request)
    kept = person.remembered.get(page, {})
    wanted = set(names)
    if CLEAR in request.GET:
        chosen: dict[str, list[str]] = {}
    elif wanted & set(request.GET):
        chosen = {name: _shortened(request.GET.getlist(name)) for name in sorted(wanted & set(request.GET))}
        chosen = {name: values for name, values in chosen.items() if values}
    else:
        return {name: values for name, values in kept.items() if name in wanted}
    if chosen != kept:
        person.remembered = person.remembered | {page: chosen}
        person.save(update_fields=["remembered"])
    return chosen


def _shortened(values: list[str]) -> list[str]:
    return [value[:LONGEST] for value in values if value.isprintable() and value][:MOST]
