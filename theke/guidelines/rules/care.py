"""Care for those who read: hard topics come with a warning or help (R50), all waits in a crisis (R51), elections are kept out (R52)."""

import re
from functools import lru_cache

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.listing import listed
from theke.guidelines.rules.marking import MOST, Head, mark
from theke.guidelines.rules.quoting import is_within, titles
from theke.guidelines.rules.texts import texts
from theke.guidelines.rules.wording import vocabulary, words
from theke.networks.base import gettext_noop

POINT = "5-respect"
R50_HELP, R50_WARN = Head("R50", "warn", POINT), Head("R50", "hint", POINT)
R52 = Head("R52", "warn", "2-our-task")

HELP = gettext_noop("“%(seen)s”: please add where people find help, for example a helpline by telephone, day and night.")
WARN = gettext_noop("“%(seen)s” can hit readers hard. A content warning lets them choose.")
PAUSED = gettext_noop("All that is planned is paused at present. Posts go out again when the pause ends.")
FITTING = gettext_noop("All that is planned is paused at present. Does this answer, in its tone, fit what has happened?")
PARTY = gettext_noop("“%(seen)s” is named in an election period, in which the library does not take sides. Is it fair to all?")

SUICIDE = listed("""suizid suizide suizids suizidal suizidgedanken suizidprävention selbstmord selbstmorde selbstmords selbsttötung selbsttötungen freitod
    självmord självmordet självmorden självmordstankar suicid suicidprevention suicide suicides suicidal""")
SUICIDE_PHRASES = re.compile(
    r"(?i)\b(?:das leben genommen|nahm sich das leben|sich das leben (?:zu )?nehmen|ta(?:git|r|la)? sitt (?:eget )?liv|tog sitt liv|took (?:his|her|their) own life|take (?:your|their) own life)\b"
)
HARD = listed("""vergewaltigung vergewaltigungen vergewaltigt kindesmissbrauch kindesmissbrauchs folter gefoltert folterungen massaker amoklauf amokläufe
    kriegsbilder enthauptung enthauptungen terroranschlag terroranschläge leichen leichenberge hinrichtung hinrichtungen völkermord kindstötung
    femizid femizide kriegsverbrechen
    våldtäkt våldtäkter våldtagen tortyr torterad massaker massakern krigsbilder skolskjutning skolskjutningen skolskjutningar terrordåd
    terrordådet terrorattack terrorattacken barnmisshandel folkmord folkmordet avrättning avrättningar krigsbrott krigsbrotten
    rape raped torture tortured massacre massacres beheading beheadings genocide executions""")  # fmt: skip
HARD_PHRASES = re.compile(
    r"(?i)\b(?:sexuelle[rn]? (?:gewalt|missbrauch)|sexualisierte[rn]? gewalt|sexuellt våld|sexuella övergrepp|sexual (?:violence|abuse|assault)"
    r"|bilder (?:aus|vom|von) (?:dem )?krieg|war images|images of war|bilder (?:från|på) krig\w{0,3}|school shooting|mass shooting|child abuse)\b"
)
HARD_HEADS = listed("gewalt missbrauch våld övergrepp violence abuse assault krieg war krig kriget shooting leben liv life")
NOT_THE_TOPIC = re.compile(r"(?i)\b(?:suicide squad|virgin suicides|suicide silence)\b")
HELPLINE = re.compile(
    r"(?i)telefon ?seelsorge|0800[\s/-]?111[\s-]?0[\s-]?(?:111|222)|116[\s-]?(?:123|111|016|117)|08000[\s-]?116[\s-]?016|nummer gegen kummer"
    r"|hilfetelefon|krisendienst|krisentelefon|krischat|frnd\.de|självmordslinjen|mind\.se|90101|901 ?01|jourhavande|kvinnofridslinjen|020[\s-]?50[\s-]?50[\s-]?50"
    r"|\bbris\b|1177|\b112\b|samaritans|helpline|crisis line|hilfsangebot|hjälplinje|stödlinje|\b988\b"
)
PARTIES = re.compile(
    r"\b(?:CDU|CSU|SPD|FDP|AfD|AFD|BSW|NPD|ÖDP|Die Linke\b|DIE LINKE|Linkspartei|Linksfraktion|Bündnis 90|Bündnis ?90/Die Grünen|Freien? Wählern?"
    r"|(?:[Dd]ie|[Dd]en|[Dd]er) Grünen\b(?! (?:Wiese|Hof|Park|Haus|Baum|Woche|Damm|Daumen))|Alternative für Deutschland|Bündnis Sahra Wagenknecht"
    r"|Christdemokraten|Sozialdemokraten|Volt Deutschland|Tierschutzpartei|Piratenpartei"
    r"|(?i:socialdemokraterna|socialdemokraternas|moderaterna|moderaternas|sverigedemokraterna|sverigedemokraternas|centerpartiet|vänsterpartiet"
    r"|kristdemokraterna|liberalerna|miljöpartiet|feministiskt initiativ|piratpartiet)"
    r"|(?i:spitzenkandidat(?:in)?|bürgermeisterkandidat(?:in)?|landratskandidat(?:in)?|partitoppkandidat|statsministerkandidat(?:en)?)"
    r"|Labour Party|Conservative Party|Green Party|Social Democrats|Christian Democrats)\b"
)


