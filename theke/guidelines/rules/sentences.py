"""A text in sentences, well enough for rules that look at one sentence at a time."""

import re
from functools import lru_cache
from typing import NamedTuple

from theke.guidelines.rules.masking import BLANK, spans

STOP = re.compile(r"[.!?…]+[\"“”»)]*(?=\s|$)|\n+")
SHORT = re.compile(
    r"(?i)(?:^|[\s(])(?:\d{1,3}|dr|prof|st|nr|str|z\. ?b|d\. ?h|u\. ?a|bzw|ca|inkl|usw|tel|mr|mrs|ms|t\. ?ex|bl\. ?a|kl|m\. ?m|f\. ?d|dvs|e\. ?g|i\. ?e|vgl|max|min)$"
)


class Sentence(NamedTuple):
    """A sentence and where it begins, in code points."""

    text: str
    start: int
    asks: bool
    """Whether it ends in a question mark."""


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in their order. A stop in a date, a price, an address or a short form ends none."""
    hidden = list(text)
    for one in spans(text):
        hidden[one.start : one.end] = BLANK * (one.end - one.start)
    plain, found, begin = "".join(hidden), list[Sentence](), 0
    for stop in STOP.finditer(plain):
        if stop.group()[0] == "." and SHORT.search(plain[max(begin, stop.start() - 8) : stop.start()]):
            continue
        found.append(_sentence(text, begin, stop.start(), stop.group()))
        begin = stop.end()
    found.append(_sentence(text, begin, len(text), ""))
    return tuple(one for one in found if one.text)


def _sentence(text: str, begin: int, end: int, stop: str) -> Sentence:
    written = text[begin:end]
    bare = written.strip()
    return Sentence(bare, begin + (len(written) - len(written.lstrip())), "?" in stop)
