"""Respectful words (R23) and a calm voice, also when it gets heated (R25). What is loud to the eye stands in `shouting`."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from theke.guidelines.rules.base import Context, Draft, Entry, Finding, Own, Severity
from theke.guidelines.rules.harsh import ADDRESSED, BEING, CALLED, HEADS, INSULTS, PHRASES, SLURS, SOFT
from theke.guidelines.rules.language import languages
from theke.guidelines.rules.marking import MOST, Head, mark
from theke.guidelines.rules.quoting import is_within, outside, titles
from theke.guidelines.rules.texts import with_below
from theke.guidelines.rules.wording import Word, vocabulary, words
from theke.networks.base import gettext_noop

POINT = "5-respect"
R25 = Head("R25", "hint", POINT)

INSULT = gettext_noop("“%(seen)s” belittles people. Say what the matter is instead; of a title, put it in quotation marks.")
SLUR = gettext_noop("“%(seen)s” degrades people. We do not write this word, not even when others did.")
BARBED = gettext_noop("“%(seen)s” can sound mocking in a heated conversation. A plain sentence calms it.")
QUICK = gettext_noop(
    "The last answer here is only a few minutes old. In a heated conversation a short break, or a colleague's eye, helps."
)

COOLING = timedelta(minutes=15)
REACH = 5
CLAUSE_ENDS = ("", ".", "!", "?", ",", ":", ";", "\n", "–", "(")
BARBS = re.compile(
    r"(?i)\b(?:na klar|schon klar|ach wirklich|ach was|ach nee|was sie nicht sagen|was du nicht sagst|wie süß|wenn sie meinen|wenn du meinst"
    r"|ja ja|jaja|wer lesen kann|lesen bildet|typisch|wie schon (?:gesagt|mehrfach)|noch ?mal für alle|noch ?mal zum mitschreiben|gratuliere"
    r"|herzlichen glückwunsch|da haben sie aber|klug geschnackt|haha\w{0,10}|hehe\w{0,10}|lol|rofl|hihi\w{0,10}"
    r"|jo tack|jo visst|jaså minsann|visst visst|som sagt|grattis|typiskt|skulle du läst|om du hade läst|läs innan|läs en gång till"
    r"|så gulligt|vad du inte säger|yeah right|oh really|as i said|if you say so|whatever|congratulations|good for you|read it again"
    r"|had you read|how cute)\b|🙄|😂|🤣|🤡|🤦|\(ironi\w{0,4}\)|/s\b"
)


def nobody_is_insulted(draft: Draft, context: Context) -> list[Finding]:
    """R23: no insults (warns), no slurs (blocks). A title is exempt, a quoted insult is not."""
    event = draft.event.title if draft.event else ""
    found = []
    for text in with_below(draft):
        langs = languages(text[1], draft.lang)
        bad = _bad(text[1], langs, context.own)
        named: list[Finding] = []
        for severity, span in bad:
            if not _is_allowed(text[1], span, context.own, event):
                named.append(mark(Head("R23", severity, POINT), SLUR if severity == "block" else INSULT, text, span))
        found += named[:MOST]
    return found


def is_harsh(text: str, lang: str, own: Own) -> bool:
    """Whether somebody of the public insults in it. What stands in marks is a title as a rule: they ask for books."""
    said = outside(text)
    return any(not _is_allowed(said, span, own, "") for _weight, span in _bad(said, languages(text, lang), own))


def _bad(text: str, langs: frozenset[str], own: Own) -> list[tuple[Severity, tuple[int, int]]]:
    """Each insult outside titles, with its weight, at most some hundred."""
    known = vocabulary(text)
    gathered: list[tuple[Severity, tuple[int, int]]] = []
    for lang in langs & INSULTS.keys():
        insults, slurs = INSULTS[lang] | own.harsh.get(lang, frozenset()) if own.harsh else INSULTS[lang], SLURS[lang]
        if not known.isdisjoint(insults) or not known.isdisjoint(slurs):
            gathered += [
                ("block" if word in slurs else "warn", (start, end))
                for word, start, end in words(text)
                if word in insults or word in slurs
            ]
        gathered += [("warn", span) for span in (*_addressed(text, lang, known), *_phrases(text, lang, known))]
    outside = ((weight, span) for weight, span in sorted(set(gathered), key=lambda one: one[1]))
    return list(islice((one for one in outside if not is_within(titles(text), one[1][0])), 10 * MOST))


def _addressed(text: str, lang: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Words that insult where they are said of somebody: "you are so stupid", "du Narr"; "your pig" and "this fool" say nothing."""
    wanted = ADDRESSED[lang]
    if known.isdisjoint(wanted):
        return
    found = words(text)
    for number, (word, start, end) in enumerate(found):
        if word in wanted and (_is_called(text, found, number, lang) or _is_said_of(text, found, number, lang)):
            yield start, end


