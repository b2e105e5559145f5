"""Whose voice speaks: the library's without private opinions (R26), a person's without "we" (R27) and with a word on whose view it is (R28)."""

import re
from collections.abc import Iterator

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.language import languages
from theke.guidelines.rules.listing import listed
from theke.guidelines.rules.marking import Head, mark
from theke.guidelines.rules.quoting import is_within, quotations, titles
from theke.guidelines.rules.texts import texts
from theke.guidelines.rules.wording import vocabulary, words
from theke.networks.base import gettext_noop

POINT = "3-transparency"
R26, R27 = Head("R26", "warn", POINT), Head("R27", "warn", POINT)

OPINION = gettext_noop(
    "“%(seen)s” is one person's opinion, but the library speaks here. Say who finds so, or send it as a personal post."
)
WE = gettext_noop(
    "“%(seen)s” speaks for the library, but this is a personal post. Use “I”, or send it as a post of the library."
)
WHOSE = gettext_noop("A personal post says that it is your own view, for example: “my personal opinion”.")

HINTS = listed(
    "ich meiner meinung m.e persönlich jag tycker enligt åsikt personligen i think believe opinion imo imho personally"
)
OPINIONS = re.compile(
    r"(?i)\b(?:"
    r"ich finde(?!\s+(?:(?:mein|kein|nicht|nichts|nirgend|heraus|den weg|raus|hier)\w*)\b)"
    r"|(?<!wo )(?<!wie )(?<!hier )(?<!dort )(?<!da )(?<!wann )(?<!damit )(?<!so )(?<!kann )finde ich"
    r"(?!\s+(?:mein|die öffnungszeiten|das buch|die bücher|den katalog|heraus|infos?|informationen)\w*\b)"
    r"|meiner (?:persönlichen |ganz persönlichen |bescheidenen )?(?:meinung|ansicht|auffassung) nach|nach meiner (?:meinung|ansicht)"
    r"|(?<!ist )(?<!ist das )meine (?:persönliche |ganz persönliche |private )?meinung\b(?! nicht)|m\. ?e\.|aus meiner sicht"
    r"|ich (?:persönlich )?(?:glaube|denke|meine),? (?:dass|das|es|die|der|wir|man)|ich persönlich|glaube ich\b(?! nicht)"
    r"|jag (?:personligen )?tycker(?! om)|tycker jag(?! om)|enligt mig|enligt min (?:mening|åsikt)|jag anser|anser jag"
    r"|(?:är )?min (?:personliga |egen )?åsikt|jag tror (?:att|inte)|personligen (?:tycker|anser|tror)"
    r"|i (?:personally |really )?(?:think|believe|feel)\b(?! of\b| about it\b)|in my (?:humble |personal )?opinion|imh?o\b|personally,? i\b"
    r"|if you ask me"
    r")"
)
WE_WORDS = {
    "de": listed("wir uns unser unsere unserem unseren unserer unseres"),
    "sv": listed("vi oss vår vårt våra"),
    "en": listed("we us our ours we're we've we’ll we’re we’ve"),
}
OWN_VIEW = re.compile(
    r"(?i)\b(?:privat hier|hier (?:rein )?privat|private (?:meinung|ansicht|accounts?|profil)|(?:meine|eigene|persönliche|private)[^\n.]{0,25} "
    r"(?:meinung|ansicht|sicht)|persönliche (?:meinung|ansicht)|spreche (?:hier )?(?:nur )?für mich|schreibe (?:hier )?(?:nur )?für mich"
    r"|als privatperson|ganz persönlich|ich persönlich|aus meiner sicht|meiner (?:meinung|ansicht) nach|ich finde|finde ich|ich glaube|ich denke"
    r"|(?:åsikter|åsikterna)[^\n.]{0,12} mina|mina (?:egna |personliga )?åsikter|min (?:egen |personliga )?åsikt|privat här|här privat"
    r"|som privatperson|talar (?:bara )?för mig själv|skriver (?:bara )?för mig själv|privat konto|jag tycker|tycker jag|enligt mig|personligen"
    r"|(?:views|opinions|tweets|posts|toots)(?: here)?(?: are)?(?: all)? my own|my (?:own )?(?:personal )?(?:opinions?|views?)"
    r"|personal (?:opinion|account|views?)|in a personal capacity|speaking for myself|i think|i believe|personally)\b"
)


def library_has_no_opinions(draft: Draft, context: Context) -> list[Finding]:
    """R26: no "I think" in the library's voice, titles and quotations apart. Warns."""
    if draft.kind != "library":
        return []
    found = []
    for text in texts(draft):
        if not vocabulary(text[1]).isdisjoint(HINTS):
            first = next((one.span() for one in OPINIONS.finditer(text[1]) if _is_ours(text[1], one.start())), None)
            found += [mark(R26, OPINION, text, first)] if first else []
    return found


def person_says_i(draft: Draft, context: Context) -> list[Finding]:
    """R27: a personal post does not say "we", titles and quotations apart. Warns, once a text."""
    if draft.kind != "personal":
        return []
    spans = ((text, next(_we(text[1], draft.lang), None)) for text in texts(draft))
    return [mark(R27, WE, text, span) for text, span in spans if span]


def _we(text: str, lang: str) -> Iterator[tuple[int, int]]:
    wanted = frozenset[str]().union(*(WE_WORDS[one] for one in languages(text, lang) if one in WE_WORDS))
    if vocabulary(text).isdisjoint(wanted):
        return
    for word, start, end in words(text):
        # VI is a number, US a country.
        if word in wanted and not text[start:end].isupper() and _is_ours(text, start):
            yield start, end


def _is_ours(text: str, start: int) -> bool:
    return not is_within(titles(text), start) and not is_within(quotations(text), start)


def person_says_whose_view(draft: Draft, context: Context) -> list[Finding]:
    """R28: a personal post says that it is the person's own view: by a text of the library's, a usual one, or "I think". Warns."""
    if draft.kind != "personal":
        return []
    silent = [target.key for target in draft.targets if not _says_whose(target.whole, context.own.disclaimers)]
    # Said once where it is missing everywhere.
    keys = [""] if silent and len(silent) == len(draft.targets) else silent
    return [Finding("R28", "warn", POINT, WHOSE, target=key) for key in keys]


def _says_whose(whole: str, disclaimers: tuple[str, ...]) -> bool:
    plain = " ".join(whole.casefold().split())
    return any(" ".join(one.casefold().split()) in plain for one in disclaimers if one.strip()) or bool(OWN_VIEW.search(plain))


ENTRIES = (
    Entry("R26", POINT, "warn", gettext_noop("No private opinions in the library's name"), library_has_no_opinions),
    Entry("R27", POINT, "warn", gettext_noop("A person says “I”"), person_says_i),
    Entry("R28", POINT, "warn", gettext_noop("Own view named as such"), person_says_whose_view),
)
