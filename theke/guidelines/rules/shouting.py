"""Nobody is shouted at (R24): runs of capitals, and rows of exclamation and question marks."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.guidelines.rules.listing import listed
from theke.guidelines.rules.marking import MOST, Head, mark
from theke.guidelines.rules.quoting import is_within, titles
from theke.guidelines.rules.speech import STOPS
from theke.guidelines.rules.texts import with_below
from theke.guidelines.rules.wording import running
from theke.networks.base import gettext_noop

POINT = "5-respect"
R24 = Head("R24", "hint", POINT)
LOUD = Head("R24", "warn", POINT)

CAPITALS = gettext_noop("“%(seen)s” reads like shouting. Small letters say the same, and screen readers do not spell them out.")
MOSTLY = gettext_noop("Most of this text is in capitals, which reads like shouting.")
MARKS = gettext_noop("“%(seen)s”: one mark is enough, more sound like shouting.")

CAPITAL_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_a-zß-öø-ÿ]{3,}(?:-[^\W\d_a-zß-öø-ÿ]+)*(?![^\W\d_])")
JOIN = re.compile(r"[ ,&]+(?:[^\W\d_a-zß-öø-ÿ]{1,2}[ ,&]+)?")
"""Between two words of a run: blanks, perhaps a short word in capitals."""
ROW = re.compile(r"[!?]{3,}")
NAMED_SO = re.compile(r"(?i)\bdrei\s*$")
"""Die drei ???, Die drei !!!: series that every library lends."""
FEWEST_CAPITALS = 20
SHARE = 0.6
FEWEST_SAID = 3
ACRONYM = 5
NAME_WORDS = 3
HOUSES = ("bücherei", "bibliothek", "biblioteket", "bibliotek", "library")
"""A name often ends so."""
ACRONYMS = listed("""unesco unicef lgbtq lgbtqi lgbtqia mint nato usa nrw dvd dvds cds wlan opac isbn issn pisa ard zdf wdr ndr mdr hr svt sr bbc vhs agb
    faq pdf usb html gps fsk usk ddr brd eu uno ifla ala dbv ekz onleihe iban bic dsgvo gdpr corona covid asmr ikea lego nasa fifa uefa
    bafta schufa adac aok bahn mvg bvg sl ltd gmbh stem erasmus""")
PLAIN = (
    frozenset().union(*STOPS.values())
    | listed("""doch mal ganz echt klar gut geht lass lasst kein keine mehr sehr super tolle schön schöne spass liebe leute los mach macht
    gib gebt lern lernt seht gilt gibt wow dags bok bra kul snart tack nej vill måste dont very good nice much only this that come look wait
    nur neu neue neues neuer lest leser lesen buch bücher gratis stopp stop achtung wichtig hilfe endlich wieder sofort letzte letzter
    chance was will wir und ruhe bald lies schon was war gar raus rein weg hört hör aufhören unsinn schluss toll super geil krass mega
    viel spaß kostenlos umsonst eintritt frei öffnet offen zu geschlossen geöffnet anmelden anmeldung jetzt
    nytt ny nya läs läser boka bokning gratis viktigt hjälp äntligen igen sista chansen obs kom alla fri fritt inträde öppet stängt nu
    sluta skrika roligt kul anmäl idag ikväll imorgon missa inte bara skynda rea
    read news new free now important help finally again last chance attention closed open hurry don't miss sale only today shouting stop
    please need want love great best ever""")
) - {"an", "am", "er", "ni", "de", "den", "du", "sie", "he", "kl", "max", "jan", "mark", "jo"}
STEMS = (
    "bücher", "leser", "lesen", "lesung", "markt", "eröffn", "geöffn", "schließ", "schloss", "ferien", "anmeld", "kosten",
    "öppn", "stäng", "läsn", "bokre", "reading", "closed", "verkauf", "fest", "wichtig", "achtung", "kinder", "barn",
)  # fmt: skip
FORMS = (
    "ung", "ungen", "heit", "keit", "schaft", "lich", "liche", "lichen", "isch", "tion", "ieren", "tet", "test", "zeit", "zeiten", "tag",
    "ning", "ningar", "skap", "igt", "liga", "ande", "erna", "arna", "orna", "ing", "ness", "ment",
)  # fmt: skip


def nobody_is_shouted_at(draft: Draft, context: Context) -> list[Finding]:
    """R24: no two words in capitals side by side, no text mostly in them, no row of three marks. A hint; warns where it is the whole text.

    Acronyms, hashtags, titles and names in capitals are left alone.
    """
    found = []
    for text in with_below(draft):
        own = running(text[1])
        found += [mark(R24, MARKS, text, span, mend=text[1][span[0]]) for span in islice(_rows(own), MOST)]
        if own != own.lower():
            runs = [
                run
                for run in _loud(own)
                if not is_within(titles(text[1]), run[0]) and not _is_named(text[1], run, draft, context)
            ]
            found += _said(text, own, runs)
    return found


def _said(text: tuple[str, str], own: str, runs: list[tuple[int, int]]) -> list[Finding]:
    if _mostly(own) and (runs or _is_speech_apart(text[1], own)):
        return [mark(LOUD, MOSTLY, text, (0, len(text[1])))]
    return [mark(R24, CAPITALS, text, run) for run in runs[:MOST]]


def _is_speech_apart(text: str, own: str) -> bool:
    """Whether a text in capitals says something though no two of its words stand side by side: "KOMMT! HEUTE! ALLE!"."""
    inside = [found for found in islice(CAPITAL_WORD.finditer(own), 10 * MOST) if not is_within(titles(text), found.start())]
    return sum(not _is_acronym(found.group()) and _is_word(found.group().lower()) for found in inside) >= FEWEST_SAID


def _rows(own: str) -> Iterator[tuple[int, int]]:
    if "!!" in own or "??" in own or "?!" in own or "!?" in own:
        for found in ROW.finditer(own):
            if not NAMED_SO.search(own, max(0, found.start() - 8), found.start()):
                yield found.span()


@lru_cache(maxsize=64)
def _mostly(own: str) -> bool:
    """Whether at least 60 % of at least 20 cased letters are capitals."""
    high = sum(map(str.isupper, own))
    cased = high + sum(map(str.islower, own))
    return cased >= FEWEST_CAPITALS and high >= SHARE * cased


@lru_cache(maxsize=64)
def _loud(own: str) -> tuple[tuple[int, int], ...]:
    """Runs of two or more words in capitals that are words and neither acronyms nor a name."""
    runs: list[list[tuple[str, int, int]]] = [[]]
    last = 0
    for found in CAPITAL_WORD.finditer(own):
        word = found.group()
        if last and not JOIN.fullmatch(own, last, found.start()):
            runs.append([])
        if word.isupper() and not _is_acronym(word):
            runs[-1].append((word, *found.span()))
        last = found.end()
    return tuple((run[0][1], run[-1][2]) for run in runs if len(run) > 1 and _is_speech([word for word, _s, _e in run]))


def _is_acronym(word: str) -> bool:
    low = word.lower()
    return low in ACRONYMS or (len(word) <= ACRONYM and low not in PLAIN and not low.startswith(STEMS))


def _is_speech(run: list[str]) -> bool:
    """Whether the run says something. A name or two in capitals does not: none of its words is one of the language."""
    return len(run) > NAME_WORDS or any(_is_word(word.lower()) for word in run)


def _is_word(low: str) -> bool:
    if low.endswith(HOUSES):
        return False
    return low in PLAIN or any(stem in low for stem in STEMS) or (len(low) > ACRONYM + 1 and low.endswith(FORMS))


def _is_named(text: str, run: tuple[int, int], draft: Draft, context: Context) -> bool:
    """Whether it is a name of ours, or of those who speak."""
    seen = " ".join(text[run[0] : run[1]].casefold().split())
    event = (draft.event.title,) if draft.event else ()
    return any(seen in name.casefold() for name in (*context.own.names, *draft.authors, draft.sender, *event))


ENTRIES = (Entry("R24", POINT, "hint", gettext_noop("Nobody is shouted at"), nobody_is_shouted_at),)
