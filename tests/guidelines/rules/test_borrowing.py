"""R10 and R57: what somebody has borrowed, and individual cases, in answers that everybody can read (A26, L5, L26)."""

import pytest

from tests.guidelines.drafts import NOON, draft, target
from theke.guidelines.rules.base import Draft
from theke.guidelines.rules.borrowing import cases_go_a_safe_way, loans_stay_private


def answer(text: str, **fields: object) -> Draft:
    return draft(target(text), form="reply", **fields)


LOANS = [
    "Sie haben noch drei Medien ausgeliehen.",
    "Hallo Karin, du hast „Tschick“ bis zum 3.12. ausgeliehen.",
    "Ihr Buch „Herkunft“ ist seit dem 3.11. überfällig.",
    "Dein vorbestellter Roman liegt bereit.",
    "Deine Vormerkung ist abholbereit!",
    "Sie haben 4,50 € Gebühren.",
    "Ihr Ausweis ist gesperrt, weil eine Mahnung offen ist.",
    "Auf deinem Konto: du schuldest uns noch 12 €.",
    "Sie können Ihre Gebühr von 4,50 € online bezahlen.",
    "Am 3.11. haben Sie die DVD ausgeliehen.",
    "Hej Karin! Din reservation finns att hämta.",
    "Din bok är försenad.",
    "Du har lånat tre böcker.",
    "Du har en avgift på 40 kr.",
    "Dina lån förfaller 3 december.",
    "Ditt lånekort är spärrat.",
    "Your book is overdue.",
    "You have borrowed three books.",
    "You owe us €4.",
    "Your hold is ready for pick-up.",
    "Ihr Fernleihwunsch ist eingetroffen.",
    "Wir haben zwei Bücher für Sie zurückgelegt.",
    "Für dich liegt „Tschick“ bereit.",
    "Vi har lagt undan ”Utvandrarna” åt dig.",
    "Boken ligger klar åt dig.",
    "We have kept “Emma” for you.",
    "Du stehst auf Platz 3 der Vormerkliste.",
    "Frau Klein hat noch zwei Bücher ausgeliehen.",
    "Wir haben deine Gebühr gelöscht.",
    "Du står på plats 3 i kön.",
    "You are number 3 in the queue.",
]
GENERAL = [
    "Wenn Ihr Buch überfällig ist, kostet das 1 € pro Tag.",
    "Sie können Ihre Medien online verlängern.",
    "Ausgeliehene Bücher gibst du einfach am Automaten zurück.",
    "Haben Sie ein Buch vorgemerkt, bekommen Sie eine Mail.",
    "Hast du das Buch schon ausgeliehen?",
    "Ja, das Buch ist da, im Regal Romane.",
    "Das Buch kann man auch auf Schwedisch ausleihen.",
    "Schön, dass dir das Buch gefallen hat!",
    "Danke für deine Frage! Wir melden uns privat.",
    "Pro Medium und Woche sind es 50 Cent, falls deine Frist abläuft.",
    "Om din bok är försenad kostar det 5 kr per dag.",
    "Du kan reservera boken på webben.",
    "Har du lånat den tidigare?",
    "Boken finns på hyllan, välkommen!",
    "If your book is overdue, the fee is 50 cents.",
    "You can borrow ten books at a time.",
    "Have you borrowed it before?",
    "Das Programm liegt für Sie aus.",
    "Vorgemerkte Medien liegen sieben Tage für Sie bereit.",
    "Wir haben viele Bücher für dich!",
    "Reserverade böcker ligger kvar i sju dagar.",
    "We have many books for you.",
    "Thank you, we are glad that you liked the book.",
    "You are allowed ten books at a time.",
]


@pytest.mark.parametrize("text", LOANS)
def test_r10_loans_in_a_public_answer_are_blocked_and_shown_the_safe_way(text: str) -> None:
    (found, *_more) = loans_stay_private(answer(text), NOON)
    assert (found.rule, found.severity, found.safe_way) == ("R10", "block", True)
    assert text[found.start : found.end] == found.seen != ""


@pytest.mark.parametrize("text", GENERAL)
def test_r10_what_is_true_for_everybody_may_be_said(text: str) -> None:
    assert loans_stay_private(answer(text), NOON) == []
    assert cases_go_a_safe_way(answer(text), NOON) == []


def test_r10_a_post_that_begins_with_a_handle_is_an_answer_too() -> None:
    assert loans_stay_private(draft(target("@karin@social.example Dein Buch liegt bereit.")), NOON)


@pytest.mark.parametrize("text", LOANS)
def test_r10_a_private_answer_and_a_post_may_say_it(text: str) -> None:
    assert loans_stay_private(answer(text, private=True), NOON) == []
    assert loans_stay_private(draft(target(text)), NOON) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dein Ausweis 811228-9874 ist da.",
        "Leserausweis 00123456: alles gut.",
        "Ihr Antrag vom 3.11. ist da.",
        "Ihre Mahnung über 4,50 € ist erledigt.",
        "Din ansökan från 3 november är klar.",
        "Din räkning på 40 kr är betald.",
        "Your registration of 3 November 2026 is complete.",
        "Your fine of 4 € has been paid.",
    ],
)
def test_r57_an_individual_case_is_blocked_and_shown_the_safe_way(text: str) -> None:
    found = cases_go_a_safe_way(answer(text), NOON)
    assert found and all((one.severity, one.safe_way) == ("block", True) for one in found)
    assert all(text[one.start : one.end] == one.seen for one in found)
    assert cases_go_a_safe_way(answer(text, private=True), NOON) == []
    assert cases_go_a_safe_way(draft(target(text)), NOON) == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Lesung ist am 3.12. um 18 Uhr, der Eintritt kostet 5 €.",
        "Bitte ruf uns an: 05772 562-0.",
        "Anmelden kannst du dich bis zum 3.12.",
        "Sagokvällen är den 3 december, välkommen!",
        "The reading is on 3 December.",
    ],
)
def test_r57_dates_and_prices_for_everybody_are_no_case(text: str) -> None:
    assert cases_go_a_safe_way(answer(text), NOON) == []
