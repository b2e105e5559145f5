"""Whose pictures and words we use, and who paid for them (R15–R18, R53, R54, R63)."""

import re
from collections.abc import Iterator
from datetime import date

from theke.guidelines.rules.base import Context, Draft, Entry, Finding, Picture, Rights
from theke.guidelines.rules.brands import BRANDS, brands_in
from theke.guidelines.rules.licences import demands_credit, forbids_changes
from theke.guidelines.rules.texts import texts
from theke.networks.base import Words, gettext_noop

POINT, OPEN = "4-law", "3-transparency"
NO_AUTHOR = gettext_noop("It is not noted who made this. Please fill it in at the picture.")
NO_LICENCE = gettext_noop("It is not noted why we may use this: a licence, or an agreement. Please fill it in at the picture.")
NO_SOURCE = gettext_noop("It is not noted where this comes from. Please fill it in at the picture.")
RAN_OUT = gettext_noop("It may be shown until %(until)s, and this goes out later.")
UNCREDITED = gettext_noop("The licence asks for a credit beside the picture: %(credit)s")
CUT = gettext_noop("It may be shown only whole, and this is a part of it. Please take the whole one.")
UNSETTLED = gettext_noop(
    "Whether we may show covers of this publisher is not settled yet. Our own photograph of a display is a way out."
)
GIFT = gettext_noop("“%(seen)s”: whoever gets something for it says so with a label, such as “%(label)s”.")
GIFT_SILENT = gettext_noop(
    "This is marked as sponsored or as about a gift, and readers cannot see it. Please label it, for example with “%(label)s”."
)
MACHINE = gettext_noop("“%(seen)s”: readers find it sooner as a label of its own, such as “%(label)s”.")
MACHINE_SILENT = gettext_noop(
    "This is marked as made by a machine, and readers cannot see it. Please label it, for example with “%(label)s”."
)
BRAND = gettext_noop("%(seen)s is a brand. As a word for any thing of its kind it may get us a letter from its owner.")

GIFT_LABEL = {"de": "Anzeige", "sv": "Reklam", "en": "Advertisement"}
MACHINE_LABEL = {"de": "Mit KI erstellt", "sv": "Skapad med AI", "en": "Made with AI"}
GIVEN_HINTS = (
    "exemplar",
    "recex",
    "cop",
    "sponsor",
    "sponsr",
    "sponser",
    "förlaget",
    "gifted",
    "free",
    "verfügung",
    "überlassen",
)
MADE_HINTS = ("KI", "AI", "GPT", "ntelligen", "idjourney", "opilot", "DALL", "iffusion", "emini", "ki-", "ai-", " ki ", " ai ")
LABELLED_GIFT = re.compile(
    r"(?im)(?<!\w)(?:#?(?:un)?bezahlte werbung|#?(?:werbung|anzeige|reklam|annons|advertisement)(?!\w)|#(?:ad|samarbete|sponsored|sponsrat|gesponsert)(?!\w)"
    r"|\[(?:ad|sponsored|gesponsert|sponsrat)\]|betalt samarbete|paid partnership|#werbungunbezahlt)|^(?:gesponsert|sponsored|sponsrat)[ ]?[:|]"
)
GIVEN = re.compile(
    r"(?i)(?<!\w)(?:(?:kostenlose[ns]? |gratis-?)?(?:rezensions|besprechungs|lese|presse|vorab)exemplar(?:e[ns]?|s)?(?!\w)|(?:kostenlos|unentgeltlich|gratis) (?:zur verfügung gestellt|überlassen)"
    r"|gesponsert von|sponsert uns|recensionsexemplar(?:et|en)?|recex(?!\w)|(?:gratis|kostnadsfritt) (?:ex|exemplar) (?:av|från)|fått (?:boken|den|det) (?:gratis )?av förlaget|sponsra(?:t|d|s) av"
    r"|(?:free )?review cop(?:y|ies)|advance (?:reader|reading) cop(?:y|ies)|free copy (?:from|of|by)|sponsored by|gifted by|received (?:it|this|the book) (?:for )?free)"
)
NOT_OURS = re.compile(r"(?i)\b(?:keine?[nrms]?|ohne|nicht|inga?|inte|utan|no|not|without)\b[^.!?\n]{0,25}$")
MACHINES = r"(?:KI|künstlicher intelligenz|künstliche intelligenz|AI|artificiell intelligens|artificial intelligence|ChatGPT|GPT|DALL[-·]?E|Midjourney|Copilot|Stable Diffusion|Gemini)"
FEW_WORDS = r"(?: [\w-]{1,25}){0,3}"
MADE = re.compile(
    rf"(?i)(?<!\w)(?:(?:mit|von|durch)(?: einer| der| hilfe von)? {MACHINES}(?:[- ]\w{{1,20}})?{FEW_WORDS}"
    r" (?:erstellt|generiert|erzeugt|gemacht|geschrieben|gestaltet|verfasst|gemalt|übersetzt)"
    rf"|{MACHINES}[- ](?:generierte?[nsr]?|erzeugte?[nsr]?|erstellte?[nsr]?|genererade?t?|generated)"
    rf"|(?:skapats?|skapad|genererats?|genererad|gjorts?|gjord|skrivits?|skriven|skrivet){FEW_WORDS} (?:med|av)(?: hjälp av)? {MACHINES}"
    rf"|(?:made|created|written|generated|drawn){FEW_WORDS} (?:with|by|using)(?: the help of)? {MACHINES})(?!\w)"
)
LABELLED_MACHINE = re.compile(
    r"(?im)(?:^|[(\[*]|[.!?\n][ ]|(?:bild|foto|text|grafik|illustration|video|film|plakat|kennzeichnung|hinweis|märkning|picture|image|photo|label|collage|musik)(?:er|s)?:[ ]?)[ ]{0,2}"
    r"(?:(?:bild|foto|text|grafik|illustration|video|picture|image|photo)[ ])?(?:mit KI (?:erstellt|generiert)|KI-generiert|(?:skapad|skapat|gjord|gjort) med AI|AI-genererat?d?|(?:made|created|generated) (?:with|by) AI|AI-generated)[ ]{0,2}(?:$|[)\].*\n])"
    r"|#(?:KI|AI)[-_]?(?:generiert|generated|genererat|bild|art|kunst)(?!\w)|#(?:made|created)withai(?!\w)"
)


