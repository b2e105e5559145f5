"""What somebody has borrowed, reserved or owes is nobody else's business (R10, R57)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.masking import spans
from theke.guidelines.rules.numbers import numbers_in
from theke.guidelines.rules.sentences import Sentence, sentences
from theke.guidelines.rules.texts import everything
from theke.networks.base import gettext_noop

POINT = "4-law"
UP_TO = r".{0,80}?"
THING = {
    "de": r"(?:buch|bücher|medi(?:um|en)|roman|film|dvd|cd|spiel|hörbuch|zeitschrift|band|titel|exemplar|ausleihen?|fernleih(?:en?|wunsch|bestellung)|wunsch(?:titel|buch)|vormerkung(?:en)?"
    r"|reservierung(?:en)?|vorbestellung(?:en)?|bestellung(?:en)?|leihfrist(?:en)?|rückgabefrist|mahnung(?:en)?|konto|leserkonto"
    r"|(?:leser|bibliotheks|bücherei)?ausweis|gebühr(?:en)?|[„»\"“][^“”«\"\n]{1,60}[“”«\"])",
    "sv": r"(?:bok|boken|böcker|böckerna|lån|lånet|lånen|film|filmen|reservation(?:en|er)?|reserverade \w+|beställning|fjärrlån|avgift(?:en|er)?|skuld"
    r"|påminnelse|krav|lånekort|bibliotekskort|konto|[”\"»“][^”\"»“\n]{1,60}[”\"»])",
    "en": r"(?:books?|loans?|films?|dvds?|reservations?|holds?|requests?|fines?|fees?|account|library card|inter-?library loan|item|items|copy"
    r"|[“\"][^”\"\n]{1,60}[”\"])",
}
YOUR = {"de": r"\b(?:ihre?[mnrs]?|deine?[mnrs]?|eure?[mnrs]?|euer)", "sv": r"\b(?:din|ditt|dina|er|ert|era)", "en": r"\byour"}
STATE = {
    "de": r"(?:überfällig|\bfällig|abholbereit|bereit\b|zur abholung|abgelaufen|läuft\b|endet\b|gesperrt|eingetroffen|angemahnt|zurückgegeben|zurückgebucht"
    r"|noch nicht zurück|verlängert|vorgemerkt|liegt\b|liegen\b|wartet\b|ist da\b|sind da\b|offen\b|verloren|ausgeliehen|storniert|erlassen|gelöscht|bezahlt|beglichen|verbucht)",
    "sv": r"(?:försena[dt]e?|förfall(?:er|it|na)|klar\b|klara\b|redo\b|att hämta|ligger\b|väntar\b|har kommit|kommit in|gått ut|gick ut|går ut|spärra[td]|"
    r"åter(?:lämnad|lämnat)|lämnades|skulle (?:ha )?lämna\w*|på \d|omlåna[dt]|försvunn\w+|avbokad|borttag\w+|betald|betalt|obetal\w+|är på)",
    "en": r"(?:overdue|\bdue\b|ready\b|waiting\b|available for|has arrived|have arrived|is in\b|expired|expires|blocked|outstanding|unpaid|was returned"
    r"|were returned|not been returned|renewed|cancelled|waived|paid\b|lost\b|amounts? to|comes? to)",
}
HAVE = {
    "de": r"\b(?:(?:sie|ihr) (?:haben|habt|hatten|schulden|schuldet)|(?!^)(?:(?:haben|hatten) sie|(?:hast|hattest) du|habt ihr)|du (?:hast|hattest|schuldest|stehst)|sie stehen|(?:herr|frau|familie) \w{1,30} (?:hat|haben|hatte))\b",
    "sv": r"\b(?:(?:du|ni) har|(?!^)har (?:du|ni)|(?:du|ni) (?:lånade|reserverade|beställde|är skyldig|står)|(?:herr|fru) \w{1,30} har)\b",
    "en": r"\b(?:you (?:have|had|'ve|owe|borrowed|reserved|are(?= number| on))|you’ve|you’re|(?:mrs?|ms)\.? \w{1,30} has)\b",
}
OF_THEIRS = {
    "de": r"(?:(?:ausgeliehen|entliehen|\bgeliehen|vorgemerkt|vorbestellt|reserviert)\b|(?:noch |bisher )?nicht (?:zurückgegeben|zurückgebracht|bezahlt|verlängert)"
    r"|auf platz \d|auf der (?:warte|vormerk)liste|überzogen|überfällige?\b|\w*gebühren?\b|mahngebühr\w*|rückstand|ausleihen\b|vormerkungen?\b|\bschulde\w*|\d[\d.,]* ?(?:€|euro))",
    "sv": r"(?:lånat|\blånade|reserverat|reserverade|beställde|beställt|försena[dt]e?|\blån\b|reservation(?:er)?\b|avgift(?:er)?\b|skuld\b|skyldig|inte (?:lämnat|betalat)"
    r"|på plats \d|i kön\b|obetal\w+|kvar att betala|\d[\d ]* ?kr)",
    "en": r"(?:borrowed|reserved|number \d+ in|on the waiting list|requested|checked out|on loan|overdue|outstanding|not (?:yet )?returned|\bowe\b|fines?\b|fees?\b|reservations?\b|holds?\b|[€$£] ?\d|\d[\d.,]* ?(?:€|euros?|kr|pounds))",
}
KEPT = {
    "de": rf"(?:{THING['de']}.{{0,40}}?\bliegt\b.{{0,40}}?\bfür (?:sie|dich|euch)\b|\bfür (?:sie|dich|euch) liegt\b.{{0,60}}?{THING['de']}"
    r"|\bwir haben\b.{0,60}?\bfür (?:sie|dich|euch)\b.{0,40}?(?:zurückgelegt|reserviert|vorgemerkt)\b)",
    "sv": rf"(?:{THING['sv']}.{{0,40}}?\b(?:ligger|finns)\b.{{0,40}}?\båt (?:dig|er)\b|\bvi har (?:lagt undan|reserverat)\b.{{0,60}}?\båt (?:dig|er)\b)",
    "en": rf"(?:{THING['en']}.{{0,40}}?\bis (?:ready|waiting|kept)\b.{{0,20}}?\bfor you\b"
    r"|\bwe(?:’ve| have|'ve) (?:set aside|reserved|kept)\b.{0,60}?\bfor you\b)",
}
"""That something was put aside for one person."""
SUPPOSED = re.compile(
    r"(?i)\b(?:wenn|falls|sobald|sofern|pro|je|om (?:du|ni|man)|när (?:du|ni|man)|per|varje|if|when|whenever|every|each)\b"
)
GENERAL = re.compile(
    r"(?i)\b(?:können|könnt|kannst|könnten|dürfen|möchten|möchtest|jederzeit|grundsätzlich|immer|jeweils|alle|jede[rsnm]?|einfach"
    r"|(?:du|ni|man) kan|kan (?:du|ni|man)|alltid|alla|gärna|can|may|could|always|everyone)\b"
)
ASKS = re.compile(
    r"(?i)^(?:wie|wo|was|wann|haben|hast|habt|ist|sind|liegt|hur|var|när|vad|har|är|how|where|what|have|has|is|are|did|do)\b"
)
LANGUAGES = ("de", "sv", "en")
KEEPING = r"\bfür (?:sie|dich|euch)\b|\båt (?:dig|er)\b|\bfor you\b"
TOLD = {lang: re.compile(rf"(?i){OF_THEIRS[lang]}|{STATE[lang]}|{KEEPING}") for lang in LANGUAGES}
"""One of these stands in every sentence that tells of somebody's loans; to look for it alone is quicker."""
CASE = {
    lang: re.compile(
        rf"(?i){HAVE[lang]}{UP_TO}{OF_THEIRS[lang]}|{YOUR[lang]} (?:[\w.-]{{1,30}} ){{0,3}}?{THING[lang]}{UP_TO}{STATE[lang]}"
        rf"|{KEPT[lang]}"
    )
    for lang in LANGUAGES
}
OWED = re.compile(
    r"(?i)\b(?:ihre?[mnrs]?|deine?[mnrs]?|du|dir|sie|ihnen|din|ditt|dina|du|dig|you|your)\b.{0,80}?"
    r"(?:gebühr\w*|mahn\w+|versäumnis\w+|säumnis\w+|rückstand|rechnung|avgift\w*|skuld\w*|förseningsavgift\w*|faktura\w*|räkning\w*|fines?|fees?|invoice|bill)\b"
)
AFFAIR = re.compile(
    r"(?i)\b(?:ihre?[mnrs]?|deine?[mnrs]?|din|ditt|dina|er|ert|era|your) (?:[\w.-]{1,30} ){0,2}?"
    r"(?:antrag|beschwerde|bescheid|mahnung|rechnung|anmeldung|ausweis|bibliotheksausweis|leserausweis|konto|leserkonto|hausverbot|buch|medium|medien|bücher|ausleihe|fernleihe|vormerkung|gebühr\w*"
    r"|ansökan|ärende|faktura|räkning|anmälan|lånekort|bibliotekskort|bok|böcker|lån|reservation|avgift\w*"
    r"|application|complaint|invoice|registration|library card|account|case|books?|loans?|reservation|fines?|fees?)\b"
)
WANTED = re.compile(
    r"(?i)\b(?:sie|ihn?e?[mnrs]?|ihre?[mnrs]?|d(?:u|ir|ich|eine?[mnrs]?|in|itt|ina|ig)|eu(?:er|re?[mnrs]?|ch)|habt|er|ert|era|ni|you|your|you’ve|you’re|herr|frau|familie|fru|mrs?|ms)\b"
)

