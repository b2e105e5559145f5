"""R15–R18, R53, R54, R63: whose pictures and words we use, and who paid (A24, A25, L8, L9, L27, L29)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.guidelines.drafts import NOON, draft, saying, target
from theke.guidelines.rules import rights
from theke.guidelines.rules.base import Context, Own, Picture, Rights
from theke.guidelines.rules.licences import demands_credit, forbids_changes

OURS = Rights(source="Hafen", author="Jana Berg", licence="own")
CREDIT = "„Hafen“ von Ole Holm, CC BY 4.0"
FREE = Rights(source="https://pics.example/1", author="Ole Holm", licence="CC BY 4.0", credit=CREDIT)


def shown(given: Rights | None, alt: str = "Der Hafen am Abend, drei Boote.") -> tuple[Picture, ...]:
    return (Picture("7", alt, rights=given),)


@pytest.mark.parametrize(
    ("gap", "words"), [("author", rights.NO_AUTHOR), ("licence", rights.NO_LICENCE), ("source", rights.NO_SOURCE)]
)
def test_r15_what_is_not_noted_blocks(gap: str, words: str) -> None:
    gapped = replace(OURS, **{gap: " "})  # type: ignore[arg-type]
    (found,) = rights.rights_are_known(draft(pictures=shown(gapped)), NOON)
    assert (found.severity, found.words, found.picture) == ("block", words, "7")


def test_r15_a_licence_is_judged_on_the_day_when_it_goes_out() -> None:
    pictures = shown(replace(OURS, until=NOON.today))
    assert rights.rights_are_known(draft(pictures=pictures), NOON) == []
    (found,) = rights.rights_are_known(draft(pictures=pictures), Context(at=NOON.at + timedelta(days=1)))
    assert found.words == rights.RAN_OUT


def test_r15_complete_rights_and_libraries_that_do_not_ask_pass() -> None:
    assert rights.rights_are_known(draft(pictures=shown(OURS)), NOON) == []
    assert rights.rights_are_known(draft(pictures=shown(None)), NOON) == []


def test_r16_a_credit_that_the_licence_asks_for_is_appended_in_one_step() -> None:
    given = draft(target("Der Hafen.", key="1"), target("Im Hafen.", key="2", own=True), pictures=shown(FREE))
    first, second = rights.credit_is_given(given, NOON)
    assert (first.severity, first.target, second.target) == ("block", "", "2")
    assert (first.start, first.end, first.seen, first.mend) == (10, 10, "", f"\n\n{CREDIT}")


def test_r16_it_may_stand_in_the_text_or_in_the_description() -> None:
    assert rights.credit_is_given(draft(target(f"Der Hafen.\n{CREDIT.upper()}"), pictures=shown(FREE)), NOON) == []
    assert rights.credit_is_given(draft(pictures=shown(FREE, f"Boote. {CREDIT}")), NOON) == []
    assert rights.credit_is_given(draft(pictures=shown(replace(FREE, licence="CC0"))), NOON) == []


@pytest.mark.parametrize(
    "licence", ["CC BY 4.0", "cc-by-sa-4.0", "CC BY-NC-ND", "https://creativecommons.org/licenses/by-nd/4.0/"]
)
def test_licences_are_read_as_people_write_them(licence: str) -> None:
    assert demands_credit(licence)
    assert forbids_changes(licence) == ("nd" in licence.lower())


@pytest.mark.parametrize("licence", ["", "CC0", "Public Domain", "own", "Absprache mit dem Verlag", "nd"])
def test_other_licences_demand_nothing_by_themselves(licence: str) -> None:
    assert not demands_credit(licence) and not forbids_changes(licence)


def test_r17_what_must_stay_whole_is_not_cropped() -> None:
    whole, cover = replace(FREE, licence="CC BY-ND 4.0"), replace(OURS, cover_of="9783446254312")
    assert rights.nothing_is_cut_that_must_stay_whole(draft(pictures=shown(whole)), NOON) == []
    for given in (whole, cover):
        (found,) = rights.nothing_is_cut_that_must_stay_whole(draft(pictures=shown(replace(given, cropped=True))), NOON)
        assert found.severity == "block"
    assert rights.nothing_is_cut_that_must_stay_whole(draft(pictures=shown(replace(FREE, cropped=True))), NOON) == []


def test_r18_a_cover_whose_right_is_not_settled_warns() -> None:
    cover = replace(OURS, cover_of="9783446254312")
    (found,) = rights.covers_are_settled(draft(pictures=shown(cover)), NOON)
    assert found.severity == "warn"
    assert rights.covers_are_settled(draft(pictures=shown(replace(cover, cover_settled=True))), NOON) == []
    assert rights.covers_are_settled(draft(pictures=shown(OURS)), NOON) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Danke für das Rezensionsexemplar!", "de"),
        ("Der Verlag hat uns das Buch kostenlos zur Verfügung gestellt.", "de"),
        ("Gesponsert von der Sparkasse.", "de"),
        ("Tack för recensionsexemplaret!", "sv"),
        ("Kvällen är sponsrad av banken.", "sv"),
        ("Thanks for the review copy!", "en"),
        ("This was sponsored by the bank.", "en"),
    ],
)
def test_r53_a_gift_that_the_text_names_is_labelled(text: str, lang: str) -> None:
    (found,) = rights.gifts_are_labelled(draft(target(text), lang=lang), NOON)
    assert (found.rule, found.severity) == ("R53", "warn")
    assert text[found.start : found.end] == found.seen != ""
    label = rights.GIFT_LABEL[lang]
    assert rights.gifts_are_labelled(draft(target(f"{label}: {text}"), lang=lang), NOON) == []
    assert rights.gifts_are_labelled(draft(target(f"{text} #{label}"), lang=lang), NOON) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kein Rezensionsexemplar, selbst gekauft.",
        "Der Eintritt ist kostenlos.",
        "Die Werkstatt ist offen",
        "Inga recensionsexemplar",
        "No review copy, we bought it",
        "Gratis inträde",
    ],
)
def test_r53_what_is_free_for_readers_is_no_gift_to_us(text: str) -> None:
    assert rights.gifts_are_labelled(saying(text), NOON) == []


def test_r53_the_mark_alone_asks_for_a_label_too() -> None:
    (found,) = rights.gifts_are_labelled(draft(target("Ein Roman."), sponsored=True), NOON)
    assert (found.start, found.end, found.mend) == (0, 0, "Anzeige: ")
    assert rights.gifts_are_labelled(draft(target("Anzeige: Ein Roman."), sponsored=True), NOON) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Das Plakat haben wir mit KI erstellt.", "de"),
        ("Die KI-generierte Zeichnung zeigt den Hafen.", "de"),
        ("Den Text hat uns niemand geschenkt, er ist mit ChatGPT geschrieben und geprüft.", "de"),
        ("Affischen är skapad med AI och ritad om.", "sv"),
        ("The poster was made with AI for us.", "en"),
        ("We made this poster with AI.", "en"),
        ("Vi har gjort affischen med AI.", "sv"),
        ("Wir haben mit KI ein Plakat erstellt.", "de"),
        ("An AI-generated poster for the party.", "en"),
    ],
)
def test_r54_what_a_machine_made_is_labelled(text: str, lang: str) -> None:
    (found,) = rights.machines_are_labelled(draft(target(text), lang=lang), NOON)
    assert (found.rule, found.severity) == ("R54", "warn")
    assert text[found.start : found.end] == found.seen != ""
    assert rights.machines_are_labelled(draft(target(f"{text}\n\n{rights.MACHINE_LABEL[lang]}"), lang=lang), NOON) == []


@pytest.mark.parametrize(
    "text",
    [
        "Workshop: Bilder mit KI erstellen",
        "KI verstehen, mit Mara Lind",
        "Ein Buch über KI",
        "Bild: mit KI erstellt",
        "Workshop: making pictures with AI",
        "Skriva med AI? Kurs på lördag",
    ],
)
def test_r54_talk_of_machines_and_labels_pass(text: str) -> None:
    assert rights.machines_are_labelled(saying(text), NOON) == []


def test_r54_the_mark_of_text_or_picture_asks_for_a_label() -> None:
    made = replace(OURS, ai_made=True)
    for marked in (draft(target("Hafen."), ai_made=True), draft(target("Hafen."), pictures=shown(made))):
        (found,) = rights.machines_are_labelled(marked, NOON)
        assert (found.start, found.end, found.mend) == (6, 6, "\n\nMit KI erstellt")
    assert rights.machines_are_labelled(draft(target("Hafen.\n\nMit KI erstellt"), ai_made=True), NOON) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Heute #Tonies!", "#Tonies"),
        ("LEGO-Nachmittag am Samstag", "LEGO-Nachmittag"),
        ("Alle Legosteine sind da", "Legosteine"),
        ("Playstation-Turnier", "Playstation-Turnier"),
        ("Legokväll på fredag", "Legokväll"),
        ("A Lego afternoon", "Lego afternoon"),
        ("Bring your legos", "legos"),
    ],
)
def test_r63_a_brand_as_a_word_gets_a_hint(text: str, seen: str) -> None:
    (found,) = rights.brands_stay_names(saying(text), NOON)
    assert (found.severity, found.seen) == ("hint", seen)


@pytest.mark.parametrize(
    "text",
    [
        "Neue Tonies sind da.",
        "Wir bauen mit LEGO® Steinen",
        "Ein Buch über Nintendo",
        "Der Legostenen heißt nicht so",
        "#LeseZeit",
    ],
)
def test_r63_a_product_by_its_name_is_fine(text: str) -> None:
    assert rights.brands_stay_names(saying(text), NOON) == []


def test_r63_the_librarys_own_list_counts() -> None:
    assert rights.brands_stay_names(saying("#Knirps"), Context(at=NOON.at, own=Own(brands=("Knirps",))))
    assert rights.brands_stay_names(saying("#Knirps"), NOON) == []
