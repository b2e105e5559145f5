"""Nothing is said twice on the same channel within days (R55)."""

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from theke.guidelines.rules.base import Context, Draft, Entry, Finding, Recent
from theke.guidelines.rules.marking import Head, mark
from theke.guidelines.rules.quoting import quotations
from theke.guidelines.rules.texts import texts
from theke.guidelines.rules.wording import tokens, words
from theke.networks.base import gettext_noop

POINT = "2-our-task"
R55 = Head("R55", "hint", POINT)
LATELY = timedelta(days=14)
ALIKE = 0.8
FEWEST_WORDS = 5
BITS = 20
"""In so few of 256 bits differ two pictures that look alike."""

SAME_TEXT = gettext_noop("Nearly the same went out here on %(day)s. Is it meant to appear again?")
SAME_PICTURE = gettext_noop("A picture that looks like this one went out here on %(day)s.")
SAME_QUOTE = gettext_noop("“%(seen)s” has been quoted on %(day)s already, perhaps by a colleague.")


def nothing_is_said_twice(draft: Draft, context: Context) -> list[Finding]:
    """R55: no text or picture that the channel has had in the last 14 days, and no quotation that a colleague has had. A hint."""
    lately = tuple(one for one in context.recent if timedelta(0) <= context.at - one.at <= LATELY)
    if not lately or draft.form != "post":
        return []
    return [*_same_texts(draft, lately), *_same_pictures(draft, lately), *_same_quotes(draft, lately)]


def _same_texts(draft: Draft, lately: tuple[Recent, ...]) -> Iterator[Finding]:
    had: dict[str, list[Recent]] = {}
    for one in lately:
        had.setdefault(one.target, []).append(one)
    for target in draft.targets:
        mine = _shingles(target.text)
        twin = next((one for one in had.get(target.key, ()) if _are_alike(mine, _shingles(one.text))), None)
        if twin:
            yield Finding("R55", "hint", POINT, SAME_TEXT, {"day": _day(twin)}, target=target.key)


def _are_alike(one: frozenset[tuple[str, str, str]], other: frozenset[tuple[str, str, str]]) -> bool:
    less, more = sorted((len(one), len(other)))
    return less >= ALIKE * more > 0 and len(one & other) >= ALIKE * len(one | other)


@lru_cache(maxsize=256)
def _shingles(text: str) -> frozenset[tuple[str, str, str]]:
    """Each run of three words; empty for a text too short to be the same as another."""
    found = tokens(text)
    return frozenset(zip(found, found[1:], found[2:], strict=False)) if len(found) >= FEWEST_WORDS else frozenset()


def _same_pictures(draft: Draft, lately: tuple[Recent, ...]) -> Iterator[Finding]:
    channels = {target.key for target in draft.targets}
    had = [(look, one) for one in lately if one.target in channels for look in one.looks]
    for picture in draft.pictures:
        if picture.look is not None:
            twin = next((one for look, one in had if (look ^ picture.look).bit_count() <= BITS), None)
            if twin:
                yield Finding("R55", "hint", POINT, SAME_PICTURE, {"day": _day(twin)}, picture=picture.key)


def _same_quotes(draft: Draft, lately: tuple[Recent, ...]) -> Iterator[Finding]:
    had = {quote: one for one in lately for quote in _quotes(one.text).values()}
    for text in texts(draft) if had else ():
        for span, quote in _quotes(text[1]).items():
            if quote in had:
                yield mark(R55, SAME_QUOTE, text, span, day=_day(had[quote]))


@lru_cache(maxsize=256)
def _quotes(text: str) -> dict[tuple[int, int], str]:
    """Each quotation of some length by its span, as plain words."""
    plain = {span: " ".join(word for word, _s, _e in words(text[span[0] : span[1]])) for span in quotations(text)}
    return {span: quote for span, quote in plain.items() if quote.count(" ") >= FEWEST_WORDS - 1}


def _day(one: Recent) -> str:
    return one.at.date().isoformat()


ENTRIES = (Entry("R55", POINT, "hint", gettext_noop("Not said twice"), nothing_is_said_twice),)
