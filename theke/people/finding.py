"""Finding the colleague who knows: by name, subject area, language, branch or role (A07)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language_info, override

from theke.people.languages import spoken_languages
from theke.people.models import Library, Person, Role

MOST_AREAS = 24


@dataclass(frozen=True)
class Wanted:
    """What is looked for; empty fields mean anything. `words` must all be met somewhere."""

    words: str = ""
    branch: str = ""
    role: str = ""
    here: bool = False

    @property
    def anything(self) -> bool:
        """Whether the list is narrowed down at all."""
        return bool(self.words or self.branch or self.role or self.here)


def language_names(codes: Iterable[str]) -> list[str]:
    """The languages as the reader calls them."""
    own = dict(spoken_languages())
    return [_translated(code) or own.get(code, code) for code in codes]


def _translated(code: str) -> str:
    try:
        name = str(get_language_info(code)["name_translated"])
    except KeyError:
        return ""
    return name[:1].upper() + name[1:]


def _all_names(code: str) -> set[str]:
    """How a language may be called by whoever looks for it: in each language of the desk, and by itself."""
    names = {dict(spoken_languages()).get(code, ""), code}
    for desk in ("de", "sv", "en"):
        with override(desk):
            names.add(_translated(code))
    return names


def haystack(person: Person) -> str:
    """Everything that is known of a colleague, for looking in it."""
    branch = person.home_branch.name if person.home_branch else ""
    spoken = [name for code in person.languages for name in _all_names(code)]
    parts = [person.name, person.function, person.initials, branch, *person.subject_areas, *spoken]
    return " ".join(parts).casefold()


def found(people: Iterable[Person], wanted: Wanted) -> list[Person]:
    """Those who fit. `people` have `away_today` (see the view) and their branch at hand."""
    words = wanted.words.casefold().split()
    return [one for one in people if _fits(one, wanted) and all(word in haystack(one) for word in words)]


def _fits(person: Person, wanted: Wanted) -> bool:
    branch = not wanted.branch or str(person.home_branch_id) == wanted.branch
    role = not wanted.role or person.role == wanted.role
    return branch and role and not (wanted.here and getattr(person, "away_today", []))


def areas_in_use(library: Library) -> list[str]:
    """The subject areas that colleagues have entered."""
    return areas_of(Person.objects.filter(library=library).active().values_list("subject_areas", flat=True))


def areas_of(lists: Iterable[list[str]]) -> list[str]:
    """The areas, the most frequent first, each in its most frequent spelling."""
    spellings = Counter(area for areas in lists for area in areas)
    seen: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for area, number in spellings.most_common():
        seen.setdefault(area.casefold(), area)
        counts[area.casefold()] += number
    return [seen[key] for key, _number in counts.most_common(MOST_AREAS)]


def wanted_of(query: dict[str, str]) -> Wanted:
    """What a query asks for; what cannot be meant counts as not asked."""
    words = " ".join(part for part in query.get("q", "")[:80].split() if part.isprintable())
    role = query.get("role", "")
    branch = query.get("branch", "")
    return Wanted(words, branch if branch.isdecimal() else "", role if role in Role.values else "", query.get("here") == "1")
