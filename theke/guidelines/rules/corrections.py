"""Mistakes are named where they stand, and criticism is closed with an answer (R58, R59)."""

import re

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.texts import texts
from theke.networks.base import gettext_noop

MISTAKES, CRITICISM = "6-mistakes", "7-criticism"
SAYS_SO = {
    "de": re.compile(
        r"(?i)\b(?:korrek\w+|korrigier\w+|bericht\w+|richtigstell\w+|richtig (?:ist|muss|heißt)|irrtum|irrtümlich\w*|fehler\w*|falsch\w*|stimmt nicht|statt|sondern)\b"
    ),
    "sv": re.compile(
        r"(?i)\b(?:rättels\w+|rätta[rt]?|korriger\w+|fel\b|felaktig\w*|misstag\w*|stämmer inte|i stället|istället|rätt (?:är|ska)|det ska vara|ska stå)"
    ),
    "en": re.compile(r"(?i)\b(?:correct\w*|mistake\w*|wrong\w*|error\w*|in error|instead|should (?:be|have been|read))\b"),
}
NAMELESS = gettext_noop("A correction says what was wrong. Please fill that in, so that whoever read it knows.")
SILENT = gettext_noop("Nobody sees that this is a correction. Please say what was wrong and what is right.")
ELSEWHERE = gettext_noop("The mistake also stands on %(channels)s, and this correction does not go there.")
NO_OUTCOME = gettext_noop("What came of the criticism? It is closed only with an outcome.")
NO_ANSWER = gettext_noop("Whoever criticised has had no answer yet.")


def corrections_name_the_mistake(draft: Draft, context: Context) -> list[Finding]:
    """R58: a correction says what was wrong, also to its readers, and goes wherever the mistake stands. Blocks."""
    mending = draft.corrects
    if mending is None:
        return []
    if not mending.wrong.strip():
        return [Finding("R58", "block", MISTAKES, NAMELESS)]
    if mending.missing:
        return [Finding("R58", "block", MISTAKES, ELSEWHERE, {"channels": ", ".join(mending.missing)})]
    marks, wrong = SAYS_SO.get(draft.lang, SAYS_SO["en"]), mending.wrong.strip().casefold()
    silent = [key for key, text in texts(draft) if not marks.search(text) and wrong not in text.casefold()]
    return [Finding("R58", "block", MISTAKES, SILENT, target=key) for key in silent]


def criticism_has_an_end(draft: Draft, context: Context) -> list[Finding]:
    """R59: criticism is closed with an outcome, and whoever criticised has an answer. Blocks."""
    closing = draft.closes
    if closing is None:
        return []
    if not closing.outcome.strip():
        return [Finding("R59", "block", CRITICISM, NO_OUTCOME)]
    return [] if closing.answered else [Finding("R59", "block", CRITICISM, NO_ANSWER)]


ENTRIES = (
    Entry(
        "R58",
        MISTAKES,
        "block",
        gettext_noop("Corrections say what was wrong"),
        corrections_name_the_mistake,
        waits_for="corrections",
    ),
    Entry("R59", CRITICISM, "block", gettext_noop("Criticism gets an answer"), criticism_has_an_end, waits_for="criticism"),
)
