"""Hashtags that can be read, also aloud (R35), and stand where they do not disturb (R36)."""

import re
from functools import lru_cache
from itertools import islice

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.language import ends_a_language
from theke.guidelines.rules.marking import MOST, Head, mark
from theke.guidelines.rules.texts import texts
from theke.guidelines.rules.wording import is_in_the_middle
from theke.guidelines.rules.words import GLUE, WORDS
from theke.networks.base import gettext_noop

POINT = "4-law"
TAG = re.compile(r"(?<![\w&/])#(\w+)")
SHORTEST = 12
LONGEST_LOOKED_AT = 60
R36 = Head("R36", "hint", POINT)
MENTION = re.compile(r"(?<![\w@./+-])@\w[\w.-]{0,63}(?:@[\w.-]{1,253})?")
GREETING = re.compile(r"\s*(?:@[\w.@-]{1,320}[\s,:]*)+")
MOST_TAGS = 5
RUN_TOGETHER = gettext_noop(
    "%(seen)s is several words in one. With a capital for each word, %(mend)s can be read by eye and aloud."
)
IN_BETWEEN = gettext_noop(
    "“%(seen)s” stands in the middle of the text. At the end of the paragraph it disturbs nobody who has the text read aloud."
)
TOO_MANY = gettext_noop("%(count)s hashtags: who has the text read aloud hears them all. Up to %(most)s are enough.")


def hashtags_are_readable(draft: Draft, context: Context) -> list[Finding]:
    """R35: several words run together in small letters get capitals. A hint; a single compound (#Öffnungszeiten) is fine."""
    return [
        Finding(
            "R35",
            "hint",
            POINT,
            RUN_TOGETHER,
            {"seen": found.group(), "mend": mend},
            target=key,
            start=found.start(),
            end=found.end(),
            seen=found.group(),
            mend=mend,
        )
        for key, text in texts(draft)
        for found in TAG.finditer(text)
        if (mend := _mended(found.group(1)))
    ]


def _mended(tag: str) -> str:
    """The tag with a capital for each word; empty where it is not visibly several words."""
    inner = tag[1:]
    if not SHORTEST < len(tag) <= LONGEST_LOOKED_AT or inner != inner.lower() or "_" in tag:
        return ""
    parts = split(tag.lower())
    return "#" + "".join(part[:1].upper() + part[1:] for part in parts) if parts else ""


@lru_cache(maxsize=2048)
def split(run: str) -> tuple[str, ...]:
    """The words that a run of small letters is made of; empty if it is one word, a compound, or not known.

    German and Swedish write compounds as one word, so there must be a word that no compound holds, such as "wir" or "är".
    English writes them apart, so two words are enough.
    """
    for lang, words in WORDS.items():
        parts = _parts(run, words)
        if len(parts) > 1 and (lang == "en" or any(part in GLUE[lang] for part in parts)):
            return parts
    return ()


def _parts(run: str, words: frozenset[str]) -> tuple[str, ...]:
    """The run as fewest words, by going through its letters once from the left."""
    best: list[tuple[str, ...] | None] = [(), *[None] * len(run)]
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - 20), end):
            before = best[start]
            if before is not None and run[start:end] in words:
                now = best[end]
                if now is None or len(before) + 1 < len(now):
                    best[end] = (*before, run[start:end])
    return best[-1] or ()


def tags_stand_at_the_end(draft: Draft, context: Context) -> list[Finding]:
    """R36: hashtags and mentions close a paragraph, and are at most five. A hint; an answer may begin with whom it speaks to."""
    found = []
    for text in texts(draft):
        if "#" in text[1] or "@" in text[1]:
            found += _misplaced(text, draft.form == "reply")
    return found


def _misplaced(text: tuple[str, str], greets: bool) -> list[Finding]:
    tags = [found.span() for found in TAG.finditer(text[1]) if not found.group(1).isdigit()]
    greeting = GREETING.match(text[1]) if greets else None
    greeted = greeting.end() if greeting else 0
    named = [found.span() for found in MENTION.finditer(text[1]) if found.start() >= greeted]
    inside = (span for span in sorted((*tags, *named)) if is_in_the_middle(text[1], span[1]))
    middle = next((span for span in islice(inside, MOST) if not ends_a_language(text[1], span[1])), None)
    found = [mark(R36, IN_BETWEEN, text, middle)] if middle else []
    if len(tags) > MOST_TAGS:
        found.append(mark(R36, TOO_MANY, text, tags[MOST_TAGS], count=len(tags), most=MOST_TAGS))
    return found


ENTRIES = (
    Entry("R35", POINT, "hint", gettext_noop("Readable hashtags"), hashtags_are_readable),
    Entry("R36", POINT, "hint", gettext_noop("Hashtags and mentions at the end"), tags_stand_at_the_end),
)
