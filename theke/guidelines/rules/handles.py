"""Handles: those of colleagues only with their consent, and those that only look like another (R29, R64)."""

import re
import unicodedata
from collections.abc import Iterator

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.texts import everything
from theke.networks.base import gettext_noop

NAMING, TRUE = "5-respect", "3-transparency"
HANDLE = re.compile(
    r"(?<![\w@.])@(?P<name>[\w.\u200b-\u200d\u2060\ufeff-]{1,64})(?P<server>@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})?"
)
PROFILE = re.compile(r"(?i)(?P<host>[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})/@?(?P<name>[\w.-]{1,64})")
UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff]")
LOOKS_LIKE = str.maketrans(
    "аеорсухіјѕһԁԛԝкмтвнАВЕКМНОРСТУХІЈЅԌԚԜαορνυικτΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijshdqwkmtbhABEKMHOPCTYXIJSGQWaopvuiktABEZHIKMNOPTYX"
)
"""Cyrillic and Greek letters, and the Latin ones that they are taken for. Source: Unicode's confusables.txt, the common part."""

OWNER_ASKED = gettext_noop("%(seen)s is a colleague's private account. Its owner has not agreed to be named by it.")
OWNER_AGREES = gettext_noop("%(seen)s is a colleague's private account. Its owner agrees; is it meant to be in this text?")
LOOKS_ALIKE = gettext_noop(
    "%(seen)s has letters of another alphabet that look like ours. Whoever types it themselves finds another account."
)


def private_handles_have_leave(draft: Draft, context: Context) -> list[Finding]:
    """R29: a colleague's private handle only with consent. Blocks; with consent it warns, so that a person confirms once more (B27)."""
    known = context.own.handles
    if not known:
        return []
    found = [
        _private(seen, known[handle], target=key, start=start, end=start + len(seen), seen=seen)
        for key, text in everything(draft)
        for handle, start, seen in _handles(text)
        if handle in known
    ]
    signed = {
        (target.key, seen, known[handle])
        for target in draft.targets
        for handle, _start, seen in _handles(target.signature)
        if handle in known
    }
    return [*found, *(_private(seen, agrees, target=key) for key, seen, agrees in sorted(signed))]


def _private(shown: str, agrees: bool, target: str, start: int = 0, end: int = 0, seen: str = "") -> Finding:
    words = OWNER_AGREES if agrees else OWNER_ASKED
    return Finding(
        "R29", "warn" if agrees else "block", NAMING, words, {"seen": shown}, target=target, start=start, end=end, seen=seen
    )


def _handles(text: str) -> Iterator[tuple[str, int, str]]:
    """Each handle as a colleague may have entered it, where it stands, and as it is written."""
    if "@" in text:
        for found in HANDLE.finditer(text):
            written = found.group().rstrip(".-")
            yield written[1:].lower(), found.start(), written
    if "/" in text:
        for found in PROFILE.finditer(text):
            name = found["name"].rstrip(".-").lower()
            seen = found.group().rstrip(".-")
            yield name, found.start(), seen
            yield f"{name}@{found['host'].lower().removeprefix('www.')}", found.start(), seen


def handles_are_what_they_seem(draft: Draft, context: Context) -> list[Finding]:
    """R64: no handle that mixes alphabets, or holds signs that nobody sees, and so looks like another. Warns."""
    return [
        Finding(
            "R64",
            "warn",
            TRUE,
            LOOKS_ALIKE,
            {"seen": seen},
            target=key,
            start=start,
            end=start + len(seen),
            seen=seen,
            mend=mend,
        )
        for key, text in everything(draft)
        if "@" in text and not text.isascii()
        for start, seen, mend in _disguised(text)
    ]


def _disguised(text: str) -> Iterator[tuple[int, str, str]]:
    ours = _is_mostly_latin(text)
    for found in HANDLE.finditer(text):
        seen = found.group().rstrip(".-")
        plain = UNSEEN.sub("", seen).translate(LOOKS_LIKE)
        name = found["name"]
        if UNSEEN.search(name) or (plain != seen and not _foreign(plain) and (ours or not _foreign(name, every=True))):
            yield found.start(), seen, plain


def _is_mostly_latin(text: str) -> bool:
    return sum(map(_is_foreign, text)) * 2 < sum(map(str.isalpha, text))


def _foreign(name: str, every: bool = False) -> bool:
    """Whether a letter, or every one, is of another alphabet than ours."""
    letters = [_is_foreign(sign) for sign in name if sign.isalpha()]
    return bool(letters) and (all(letters) if every else any(letters))


def _is_foreign(sign: str) -> bool:
    return not sign.isascii() and sign.isalpha() and unicodedata.name(sign, "").startswith(("CYRILLIC", "GREEK"))


ENTRIES = (
    Entry("R29", NAMING, "block", gettext_noop("Private accounts only with consent"), private_handles_have_leave),
    Entry("R64", TRUE, "warn", gettext_noop("Handles as they seem"), handles_are_what_they_seem),
)
