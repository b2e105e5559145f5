"""R13 and R14: people in pictures have agreed to be shown (A25, A30, L7)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.guidelines.drafts import NOON, draft, target
from theke.guidelines.checking import check
from theke.guidelines.rules import consent
from theke.guidelines.rules.base import Consent, Finding, Picture

TODAY = NOON.today
GROWN = Consent("Mara Lind")
CHILD = Consent("Kind A", minor=True, guardians=2, asks_own=False)


def asked(*consents: Consent, **fields: object) -> list[Finding]:
    given = {"people": "recognisable", "consents": consents} | fields
    shown = Picture("7", "Zwei Menschen lesen am Fenster.", **given)  # type: ignore[arg-type]
    two = draft(target(key="1", name="Mastodon"), target(key="2", name="Blog"), pictures=(shown,))
    return [one for one in check(two, NOON) if one.rule in ("R13", "R14")]


def said(found: list[Finding]) -> list[tuple[str, str, str]]:
    assert all((one.severity, one.picture) == ("block", "7") for one in found)
    return [(one.rule, one.words, one.target) for one in found]


def test_r13_recognisable_people_without_consent_are_blocked() -> None:
    assert said(asked()) == [("R13", consent.NO_CONSENT, "")]
    assert asked(GROWN) == []


@pytest.mark.parametrize("people", ["", "none", "incidental", "gathering"])
def test_r13_crowds_and_passers_by_need_none(people: str) -> None:
    assert asked(people=people) == []


def test_r13_a_consent_ends_is_withdrawn_or_is_for_another_channel() -> None:
    assert said(asked(replace(GROWN, until=TODAY - timedelta(days=1)))) == [("R13", consent.EXPIRED, "")]
    assert asked(replace(GROWN, until=TODAY)) == []
    assert said(asked(replace(GROWN, withdrawn=True))) == [("R13", consent.WITHDRAWN, "")]
    assert said(asked(replace(GROWN, withdrawn=True), people="gathering")) == [("R13", consent.WITHDRAWN, "")]
    assert said(asked(replace(GROWN, targets=frozenset({"1"})))) == [("R13", consent.ELSEWHERE, "2")]
    assert said(asked(replace(GROWN, targets=frozenset()))) == [
        ("R13", consent.ELSEWHERE, "1"),
        ("R13", consent.ELSEWHERE, "2"),
    ]


def test_r13_one_consent_among_several_that_fails_is_enough() -> None:
    (found,) = asked(GROWN, replace(GROWN, who="Ole", until=date(2020, 1, 1)))
    assert found.params == {"who": "Ole", "until": "2020-01-01"}


def test_r14_children_need_all_their_guardians() -> None:
    assert said(asked(minors=True)) == [("R14", consent.NO_GUARDIANS, "")]
    assert said(asked(GROWN, minors=True)) == [("R14", consent.NO_GUARDIANS, "")]
    assert asked(CHILD, minors=True) == []
    assert said(asked(replace(CHILD, guardians=1), minors=True)) == [("R14", consent.TOO_FEW, "")]
    assert asked(replace(CHILD, guardians=1, guardians_needed=1), minors=True) == []


def test_r14_from_about_fourteen_their_own_word_counts_too() -> None:
    assert said(asked(replace(CHILD, asks_own=True), minors=True)) == [("R14", consent.NOT_ASKED, "")]
    assert asked(replace(CHILD, asks_own=True, own=True), minors=True) == []


def test_r14_expiry_channel_and_withdrawal() -> None:
    assert said(asked(replace(CHILD, until=TODAY - timedelta(days=1)), minors=True)) == [("R14", consent.EXPIRED, "")]
    assert said(asked(replace(CHILD, targets=frozenset({"2"})), minors=True)) == [("R14", consent.ELSEWHERE, "1")]
    assert said(asked(replace(CHILD, withdrawn=True), minors=True)) == [("R14", consent.WITHDRAWN, "")]


def test_each_picture_says_one_thing_at_a_time() -> None:
    found = asked(replace(CHILD, guardians=0, asks_own=True), replace(CHILD, withdrawn=True), minors=True)
    assert len(found) == len({one.fingerprint for one in found}) == 1