def rights_are_known(draft: Draft, context: Context) -> list[Finding]:
    """R15: source, author and licence of each medium are known, and hold on the day when it goes out. Blocks."""
    return [
        Finding("R15", "block", POINT, words, params, picture=picture.key)
        for picture, rights in _with_rights(draft)
        for words, params in list(_gaps(rights, context.today))[:1]
    ]


def _gaps(rights: Rights, today: date) -> Iterator[tuple[Words, dict[str, str]]]:
    """What is amiss, one thing after the other; a picture is told the first."""
    for words, given in ((NO_AUTHOR, rights.author), (NO_LICENCE, rights.licence), (NO_SOURCE, rights.source)):
        if not given.strip():
            yield words, {}
    if rights.until is not None and rights.until < today:
        yield RAN_OUT, {"until": rights.until.isoformat()}


def credit_is_given(draft: Draft, context: Context) -> list[Finding]:
    """R16: where the licence asks for it, the credit stands in each text or in the description. Blocks; one step appends it."""
    owed = [rights.credit for picture, rights in _with_rights(draft) if _owes_credit(picture, rights)]
    return [_uncredited(key, text, missing) for key, text in texts(draft) if (missing := _not_in(text, owed))]


def _owes_credit(picture: Picture, rights: Rights) -> bool:
    return bool(rights.credit) and demands_credit(rights.licence) and _plain(rights.credit) not in _plain(picture.alt)


def _not_in(text: str, credits_: list[str]) -> list[str]:
    return [one for one in dict.fromkeys(credits_) if _plain(one) not in _plain(text)]


def _uncredited(key: str, text: str, missing: list[str]) -> Finding:
    end = len(text)
    return Finding(
        "R16",
        "block",
        POINT,
        UNCREDITED,
        {"credit": "; ".join(missing)},
        key,
        start=end,
        end=end,
        mend="\n\n" + "\n".join(missing),
    )


def nothing_is_cut_that_must_stay_whole(draft: Draft, context: Context) -> list[Finding]:
    """R17: what may be shown only as it is, is not cropped: licences without derivatives, and covers. Blocks."""
    return [
        Finding("R17", "block", POINT, CUT, picture=picture.key)
        for picture, rights in _with_rights(draft)
        if rights.cropped and (rights.cover_of or forbids_changes(rights.licence))
    ]


