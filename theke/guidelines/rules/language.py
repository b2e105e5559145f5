"""The language of a text, and how hard it is to read (R46, R47)."""

import re
from functools import lru_cache

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.marking import MOST, Head, mark
from theke.guidelines.rules.quoting import outside
from theke.guidelines.rules.speech import ENDINGS, LETTERS, STOPS
from theke.guidelines.rules.texts import texts
from theke.guidelines.rules.wording import running, sentences, tokens
from theke.networks.base import gettext_noop

R46 = Head("R46", "hint", "4-law")
R47 = Head("R47", "hint", "4-law")

FEWEST_WORDS = 5
LEAD = 2.0
AROUND = 300
SURE = 4
"""So many times as many votes has another language than the one marked before anything is said."""
PARAGRAPH = re.compile(r"\n\s*\n|\n")
LONGEST_SENTENCE = 25
FEWEST_FOR_LIX = 80
HARDEST = 50
LIX_SENTENCE = 15
"""With shorter sentences than this on average, only compounds make the figure high."""
LONG_WORD = 6
LETTER_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
LISTS = re.compile(r"[,;•·|/]")
WORDS_IN_A_LIST = 4

OTHER = {
    "de": gettext_noop("This reads like German, but it is marked as another language. Screen readers would say it wrongly."),
    "sv": gettext_noop("This reads like Swedish, but it is marked as another language. Screen readers would say it wrongly."),
    "en": gettext_noop("This reads like English, but it is marked as another language. Screen readers would say it wrongly."),
}
UNUSUAL = gettext_noop("This is in a language in which this channel does not usually write.")
LONG = gettext_noop("This sentence has %(count)s words. Two shorter ones are easier to read.")
HARD = gettext_noop(
    "This text is hard to read: its readability index (LIX) is %(lix)s; up to %(most)s is fine. Shorter sentences help."
)


def language_of(text: str) -> str:
    """The language of a stretch of text: de, sv or en; empty where that is not clear. A vote of common words, endings and letters."""
    votes, count = _counted(text)
    if count < FEWEST_WORDS:
        return ""
    first, second = sorted(votes, key=lambda lang: -votes[lang])[:2]
    clear = votes[first] >= LEAD and votes[first] >= 2 * votes[second] and votes[first] >= count * 0.12
    return first if clear else ""


@lru_cache(maxsize=256)
def _counted(text: str) -> tuple[dict[str, float], int]:
    """The votes for each language, and of how many words."""
    found = tokens(text)
    return {lang: _votes(lang, found) for lang in STOPS}, len(found)


def _votes(lang: str, found: tuple[str, ...]) -> float:
    endings = ENDINGS[lang]
    common = sum(map(STOPS[lang].__contains__, found))
    formed = sum([word.endswith(endings) for word in found if len(word) > LONG_WORD])
    lettered = sum(map("".join(found).count, LETTERS[lang]))
    return common + 0.5 * formed + 0.3 * lettered


@lru_cache(maxsize=64)
def _own(text: str) -> str:
    """What the text says itself, without addresses, hashtags and what stands in marks."""
    return running(outside(text))


@lru_cache(maxsize=64)
def spoken(text: str) -> frozenset[str]:
    """The languages of the paragraphs of a text, as far as they are clear."""
    own = _own(text)
    parts = [part for part in PARAGRAPH.split(own) if part.strip()]
    # A text of many short lines says more as a whole.
    found = {language_of(part) for part in parts[:MOST]} | ({language_of(own)} if len(parts) != 1 else set())
    return frozenset(found - {""})


def ends_a_language(text: str, end: int) -> bool:
    """Whether here, at the end of a line, one language ends and another begins in the next: bilingual texts close twice."""
    own = running(text)
    line = own.find("\n", end)
    if line < 0 or any(map(str.isalnum, own[end:line])):
        return False
    before, after = language_of(own[max(0, end - AROUND) : end]), language_of(own[line : line + AROUND])
    return bool(before and after) and before != after


def languages(text: str, lang: str) -> frozenset[str]:
    """The languages whose words the text may hold: the one that it is marked with, and those that are heard in it."""
    return spoken(text) | {lang}


def language_fits(draft: Draft, context: Context) -> list[Finding]:
    """R46: the text is in the language it is marked with, and in one of the channel's. A hint. Bilingual texts hold it, so they pass."""
    found = []
    for key, text in texts(draft):
        heard = spoken(text)
        if not heard:
            continue
        first = _instead(text, draft.lang, heard)
        if first:
            found.append(mark(R46, OTHER[first], (key, text), (0, len(text)), lang=first))
        else:
            found += _unusual(draft, context, (key, text), heard)
    return found


def _instead(text: str, lang: str, heard: frozenset[str]) -> str:
    """The language that is heard instead of the one marked; empty where that one is heard, too, if only a little."""
    if lang in heard or lang not in STOPS:
        return ""
    votes, _count = _counted(_own(text))
    first = max(heard, key=lambda one: votes[one])
    return first if votes[first] >= SURE * votes[lang] and votes[first] >= LEAD + 1 else ""


def _unusual(draft: Draft, context: Context, text: tuple[str, str], heard: frozenset[str]) -> list[Finding]:
    """The text against the languages of the channels on which it goes out."""
    keys = [text[0]] if text[0] else [target.key for target in draft.targets if not target.own]
    wrong = [key for key in keys if (usual := context.languages.get(key)) and heard.isdisjoint(usual)]
    return [mark(R46, UNUSUAL, (key, text[1]), (0, len(text[1]))) for key in wrong]


def text_is_readable(draft: Draft, context: Context) -> list[Finding]:
    """R47: sentences of at most 25 words; from 80 words on a LIX of at most 50. A hint; lists and what others say are left alone."""
    found = []
    for key, text in texts(draft):
        if text.count(" ") >= LONGEST_SENTENCE:
            found += [mark(R47, LONG, (key, text), span, count=count) for span, count in _long_ones(text)[:MOST]]
            found += _hard(key, text)
    return found


@lru_cache(maxsize=64)
def _long_ones(text: str) -> tuple[tuple[tuple[int, int], int], ...]:
    own = _own(text)
    found = []
    for start, end in sentences(text):
        if end - start > 3 * LONGEST_SENTENCE:
            stretch = own[start:end]
            count = len(LETTER_WORD.findall(stretch))
            if count > LONGEST_SENTENCE and len(LISTS.findall(stretch)) * WORDS_IN_A_LIST < count:
                begin = start + len(stretch) - len(stretch.lstrip())
                found.append(((begin, end), count))
    return tuple(found)


def _hard(key: str, text: str) -> list[Finding]:
    own = _own(text)
    found = LETTER_WORD.findall(own)
    if len(found) < FEWEST_FOR_LIX:
        return []
    spans = [span for span in sentences(text) if LETTER_WORD.search(own, *span)]
    per_sentence = len(found) / max(1, len(spans))
    lix = round(per_sentence + 100 * sum(len(word) > LONG_WORD for word in found) / len(found))
    if lix <= HARDEST or per_sentence <= LIX_SENTENCE:
        return []
    return [mark(R47, HARD, (key, text), (0, len(text)), lix=lix, most=HARDEST)]


ENTRIES = (
    Entry("R46", "4-law", "hint", gettext_noop("Language as marked"), language_fits),
    Entry("R47", "4-law", "hint", gettext_noop("Easy to read"), text_is_readable),
)
