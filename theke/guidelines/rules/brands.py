"""Brands that are easily taken for words (R63)."""

import re
from collections.abc import Iterator, Set
from functools import lru_cache

BRANDS = frozenset(
    [
        "tonie",
        "tonies",
        "toniebox",
        "lego",
        "duplo",
        "playmobil",
        "playstation",
        "nintendo",
        "xbox",
        "minecraft",
        "pokémon",
        "pokemon",
        "barbie",
        "tiptoi",
        "kindle",
        "edding",
        "tesafilm",
        "kahoot",
        "fortnite",
    ]
)
OFFERS = (
    r"nachmittage?s?|abende?s?|tage?|stunden?|treffs?|clubs?|klubb(?:en)?|turniere?|kurse?|werkstatt|ecke|bautage?|workshops?"
    r"|kväll(?:en)?|byggklubb|verkstad|turnering|hörna|evenings?|afternoons?|corner"
)
THINGS = r"steine?n?|bauen|zocken|spielen|bitar|bygge?|bricks?"
"""With a brand they make one word for any thing of the kind; apart, "LEGO Steine" is how its owner wants to be named."""
HASHTAG = r"(?<![\w&/])#"


def brands_in(text: str, known: Set[str]) -> Iterator[tuple[int, int]]:
    """Where a brand stands as a hashtag, or as a part of the name of an offer. Its plain name for its own product is left alone."""
    small = text.lower()
    if not any(one in small for one in known):
        return
    for found in _pattern(frozenset(known)).finditer(text):
        yield found.span()


@lru_cache(maxsize=64)
def _pattern(known: frozenset[str]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    return re.compile(
        rf"(?i){HASHTAG}(?:{names})(?:{OFFERS}|{THINGS})?(?!\w)|(?<![\w#])(?:{names})(?:[- ]?(?:{OFFERS})|(?:{THINGS}))(?!\w)|(?<![\w#])legos(?!\w)"
    )