def _is_called(text: str, found: tuple[Word, ...], number: int, lang: str) -> bool:
    """Whether somebody is called so: "du Narr", where that begins a sentence or a clause."""
    if not number or found[number - 1][0] not in CALLED[lang]:
        return False
    called, start, end = found[number - 1]
    if called == "ihr" and text[found[number][2] : found[number][2] + 1] not in CLAUSE_ENDS:
        return False
    return text[end : found[number][1]] == " " and (lang == "sv" or _begins_clause(text, start))


def _begins_clause(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].rstrip(' „“”"»')[-1:] in CLAUSE_ENDS


def _is_said_of(text: str, found: tuple[Word, ...], number: int, lang: str) -> bool:
    """Whether somebody is said to be so, with nothing but soft words between."""
    being = BEING[lang]
    for back in range(number - 1, max(-1, number - 1 - REACH), -1):
        word, _start, end = found[back]
        if any(sign in ".!?\n:," for sign in text[end : found[back + 1][1]]):
            return False
        if word in being:
            beside = {one[0] for one in (*found[max(0, back - 1) : back], *found[back + 1 : back + 2])}
            return not being[word] or not beside.isdisjoint(being[word])
        if word not in SOFT:
            return False
    return False


def _phrases(text: str, lang: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    if known.isdisjoint(HEADS[lang]):
        return
    found = words(text)
    for number, (word, start, _end) in enumerate(found):
        if word in HEADS[lang]:
            for phrase in PHRASES[lang]:
                last = number + len(phrase)
                if tuple(one[0] for one in found[number:last]) == phrase:
                    yield start, found[last - 1][2]


def _is_allowed(text: str, span: tuple[int, int], own: Own, event: str) -> bool:
    """Whether the library allows the word, or a title that holds it at this place; the title of the event is one."""
    seen = text[span[0] : span[1]].lower()
    if seen in own.allowed:
        return True
    longer = [one for one in (*own.allowed, event.lower()) if seen in one and one != seen]
    around = text[max(0, span[0] - 80) : span[1] + 80].lower() if longer else ""
    return any(one in around for one in longer)


def heat_is_let_off(draft: Draft, context: Context) -> list[Finding]:
    """R25: in a conversation marked as heated no barbs, and no answer within minutes of our last. A hint."""
    if not draft.heated:
        return []
    found = [
        mark(R25, BARBED, text, barb.span())
        for text in with_below(draft)
        for barb in islice(BARBS.finditer(text[1]), MOST)
        if not is_within(titles(text[1]), barb.start())
    ]
    if draft.answered_at and timedelta(0) <= context.at - draft.answered_at < COOLING:
        found.append(Finding("R25", "hint", POINT, QUICK))
    return found


ENTRIES = (
    Entry("R23", POINT, "warn", gettext_noop("Respectful words"), nobody_is_insulted),
    Entry("R25", POINT, "hint", gettext_noop("Calm in heated conversations"), heat_is_let_off),
)
