"""R23 and R25: respectful words, and calm when it gets heated (A28, A29)."""

from datetime import timedelta

import pytest

from tests.guidelines.drafts import NOON, draft, saying, target
from theke.guidelines.rules.base import Context, Happening, Own
from theke.guidelines.rules.tone import heat_is_let_off, nobody_is_insulted


@pytest.mark.parametrize(
    ("lang", "text", "seen"),
    [
        ("de", "Wer das glaubt, ist ein Idiot.", "Idiot"),
        ("de", "Er nannte uns „Vollidioten“.", "Vollidioten"),
        ("de", "Ihr seid doch alle dumm.", "dumm"),
        ("de", "Du Narr, das war falsch.", "Narr"),
        ("de", "Halt die Klappe!", "Halt die Klappe"),
        ("sv", "Vilken idiot som parkerade där.", "idiot"),
        ("sv", "Ni är så dumma.", "dumma"),
        ("sv", "Håll käften!", "Håll käften"),
        ("sv", "Han är en riktig dumskalle.", "dumskalle"),
        ("en", "What a moron.", "moron"),
        ("en", "You are so stupid.", "stupid"),
        ("en", "Shut up, please.", "Shut up"),
    ],
)
def test_insults_are_seen_also_when_quoted(lang: str, text: str, seen: str) -> None:
    found = nobody_is_insulted(saying(text, lang=lang), NOON)
    assert seen in [one.seen for one in found]
    assert {one.severity for one in found} == {"warn"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [("de", "So ein Hurensohn."), ("sv", "Den där blatten, en riktig svartskalle."), ("en", "That faggot again.")],
)
def test_slurs_block(lang: str, text: str) -> None:
    assert "block" in {one.severity for one in nobody_is_insulted(saying(text, lang=lang), NOON)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Heute im Lesekreis: „Der Idiot“ von Fjodor Dostojewski"),
        ("de", "Der Idiot von Fjodor Dostojewski, neu übersetzt"),
        ("de", "Fjodor Dostojewski: Der Idiot"),
        ("de", "Dumm gelaufen: Der Drucker streikt. Der Esel im Bilderbuch ist blöd dran."),
        ("de", "Bist du krank? Hast du einen Hund? Ihr Esel heißt Max, dein Schwein ist rosa, du bist nicht dumm."),
        ("de", "Dieser Narr in Shakespeares Stück, diese Hexe im Märchen"),
        ("sv", "Har du en gris? Är du galen i böcker? Din ko råmar."),
        ("en", "Do you have a pig? Are you crazy about books? Your cow moos."),
        ("de", "Fidget Spinner basteln, idiotensicher erklärt"),
        ("de", "Der Narr, die Hexe und das Schwein: Märchenstunde am Samstag"),
        ("de", "Packt die Badehose ein! Die Sau Berta und der Hund Bello"),
        ("sv", "Vi läser Idioten av Fjodor Dostojevskij"),
        ("sv", "”Idioten” av Elif Batuman är månadens bok"),
        ("sv", "La hora del cuento: sagostund på spanska. Grisar och kor på gården."),
        ("en", "“The Idiot” by Elif Batuman is our book of the month"),
        ("en", "A fool and his money: tales for winter nights. The pig and the cow."),
        ("en", "The Idiot by Elif Batuman"),
    ],
)
def test_titles_and_harmless_words_pass(lang: str, text: str) -> None:
    assert nobody_is_insulted(saying(text, lang=lang), NOON) == []


def test_a_word_is_no_insult_in_another_language() -> None:
    assert nobody_is_insulted(saying("Aus dem Radio tönt Musik, und alle singen mit."), NOON) == []
    assert nobody_is_insulted(saying("A lump of clay is all you need.", lang="en"), NOON) == []


def test_the_library_allows_and_adds_words() -> None:
    own = Own(allowed=frozenset({"depp", "der trottel vom dienst"}), harsh={"de": frozenset({"honk"})})
    context = Context(at=NOON.at, own=own)
    assert nobody_is_insulted(saying("Der Depp. Heute Abend: Der Trottel vom Dienst!"), context) == []
    assert [one.seen for one in nobody_is_insulted(saying("So ein Honk, ein Trottel."), context)] == ["Honk", "Trottel"]


def test_the_title_of_the_event_is_exempt() -> None:
    event = Happening("Lauter Idioten", NOON.at)
    assert nobody_is_insulted(saying("Lauter Idioten heute im Saal", event=event), NOON) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Wer lesen kann, ist klar im Vorteil."),
        ("de", "Na klar. 🙄"),
        ("sv", "Jo tack, det vet vi."),
        ("en", "As I said, we are closed."),
    ],
)
def test_a_heated_conversation_gets_no_barbs(lang: str, text: str) -> None:
    assert {one.severity for one in heat_is_let_off(saying(text, lang=lang, heated=True, form="reply"), NOON)} == {"hint"}
    assert heat_is_let_off(saying(text, lang=lang, form="reply"), NOON) == [], "in a calm one it may be friendly"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Danke für den Hinweis, wir klären das."),
        ("sv", "Tack för att du säger till, vi tar reda på det."),
        ("en", "Thank you, we will look into it."),
    ],
)
def test_a_plain_answer_passes(lang: str, text: str) -> None:
    assert heat_is_let_off(saying(text, lang=lang, heated=True), NOON) == []


def test_a_quick_answer_in_heat_is_told_to_wait() -> None:
    hot = draft(target("Danke."), heated=True, answered_at=NOON.at - timedelta(minutes=5))
    cool = draft(target("Danke."), heated=True, answered_at=NOON.at - timedelta(minutes=20))
    assert len(heat_is_let_off(hot, NOON)) == 1
    assert heat_is_let_off(cool, NOON) == []