BORROWS = gettext_noop(
    "This tells everybody what somebody has borrowed, reserved or owes. Please answer by a private way, and say here only that you will."
)
IS_A_CASE = gettext_noop(
    "This deals with one person's own matter where everybody can read it. Please answer by a private way, and say here only that you will."
)


def loans_stay_private(draft: Draft, context: Context) -> list[Finding]:
    """R10: no public answer says what the person has borrowed, reserved or owes. Blocks and offers the safe way."""
    return [
        _finding("R10", BORROWS, key, text, *place)
        for key, text in everything(draft)
        if _is_public_answer(draft, text)
        for place in loans_in(text)
    ]


def cases_go_a_safe_way(draft: Draft, context: Context) -> list[Finding]:
    """R57: no public answer deals with an individual case: numbers that name a person, or somebody's matter with its date or sum. Blocks."""
    return [
        _finding("R57", IS_A_CASE, key, text, *place)
        for key, text in everything(draft)
        if _is_public_answer(draft, text)
        for place in ((*((one.start, one.end) for one in numbers_in(text, context.own, context.today)), *_cases(text)))
    ]


def _is_public_answer(draft: Draft, text: str) -> bool:
    """Whether everybody can read whom it speaks to. A post that begins with a handle speaks to somebody, too."""
    return not draft.private and (draft.form == "reply" or text.startswith("@"))


