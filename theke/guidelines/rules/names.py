"""Names of our own are spelt right (R48)."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.marking import MOST, Head, mark
from theke.guidelines.rules.texts import texts
from theke.guidelines.rules.wording import running, tokens, vocabulary, words
from theke.networks.base import gettext_noop

POINT = "6-mistakes"
R48 = Head("R48", "hint", POINT)
MISSPELT = gettext_noop("“%(seen)s”: is “%(mend)s” meant?")
SHORTEST = 6
LONGEST = 60
"""One letter less or more makes too many words of a shorter one."""
ENDINGS = ("s", "n", "en", "er", "e", "r", "t", "ns", "et", "es", "’s", "'s", "’", "sk", "ska")


class Near(NamedTuple):
    """What is near to a name of ours."""

    keys: dict[str, str]
    """The name for itself, and for itself less one letter."""
    words: frozenset[int]
    """How many words names have."""
    heads: frozenset[str]
    """With which two letters they begin."""
    tails: frozenset[str]
    """And end."""
    several: tuple[tuple[str, ...], ...]
    """The words of each name that has several, in lower case."""
    single: frozenset[str]
    """The other names in lower case, also less one letter."""
    low_heads: frozenset[str]
    low_tails: frozenset[str]


def names_are_spelt_right(draft: Draft, context: Context) -> list[Finding]:
    """R48: no word differs by one letter from a name of ours. A hint with its mend; endings of grammar are fine."""
    names = tuple(one for one in (*context.own.names, *draft.authors) if len(one) >= SHORTEST)
    if not names:
        return []
    near = _neighbourhood(names)
    return [finding for text in texts(draft) if _may_hold(text[1], near) for finding in _misspelt(text, near)[:MOST]]


def _may_hold(text: str, near: Near) -> bool:
    """Whether one of the names may be misspelt here: all its words but one are there, or a word that is nearly the only one."""
    known = vocabulary(text)
    if any(sum(map(known.__contains__, parts)) >= len(parts) - 1 for parts in near.several):
        return True
    alike = (word for word in known if word[:2] in near.low_heads or word[-2:] in near.low_tails)
    return any(key in near.single for word in alike if len(word) <= LONGEST for key in _keys(word))


def _misspelt(text: tuple[str, str], near: Near) -> list[Finding]:
    found = []
    for start, end in sorted(set(_windows(running(text[1]), near))):
        seen = text[1][start:end]
        name = _meant(seen, near.keys)
        if name and seen[0].isupper() == name[0].isupper():
            found.append(mark(R48, MISSPELT, text, (start, end), mend=name))
    return found


def _windows(own: str, near: Near) -> Iterator[tuple[int, int]]:
    """Each run of as many words as a name of ours has that begins or ends like one: one letter off, it does either."""
    found = words(own)
    heads, tails = near.heads, near.tails
    for at, (_word, start, end) in enumerate(found):
        begins, ends = own[start : start + 2] in heads, own[end - 2 : end] in tails
        if begins or ends:
            for length in near.words:
                first, last = (
                    (found[at][1], found[min(at + length, len(found)) - 1][2])
                    if begins
                    else (found[max(at - length + 1, 0)][1], end)
                )
                if last - first >= SHORTEST - 1 and own[first].isupper() and "\n" not in own[first:last]:
                    yield first, last


def _meant(seen: str, near: dict[str, str]) -> str:
    """The name of which it is one letter off; empty where it is the name, an inflected one, or something else."""
    if len(seen) > 120:
        return ""
    name = next((near[key] for key in _keys(seen) if key in near), "")
    if not name or seen == name or _is_inflected(seen, name) or _is_inflected(name, seen) or seen.casefold() == name.casefold():
        return ""
    return name if _is_one_off(seen, name) else ""


def _is_inflected(longer: str, shorter: str) -> bool:
    return longer.startswith(shorter) and longer[len(shorter) :] in ENDINGS


@lru_cache(maxsize=16)
def _neighbourhood(names: tuple[str, ...]) -> Near:
    keys: dict[str, str] = {}
    for name in names:
        for key in _keys(name):
            keys.setdefault(key, name)
    parts = {name: tokens(name) for name in names}
    single = [name.lower() for name in names if len(parts[name]) == 1]
    return Near(
        keys,
        frozenset(map(len, parts.values())),
        frozenset(name[:2] for name in names),
        frozenset(name[-2:] for name in names),
        tuple(one for one in parts.values() if len(one) > 1),
        frozenset(key for name in single for key in _keys(name)),
        frozenset(name[:2] for name in single),
        frozenset(name[-2:] for name in single),
    )


def _keys(word: str) -> list[str]:
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]


def _is_one_off(one: str, other: str) -> bool:
    """Whether one letter was left out, added, changed, or two neighbours changed places."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((number for number, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]


ENTRIES = (Entry("R48", POINT, "hint", gettext_noop("Our names spelt right"), names_are_spelt_right),)
