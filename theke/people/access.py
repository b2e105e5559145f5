"""Who may do what: all abilities, and the two marks that every view wears one of."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from theke.people.models import Person, Role

EVERYONE = frozenset({Role.EMPLOYEE, Role.EDITOR, Role.MANAGER})
EDITORS = frozenset({Role.EDITOR, Role.MANAGER})
MANAGERS = frozenset({Role.MANAGER})

ABILITIES: dict[str, frozenset[Role]] = {
    "look": EVERYONE,  # Today, lists, reading
    "write": EVERYONE,  # draft, suggest, add pictures (A15)
    "publish": EVERYONE,  # send out, plan; each channel narrows it further
    "answer": EVERYONE,  # inbox: answer, note, take over
    "own_profile": EVERYONE,  # one's own profile and absence
    "play_public": EVERYONE,  # comment as the public on the practice network (B29)
    "moderate": EVERYONE,  # hide, show and approve what others wrote below our posts
    "remove_comments": EDITORS,  # remove it for good, or call it spam
    "enter_figures": EDITORS,  # what was read off a channel by hand
    "assign": EDITORS,  # give a conversation to someone else
    "approve": EDITORS,  # be the second pair of eyes; never on what one has written oneself
    "introduce": EDITORS,  # end a colleague's time as a new one
    "manage_words": EDITORS,  # topics, hashtags, partners, templates, saved replies
    "manage_slots": EDITORS,  # slots that come back in the calendar
    "see_scans": EDITORS,  # fetch the signed forms of those who agree to be shown
    "recall": EDITORS,  # edit or remove a colleague's published post
    "pause": EDITORS,  # let all that is planned wait, and let it go on (R51)
    "see_deliveries": EVERYONE,  # what was sent, what came back
    "decide_doubt": EVERYONE,  # the three buttons of `ask`; one's own posts, editors all
    "manage_absence": EDITORS,  # enter a colleague's absence
    "manage_practice": EDITORS,  # make the practice network slow or broken
    "see_confirmations": EDITORS,  # how many have confirmed the guideline; a number, no names
    "manage_guideline": MANAGERS,  # write and decide editions, weigh rules, answer the open questions
    "connect_channels": MANAGERS,
    "set_budgets": MANAGERS,  # what a channel may cost a month
    "manage_library": MANAGERS,
    "manage_people": MANAGERS,
    "see_health": MANAGERS,
}

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def may(person: Person | AnonymousUser, ability: str, thing: Any = None) -> bool:
    """Whether this person has the ability, here and now, for this thing.

    `thing`, where given, must belong to the person's library (`library_id`), and may narrow further by a method
    `allows(person, ability) -> bool`. Raises KeyError for an ability that does not exist.
    """
    roles = ABILITIES[ability]
    if not isinstance(person, Person) or person.left_at or not person.is_active or person.library_id is None:
        return False
    if thing is not None and getattr(thing, "library_id", person.library_id) != person.library_id:
        return False
    narrows: Callable[[Person, str], bool] | None = getattr(thing, "allows", None)
    return person.role in roles and (narrows is None or narrows(person, ability))


def signed_in(request: HttpRequest) -> Person:
    """The person behind the request. Raises PermissionDenied when nobody is signed in: the door lets nobody else through."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user


def public(view: View) -> View:
    """Open a view to everyone, signed in or not."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def requires(ability: str) -> Callable[[View], View]:
    """Open a view to signed-in persons who have the ability."""
    if ability not in ABILITIES:
        raise KeyError(ability)

    def mark(view: View) -> View:
        view.ability = ability  # type: ignore[attr-defined]
        return view

    return mark