def _finding(rule: str, words: str, key: str, text: str, start: int, end: int) -> Finding:
    return Finding(rule, "block", POINT, words, target=key, start=start, end=end, seen=text[start:end], safe_way=True)


@lru_cache(maxsize=64)
def loans_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text tells one person about their loans, reservations or debts."""
    return tuple(place for one in sentences(text) for place in _loans(one)) if WANTED.search(text) else ()


def _loans(sentence: Sentence) -> Iterator[tuple[int, int]]:
    if _is_general(sentence):
        return
    told = (lang for lang in LANGUAGES if TOLD[lang].search(sentence.text))
    found = next((found for lang in told if (found := CASE[lang].search(sentence.text))), None)
    if found is None and _kinds(sentence) & {"price"}:
        found = OWED.search(sentence.text)
    if found:
        yield sentence.start + found.start(), sentence.start + found.end()


def _is_general(sentence: Sentence) -> bool:
    """Whether it asks, or tells everybody how things are done. What one can do about a sum or a day concerns one person all the same."""
    if SUPPOSED.search(sentence.text) or (sentence.asks and ASKS.match(sentence.text)):
        return True
    return bool(GENERAL.search(sentence.text)) and not _kinds(sentence) & {"date", "price"}


def _kinds(sentence: Sentence) -> set[str]:
    return {one.kind for one in spans(sentence.text)}


def _cases(text: str) -> Iterator[tuple[int, int]]:
    if not WANTED.search(text):
        return
    for sentence in sentences(text):
        kinds = _kinds(sentence) & {"date", "price"}
        found = AFFAIR.search(sentence.text) if kinds and not _is_general(sentence) else None
        if found:
            yield sentence.start + found.start(), sentence.start + found.end()


ENTRIES = (
    Entry("R10", POINT, "block", gettext_noop("Loans stay private"), loans_stay_private),
    Entry("R57", POINT, "block", gettext_noop("Individual cases go a safe way"), cases_go_a_safe_way),
)
