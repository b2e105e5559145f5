"""Hashtags that can be read, also aloud (R35)."""

import re
from functools import lru_cache

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.texts import texts
from theke.guidelines.rules.words import GLUE, WORDS
from theke.networks.base import gettext_noop

POINT = "4-law"
TAG = re.compile(r"(?<![\w&/])#(\w+)")
SHORTEST = 12
LONGEST_LOOKED_AT = 60
RUN_TOGETHER = gettext_noop(
    "%(seen)s is several words in one. With a capital for each word, %(mend)s can be read by eye and aloud."
)


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


ENTRIES = (Entry("R35", POINT, "hint", gettext_noop("Readable hashtags"), hashtags_are_readable),)
