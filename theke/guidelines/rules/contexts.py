"""What a number is, as the words around it say.

"An ISBN or a telephone number that happens to pass a checksum is what its context says it is."
"""

import re
from functools import lru_cache
from typing import Literal, cast

from theke.guidelines.rules.masking import near

Said = Literal["", "person", "tax", "pension", "identity", "card", "pass", "phone"]

PHONE_WORDS = (
    r"tel(?:efon|\.?nr|efonnr|efonnummer)?\b\.?|telefonisch|fon\b|fax\b|tfn\b|mobil(?:nummer|telefon|nr)?\b|handy(?:nummer|nr)?\b|rufnummer"
    r"|durchwahl|whatsapp|sms\b|ring(?:a|t|er)?\b|anruf\w*|ruf(?:e|t|en)?\b|nummer:|hotline|växel|phone(?: number)?|call\b|☎|📞|📱|✆"
)
WORDS = re.compile(
    r"(?i)(?P<person>person(?:nummer|nr)|pers\.?nr|samordnings(?:nummer|nr)|födelsenummer|identitetsnummer|personal (?:identity )?number"
    r"|\bp-?nr\b|\bpnr\b)"
    r"|(?P<tax>steuer-?(?:id\b|ident\w*|nummer|nr)|steuerliche ident\w*|\bst\.?-?nr\b|\bid-?nr\b|tax (?:id|number)|skatte-?(?:id\b|nummer))"
    r"|(?P<pension>(?:sozial|renten)versicherungs\w*|\b[sr]v-?(?:nummer|nr)|versicherungs(?:nummer|-?nr)"
    r"|social (?:security|insurance) number)"
    r"|(?P<identity>personalausweis\w*|reisepass\w*|\bpass-?(?:nummer|nr)|passport\w*|identity card|id-?kort|\bperso\b)"
    r"|(?P<card>(?:leser|bibliotheks|bücherei|benutzer|benutzungs|nutzer)-?(?:ausweis|karte|nummer|konto)\w*|lesekarte|bibliotekskort\w*"
    r"|lånekort\w*|kortnummer|låntagar(?:nummer|nr)|lånenummer|library card|borrower(?:'s)? (?:card|number)|card number)"
    r"|(?P<pass>ausweis-?(?:nummer|nr)|\bausweis\b)"
    rf"|(?P<phone>(?<!\w)(?:{PHONE_WORDS}))"
)
STEMS = (
    *(
        "person",
        "pers",
        "samord",
        "födelse",
        "identit",
        "pnr",
        "p-nr",
        "steuer",
        "st.",
        "stnr",
        "st-nr",
        "id-",
        "idnr",
        "id nr",
        "tax",
        "skatt",
    ),
    *(
        "versicher",
        "sv-",
        "rv-",
        "insurance",
        "security",
        "ausweis",
        "pass",
        "perso",
        "karte",
        "konto",
        "kort",
        "nummer",
        "nr",
        "card",
    ),
    *(
        "borrower",
        "tel",
        "fon",
        "fax",
        "tfn",
        "mobil",
        "handy",
        "durchwahl",
        "whatsapp",
        "sms",
        "ring",
        "ruf",
        "hotline",
        "växel",
        "phone",
    ),
    *("call", "☎", "📞", "📱", "✆"),
)
"""Without one of these in a text no word of it says what a number is; to look for them is quicker."""
AFTER_IS_FARTHER = 12
"""What a number is, is said before it more often than behind."""


def said(text: str, start: int, end: int) -> Said:
    """What the nearest word says that the number at this place is; empty where no word says anything."""
    if not _says_anything(text):
        return ""
    before, after = near(text, start, end)
    nearest: tuple[int, Said] = (1000, "")
    for found in WORDS.finditer(before):
        nearest = min(nearest, (len(before) - found.end(), _kind(found)))
    behind = WORDS.search(after)
    if behind:
        nearest = min(nearest, (behind.start() + AFTER_IS_FARTHER, _kind(behind)))
    return nearest[1]


@lru_cache(maxsize=64)
def _says_anything(text: str) -> bool:
    small = text.lower()
    return any(stem in small for stem in STEMS)


def _kind(found: re.Match[str]) -> Said:
    return cast(Said, found.lastgroup)
