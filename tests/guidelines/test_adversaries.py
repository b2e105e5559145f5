"""No pattern explodes: 100,000 characters made to hurt are checked in a second of processor time."""

import time

import pytest

from tests.guidelines.drafts import NOON, draft, target
from theke.guidelines.checking import check
from theke.guidelines.rules.base import Context, House, Own

SIZE = 100_000
HERE = Context(
    at=NOON.at,
    region="DE-NW",
    election=True,
    own=Own(
        domains=("bib.example",),
        phones=("030 23125 100",),
        names=("Mara Lindqvist", "Hafenbibliothek", "Lesen am Markt"),
        allowed=frozenset({"der trottel vom dienst"}),
        internal_terms=("Projekt Blau",),
        unnamed=("Petra Klein",),
        candidates=("Mara Muster",),
        brands=("Tonie",),
        card_pattern=r"\d{10}",
        handles={"jana": False},
    ),
    houses=(House("Hafen"),),
)
SEEDS = {
    "letters": "a",
    "capitals": "A",
    "capital words": "LESEN ",
    "name words": "Aaaaaaaa ",
    "small and capital": "Aa aA ",
    "digits": "1",
    "digits and points": "1.",
    "digits and blanks": "1 ",
    "digits and hyphens": "12-34 ",
    "digits and strokes": "1/2/",
    "dates": "24.11. ",
    "dates in a span": "24.11. - ",
    "weekdays": "Montag, ",
    "weekdays and dates": "Montag, 24.11.",
    "weekdays joined": "Mo-",
    "months": "1. Mai ",
    "times": "18:00-",
    "hours": "10 bis ",
    "points": ".",
    "points and blanks": ". ",
    "marks": "!?",
    "openers": "„",
    "closers": "“",
    "pairs": "„a“ ",
    "quotes": '"',
    "quote pairs": '"a" ',
    "guillemets": "»«",
    "single quotes": "‚a’ ",
    "apostrophes": "a’",
    "quoted lines": "> a\n",
    "stars": "*",
    "stars and letters": "*a",
    "underscores": "_a_ ",
    "by": " von",
    "by and names": "Aa von Bb ",
    "catalogue": "Aa Bb: Cc ",
    "novels": "Roman Aa ",
    "owners": "Aaas Bbb ",
    "hashtags": "#a ",
    "one hashtag": "#" + "wirlesen" * 50,
    "hashes": "#",
    "mentions": "@a ",
    "at signs": "@",
    "mail heads": "a.a",
    "mails": "a@b.c ",
    "addresses": "https://",
    "address tails": "https://a.b/?",
    "address paths": "/a?b=c&",
    "hosts": "a.b.",
    "insults": "Idiot ",
    "quoted insults": "„Idiot“ ",
    "you are": "du bist so ",
    "you stupid": "du dumm ",
    "hold": "halt die ",
    "opinions": "ich finde ",
    "we": "wir ",
    "today": "heute ",
    "today and dates": "heute 24.11. ",
    "open": "geöffnet ",
    "open and dates": "24.12. geöffnet, ",
    "have open": "haben ",
    "commas": "a, ",
    "lines": "a\n",
    "empty lines": "\n",
    "blank lines": " \n",
    "blanks": " ",
    "tabs": "\t",
    "emoji": "📚",
    "families": "👩‍👩‍👧 ",
    "joiners": "📚\u200d",
    "flags": "\U0001f1e9",
    "keycaps": "1\ufe0f\u20e3",
    "bullets": "📚 a\n",
    "fake letters": "𝓥𝓸 ",
    "combining": "a\u0308",
    "suicide": "Suizid ",
    "parties": "SPD ",
    "iban heads": "DE89 3704 0044 ",
    "plus and digits": "+49 ",
    "brackets": "(0",
    "children": "Lena, 8 Jahre, ",
    "quotes in lines": "„a\n",
    "sentences": "Das ist ein Satz. ",
}


@pytest.mark.alone
@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS.keys())
@pytest.mark.parametrize("form", ["post", "reply"])
def test_a_hundred_thousand_characters_take_a_second_at_most(seed: str, form: str) -> None:
    text = (seed * (SIZE // len(seed) + 1))[:SIZE]
    kind = "personal" if form == "reply" else "library"
    hurtful = draft(target(text, text_max=500), form=form, kind=kind, heated=form == "reply")
    began = time.process_time()
    check(hurtful, HERE)
    assert time.process_time() - began <= 1.0