def covers_are_settled(draft: Draft, context: Context) -> list[Finding]:
    """R18: covers of books only where the right to show them is settled. Warns."""
    return [
        Finding("R18", "warn", POINT, UNSETTLED, picture=picture.key)
        for picture, rights in _with_rights(draft)
        if rights.cover_of and not rights.cover_settled
    ]


def _with_rights(draft: Draft) -> Iterator[tuple[Picture, Rights]]:
    return ((one, one.rights) for one in draft.pictures if one.rights is not None)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _hints(words: tuple[str, ...], text: str) -> bool:
    """Whether one of the words stands in the text, without which the pattern need not be asked."""
    return any(word in text for word in words)


def gifts_are_labelled(draft: Draft, context: Context) -> list[Finding]:
    """R53: what is sponsored, or about something given, is labelled. Warns; of the text alone only where it says so plainly."""
    label = GIFT_LABEL.get(draft.lang, GIFT_LABEL["en"])
    found = []
    for key, text in texts(draft):
        if not (draft.sponsored or _hints(GIVEN_HINTS, text.lower())):
            continue
        said = next(
            (one for one in GIVEN.finditer(text) if not NOT_OURS.search(text[max(0, one.start() - 40) : one.start()])), None
        )
        if LABELLED_GIFT.search(text) or (said is None and not draft.sponsored):
            continue
        found.append(_unlabelled("R53", (GIFT, GIFT_SILENT), key, text, said, label, f"{label}: "))
    return found


def machines_are_labelled(draft: Draft, context: Context) -> list[Finding]:
    """R54: what a machine made is labelled. Warns; of the text alone only where it says so plainly."""
    label = MACHINE_LABEL.get(draft.lang, MACHINE_LABEL["en"])
    marked = draft.ai_made or any(rights.ai_made for _picture, rights in _with_rights(draft))
    found = []
    for key, text in texts(draft):
        if not (marked or _hints(MADE_HINTS, text)):
            continue
        said = next(MADE.finditer(text), None)
        if LABELLED_MACHINE.search(text) or (said is None and not marked):
            continue
        found.append(_unlabelled("R54", (MACHINE, MACHINE_SILENT), key, text, said, label, f"\n\n{label}"))
    return found


def _unlabelled(
    rule: str, words: tuple[Words, Words], key: str, text: str, said: re.Match[str] | None, label: str, mend: str
) -> Finding:
    """What lacks a label: where the text says it, else at the place where the label goes."""
    if said:
        params = {"seen": said.group(), "label": label}
        return Finding(rule, "warn", OPEN, words[0], params, key, start=said.start(), end=said.end(), seen=said.group())
    at = len(text) if mend.startswith("\n") else 0
    return Finding(rule, "warn", OPEN, words[1], {"label": label}, key, start=at, end=at, mend=mend)


def brands_stay_names(draft: Draft, context: Context) -> list[Finding]:
    """R63: brands are not words for a kind of thing, as in hashtags and in the names of our own offers. A hint."""
    known = BRANDS | {one.strip().lower() for one in context.own.brands if one.strip()}
    return [
        Finding("R63", "hint", POINT, BRAND, {"seen": text[start:end]}, key, start=start, end=end, seen=text[start:end])
        for key, text in texts(draft)
        for start, end in brands_in(text, known)
    ]


ENTRIES = (
    Entry("R15", POINT, "block", gettext_noop("Rights noted and valid"), rights_are_known),
    Entry("R16", POINT, "block", gettext_noop("Credit given"), credit_is_given),
    Entry("R17", POINT, "block", gettext_noop("Whole where it must be whole"), nothing_is_cut_that_must_stay_whole),
    Entry("R18", POINT, "warn", gettext_noop("Covers settled"), covers_are_settled),
    Entry("R53", OPEN, "warn", gettext_noop("Gifts and sponsors labelled"), gifts_are_labelled),
    Entry("R54", OPEN, "warn", gettext_noop("Made by machines, and labelled"), machines_are_labelled),
    Entry("R63", POINT, "hint", gettext_noop("Brands stay names"), brands_stay_names),
)
