"""Emoji that do not get in the way of those who have a text read aloud (R37)."""

import regex

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.language import ends_a_language
from theke.guidelines.rules.marking import Head, mark
from theke.guidelines.rules.texts import texts
from theke.guidelines.rules.wording import is_in_the_middle
from theke.networks.base import gettext_noop

POINT = "4-law"
R37 = Head("R37", "hint", POINT)
PERHAPS = regex.compile("[\u203c-\u3299\U0001f000-\U0010ffff]")
"""Without any of these signs there is no emoji."""
SKIN = r"[\U0001f3fb-\U0001f3ff]?"
EMOJI = regex.compile(
    r"\p{RI}{2}|[#*0-9]\ufe0f?\u20e3"
    rf"|(?:\p{{Emoji_Presentation}}|\p{{Extended_Pictographic}}(?:\ufe0f|(?=[\U0001f3fb-\U0001f3ff]))){SKIN}"
    rf"(?:\u200d\p{{Extended_Pictographic}}\ufe0f?{SKIN})*+[\U000e0020-\U000e007f]*+"
)
MOST = 5
ROW = 3
BULLETS = 2

IN_A_ROW = gettext_noop("%(count)s emoji in a row: each is read aloud with its whole name. One is enough.")
BULLET = gettext_noop("Emoji as bullets are read aloud with their names before each line. A hyphen or a word does it better.")
TOO_MANY = gettext_noop("%(count)s emoji: each is read aloud with its whole name. Up to %(most)s are enough.")
IN_BETWEEN = gettext_noop("“%(seen)s” stands in the middle of the text. At the end of the paragraph it disturbs nobody.")


def emoji_are_few(draft: Draft, context: Context) -> list[Finding]:
    """R37: few emoji, not in rows, not as bullets, at the end of a paragraph. A hint, the one most worth saying for each text."""
    return [found for text in texts(draft) if PERHAPS.search(text[1]) for found in _worst(text)]


def _worst(text: tuple[str, str]) -> list[Finding]:
    spans = [found.span() for found in EMOJI.finditer(text[1])]
    if not spans:
        return []
    row = _row(text[1], spans)
    if row:
        return [mark(R37, IN_A_ROW, text, (row[0][0], row[-1][1]), count=len(row))]
    bullets = [span for span in spans if _is_bullet(text[1], span)]
    if len(bullets) >= BULLETS:
        return [mark(R37, BULLET, text, bullets[0])]
    if len(spans) > MOST:
        return [mark(R37, TOO_MANY, text, spans[MOST], count=len(spans), most=MOST)]
    middle = next(
        (span for span in spans if is_in_the_middle(text[1], span[1]) and not ends_a_language(text[1], span[1])), None
    )
    return [mark(R37, IN_BETWEEN, text, middle)] if middle else []


def _row(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The first run of at least three with nothing but spaces between."""
    run = spans[:1]
    for span in spans[1:]:
        if text[run[-1][1] : span[0]].strip(" ") == "":
            run.append(span)
        elif len(run) >= ROW:
            break
        else:
            run = [span]
    return run if len(run) >= ROW else []


def _is_bullet(text: str, span: tuple[int, int]) -> bool:
    """Whether it stands at the head of a line that goes on."""
    line = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1])
    return not text[line : span[0]].strip() and any(map(str.isalnum, text[span[1] : end if end >= 0 else len(text)][:80]))


ENTRIES = (Entry("R37", POINT, "hint", gettext_noop("Few emoji, and at the end"), emoji_are_few),)
