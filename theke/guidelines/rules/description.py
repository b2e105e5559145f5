"""Pictures and films are there for those who do not see or hear them, and tell nothing of the camera (R19–R22, R39)."""

import re
from collections.abc import Callable

from theke.guidelines.rules.base import Context, Draft, Entry, Finding, Picture
from theke.guidelines.rules.films import linked_films_can_be_read
from theke.guidelines.rules.texts import texts
from theke.networks.base import gettext_noop

POINT = "4-law"
SHORTEST = 10
FILE = re.compile(
    r"(?i)^\S+\.(jpe?g|png|gif|webp|heic|heif|tiff?|bmp)$|^(img|dsc[nf]?|pxl|p|foto|bild|image|scan)?[ _-]?\d[\d _-]{3,}$"
)
OPENING = re.compile(
    r"(?i)^(?:(?:auf )?(?:das|dem|dies(?:es|em)|ein) (?:bild|foto)(?: (?:zeigt|ist|sieht man|von|mit))?"
    r"|(?:bild|foto|fotografie) (?:von|vom|mit)|(?:bild|foto|fotografi) (?:på|av|med)|en bild (?:på|av|med)|ett foto (?:på|av|med)"
    r"|bilden (?:visar|föreställer)|(?:an? )?(?:image|picture|photo|photograph) (?:of|showing)|(?:this|the) (?:image|picture|photo) shows"
    r"|bild:|foto:|image:|picture:|photo:)\s*"
)

MISSING = gettext_noop("This picture has no description. Please write what it shows, or mark it as decoration.")
IS_FILE = gettext_noop("“%(seen)s” is the name of a file. What does the picture show?")
OPENS = gettext_noop("Screen readers already say that this is a picture; begin with what it shows.")
SHORT = gettext_noop("This description is very short. Who or what is seen, doing what, where?")
SAME = gettext_noop("The description says the same as the text. What does the picture show beyond it?")
LONG = gettext_noop("%(channel)s takes descriptions of up to %(most)s characters; this one has %(have)s.")
UNCAPTIONED = gettext_noop("This has neither captions nor a transcript, so nobody who cannot hear it knows what is said.")
TRACED = gettext_noop(
    "The file still tells where or with which camera it was made. Please upload it once more; that takes it out."
)
ONLY_SHOWN = gettext_noop("What is written in this picture stands nowhere in the text, so many cannot read it.")
WORD = re.compile(r"[^\W_]{3,}")
ENOUGH = 0.6
"""Such a part of the words in a picture has to be in the text or in the description."""
FEWEST_WORDS = 3


def pictures_are_described(draft: Draft, context: Context) -> list[Finding]:
    """R19: each picture has a description or is marked as decoration. Blocks."""
    bare = [one for one in draft.pictures if not one.decorative and not one.alt.strip()]
    return [Finding("R19", "block", POINT, MISSING, picture=one.key) for one in bare]


def descriptions_help(draft: Draft, context: Context) -> list[Finding]:
    """R20: a description that says something: no file name, no "picture of", not too short or long, not the text again. A hint."""
    described = [one for one in draft.pictures if not one.decorative and one.alt.strip()]
    return [finding for one in described for finding in (*_worst(draft, one), *_too_long(draft, one))]


def _worst(draft: Draft, picture: Picture) -> list[Finding]:
    """The one thing most worth saying: a description gets one hint at a time."""
    tried: tuple[Callable[[Draft, Picture], Finding | None], ...] = (_file_name, _opening, _same, _short)
    return next(([found] for look in tried if (found := look(draft, picture))), [])


def _hint(picture: Picture, words: str, seen: str, mend: str | None = None) -> Finding:
    return Finding(
        "R20", "hint", POINT, words, {"seen": seen}, picture=picture.key, start=0, end=len(seen), seen=seen, mend=mend
    )


def _file_name(draft: Draft, picture: Picture) -> Finding | None:
    alt = picture.alt.strip()
    stem = picture.file_name.rsplit(".", 1)[0]
    named = FILE.match(alt) or (alt == picture.file_name or (alt == stem and " " not in alt))
    return _hint(picture, IS_FILE, picture.alt) if named else None


def _opening(draft: Draft, picture: Picture) -> Finding | None:
    found = OPENING.match(picture.alt)
    if not found:
        return None
    rest = picture.alt[found.end() :]
    return _hint(picture, OPENS, found.group(), "" if rest[:1].isupper() else None)


def _same(draft: Draft, picture: Picture) -> Finding | None:
    alt = _plain(picture.alt)
    return _hint(picture, SAME, picture.alt) if any(alt == _plain(text) for _key, text in texts(draft)) else None


def _short(draft: Draft, picture: Picture) -> Finding | None:
    return _hint(picture, SHORT, picture.alt) if len(picture.alt.strip()) < SHORTEST else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _too_long(draft: Draft, picture: Picture) -> list[Finding]:
    have = len(picture.alt)
    return [
        Finding(
            "R20",
            "hint",
            POINT,
            LONG,
            {"channel": target.name, "most": target.alt_max, "have": have},
            target=target.key,
            picture=picture.key,
            start=target.alt_max,
            end=have,
            seen=picture.alt[target.alt_max :],
        )
        for target in draft.targets
        if target.alt_max is not None and have > target.alt_max
    ]


def sound_can_be_read(draft: Draft, context: Context) -> list[Finding]:
    """R21: film and sound come with captions or a transcript. Warns; of what is only linked to, a hint."""
    silent = [one for one in draft.pictures if one.medium != "picture" and not one.captioned]
    own = [Finding("R21", "warn", POINT, UNCAPTIONED, picture=one.key) for one in silent]
    return [*own, *linked_films_can_be_read(draft, context)]


def files_tell_nothing(draft: Draft, context: Context) -> list[Finding]:
    """R22: no file tells where or with which camera it was made. Receiving takes that out of every file; here it is seen that none is left. Blocks."""
    return [Finding("R22", "block", POINT, TRACED, picture=one.key) for one in draft.pictures if one.traces]


def written_words_are_text(draft: Draft, context: Context) -> list[Finding]:
    """R39: what is written in a picture stands in the text or in its description, too. Warns."""
    return [
        Finding("R39", "warn", POINT, ONLY_SHOWN, target=key, picture=one.key)
        for one in draft.pictures
        if len(shown := _words(one.wording)) >= FEWEST_WORDS
        for key, text in texts(draft)
        if len(shown & _words(f"{text} {one.alt}")) < ENOUGH * len(shown)
    ]


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold()))


ENTRIES = (
    Entry("R19", POINT, "block", gettext_noop("Picture described"), pictures_are_described),
    Entry("R20", POINT, "hint", gettext_noop("Helpful picture description"), descriptions_help),
    Entry("R21", POINT, "warn", gettext_noop("Captions for film and sound"), sound_can_be_read),
    Entry("R22", POINT, "block", gettext_noop("Files tell nothing of the place"), files_tell_nothing),
    Entry("R39", POINT, "warn", gettext_noop("Words in pictures are text, too"), written_words_are_text),
)