PARTY_WORDS = listed(
    """cdu csu spd fdp afd bsw npd ödp linke linkspartei linksfraktion bündnis freie freien wähler wählern grünen alternative christdemokraten
    sozialdemokraten volt tierschutzpartei piratenpartei socialdemokraterna socialdemokraternas moderaterna moderaternas
    sverigedemokraterna sverigedemokraternas centerpartiet vänsterpartiet kristdemokraterna liberalerna miljöpartiet feministiskt piratpartiet
    spitzenkandidat spitzenkandidatin bürgermeisterkandidat bürgermeisterkandidatin landratskandidat landratskandidatin partitoppkandidat
    statsministerkandidat statsministerkandidaten labour conservative green social christian"""
)


def hard_topics_come_with_care(draft: Draft, context: Context) -> list[Finding]:
    """R50: who speaks of suicide says where help is (warns); other hard topics have a content warning (a hint). Titles are exempt."""
    found = []
    for text in texts(draft):
        if (span := _suicide(text[1])) is not None:
            found.append(mark(R50_HELP, HELP, text, span))
        elif not draft.warning and (span := _hard(text[1])) is not None:
            found.append(mark(R50_WARN, WARN, text, span))
        if found and found[-1].target == text[0] and HELPLINE.search(text[1]):
            found.pop()
    return found


def is_delicate(text: str) -> bool:
    """Whether a text speaks of something hard, or of parties."""
    return _suicide(text) is not None or _hard(text) is not None or bool(_parties(text))


@lru_cache(maxsize=64)
def _suicide(text: str) -> tuple[int, int] | None:
    return _first(text, SUICIDE, SUICIDE_PHRASES)


@lru_cache(maxsize=64)
def _hard(text: str) -> tuple[int, int] | None:
    return _first(text, HARD, HARD_PHRASES)


def _first(text: str, wanted: frozenset[str], phrases: re.Pattern[str]) -> tuple[int, int] | None:
    """The first of the words or phrases outside titles."""
    known = vocabulary(text)
    spans = [] if known.isdisjoint(wanted) else [(start, end) for word, start, end in words(text) if word in wanted]
    if not known.isdisjoint(HARD_HEADS):
        spans += [found.span() for found in phrases.finditer(text)]
    others = [found.span() for found in NOT_THE_TOPIC.finditer(text)] if spans else []
    return next(
        (span for span in sorted(spans) if not is_within(titles(text), span[0]) and not is_within(tuple(others), span[0])), None
    )


def crisis_stops_posts(draft: Draft, context: Context) -> list[Finding]:
    """R51: while all that is planned is paused, no post goes out: blocks. Answers do, with a question (a hint)."""
    if not context.paused:
        return []
    return [Finding("R51", "block", POINT, PAUSED) if draft.form == "post" else Finding("R51", "hint", POINT, FITTING)]


def elections_are_neutral(draft: Draft, context: Context) -> list[Finding]:
    """R52: in an election period no party or candidate is named unthinkingly. Warns; titles are exempt."""
    if not context.election:
        return []
    found = []
    for text in texts(draft):
        spans = _parties(text[1]) + _candidates(text[1], context.own.candidates)
        named = [span for span in sorted(spans) if not is_within(titles(text[1]), span[0])]
        found += [mark(R52, PARTY, text, span) for span in named[:MOST]]
    return found


def _parties(text: str) -> list[tuple[int, int]]:
    return [] if vocabulary(text).isdisjoint(PARTY_WORDS) else [one.span() for one in PARTIES.finditer(text)]


def _candidates(text: str, names: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the library's own list of names is hit, as whole words; abbreviations only in their own letters."""
    found = []
    for name in names:
        if name.strip():
            flags = 0 if name.isupper() else re.IGNORECASE
            pattern = re.compile(rf"(?<!\w){re.escape(name.strip())}(?!\w)", flags)
            found += [one.span() for one in pattern.finditer(text)]
    return found


ENTRIES = (
    Entry("R50", POINT, "hint", gettext_noop("Care with hard topics"), hard_topics_come_with_care),
    Entry("R51", POINT, "block", gettext_noop("Nothing goes out while all is paused"), crisis_stops_posts),
    Entry("R52", "2-our-task", "warn", gettext_noop("Neutral before elections"), elections_are_neutral),
)
