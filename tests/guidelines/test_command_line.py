"""`theke check`: the rules for the command line and other tools, as a process of its own."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
NOTHING = "Am Samstag um elf liest Mara Lindqvist am Hafen vor."


def theke(*arguments: str, given: str | bytes = "", code: int = 0) -> subprocess.CompletedProcess[bytes]:
    """The command's answer; without Django's settings and without a place for data."""
    done = subprocess.run(
        [sys.executable, "-m", "theke", "check", *arguments],
        input=given if isinstance(given, bytes) else given.encode(),
        capture_output=True,
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "THEKE_DATA": "/proc/nowhere",
            "DATABASE_URL": "nonsense://",
            "PYTHONIOENCODING": "ascii",
        },
        timeout=60,
        check=False,
    )
    assert done.returncode == code, done.stderr.decode()
    return done


def found(*arguments: str, given: str, code: int = 0) -> list[dict[str, Any]]:
    """The findings in JSON."""
    answer = json.loads(theke(*arguments, "--json", given=given, code=code).stdout)
    assert answer["blocked"] == bool(code)
    findings: list[dict[str, Any]] = answer["findings"]
    return findings


def rules(*arguments: str, given: str, code: int = 0) -> list[str]:
    return [one["rule"] for one in found(*arguments, given=given, code=code)]


def lines(*arguments: str, given: str | bytes, code: int = 0) -> list[dict[str, Any]]:
    return [json.loads(line) for line in theke("--jsonl", *arguments, given=given, code=code).stdout.splitlines()]


def test_a_clean_text_gets_no_word_and_exit_code_0() -> None:
    assert theke(given=NOTHING).stdout == b""
    assert found(given=NOTHING) == []


def test_a_blocked_text_ends_with_1_and_says_where_and_why() -> None:
    (line,) = theke("--lang", "sv", given="Ditt nummer är 811228-9874.", code=1).stdout.decode().splitlines()
    assert line.startswith("15-26 block R04 Det här är ett personnummer.")


def test_json_names_rule_weight_place_message_and_point() -> None:
    text = "Räksmörgås 📚 http://bib.example"
    (one,) = found("--lang", "sv", given=text)
    assert (one["rule"], one["severity"], one["point"], one["mend"]) == ("R32", "warn", "4-law", "https://bib.example")
    assert text[one["start"] : one["end"]] == "http://bib.example"
    assert "krypterad" in one["message"]


@pytest.mark.parametrize(("say", "word"), [("de", "verschlüsselt"), ("sv", "krypterad"), ("en", "encrypted")])
def test_messages_are_in_the_language_of_the_text_or_the_one_asked_for(say: str, word: str) -> None:
    assert word in found("--lang", say, given="http://bib.example")[0]["message"]
    assert word in found("--say", say, given="http://bib.example")[0]["message"]


def test_what_is_our_own_may_be_named() -> None:
    text = "Ruft an: 0571 123456, mail@bib.example, DE89 3704 0044 0532 0130 00"
    assert sorted(rules(given=text, code=1)) == ["R06", "R07", "R08"]
    own = ("--own-domain", "bib.example", "--own-phone", "+49 571 123456", "--own-iban", "DE89370400440532013000")
    assert rules(*own, given=text) == []


def test_an_answer_is_checked_as_one() -> None:
    text = "Ihr Buch ist überfällig."
    assert "R10" in rules("--form", "reply", given=text, code=1)
    assert "R10" not in rules(given=text)


def test_who_speaks_where_when_and_elections_are_told() -> None:
    text = "Heute ist der 5. Dezember. Wir lesen."
    assert "R28" in rules("--kind", "personal", "--at", "2026-12-05T10:00", "--region", "DE-NW", given=text)
    assert "R28" not in rules("--kind", "library", "--at", "2026-12-05", "--region", "SE", given=text)
    neutral = "Die SPD lädt zur Diskussion in die Bücherei."
    assert "R52" in rules("--election", given=neutral)
    assert "R52" not in rules(given=neutral)


@pytest.mark.parametrize(
    "wrong",
    [
        ("--lang", "xx"),
        ("--form", "note"),
        ("--kind", "private"),
        ("--unknown",),
        ("--at", "soon"),
        ("--at", "2026-13-01"),
        ("--own-domain",),
        ("word",),
    ],
)
def test_an_option_that_is_not_understood_ends_with_2_and_a_reason(wrong: tuple[str, ...]) -> None:
    said = theke(*wrong, given=NOTHING, code=2).stderr.decode()
    assert "theke check: " in said and "Traceback" not in said


def test_a_text_that_is_not_utf8_ends_with_2_and_a_reason() -> None:
    assert b"not UTF-8" in theke(given=b"B\xfccher", code=2).stderr


def test_a_mark_of_byte_order_is_no_part_of_the_text() -> None:
    assert theke(given=b"\xef\xbb\xbfhttp://bib.example").stdout.startswith(b"0-18 ")


def test_one_line_in_one_line_out_in_their_order() -> None:
    given = [
        {"id": "a", "text": NOTHING, "lang": "de"},
        {"id": 7, "text": "Ring 0701740605", "lang": "sv", "own_phones": ["070-174 06 05"]},
        {
            "id": None,
            "text": "x@bib.example",
            "own_domains": ["bib.example"],
            "form": "post",
            "kind": "library",
            "at": "2026-12-05T10:00",
        },
        {"text": "Your book is overdue.", "lang": "en", "form": "reply"},
        {"id": "z", "text": "811228-9874", "lang": "sv-SE"},
    ]
    answers = lines(given="\n".join(map(json.dumps, given)))
    assert [one["id"] for one in answers] == ["a", 7, None, None, "z"]
    assert [one["blocked"] for one in answers] == [False, False, False, True, True]
    assert answers[4]["findings"][0] | {"message": ""} == {
        "rule": "R04", "severity": "block", "start": 0, "end": 11, "message": "", "point": "4-law", "mend": ""
    }  # fmt: skip


def test_what_a_line_does_not_say_is_as_in_the_options() -> None:
    (answer,) = lines("--lang", "sv", "--own-domain", "bib.example", given='{"text": "mail@bib.example http://a.example"}')
    assert [one["rule"] for one in answer["findings"]] == ["R32"]
    assert "krypterad" in answer["findings"][0]["message"]


@pytest.mark.parametrize(
    "bad",
    [
        b"nonsense",
        b"[]",
        b'"text"',
        b"{}",
        b'{"id": 2}',
        b'{"id": 2, "text": 3}',
        b'{"id": 2, "text": "x", "lang": "xx"}',
        b'{"id": 2, "text": "x", "form": "note"}',
        b'{"id": 2, "text": "x", "kind": 1}',
        b'{"id": 2, "text": "x", "at": "soon"}',
        b'{"id": 2, "text": "x", "at": 5}',
        b'{"id": 2, "text": "x", "own_domains": "bib.example"}',
        b'{"id": 2, "text": "x", "own_phones": [5]}',
        b'{"id": 2, "text": "\xfc"}',
        b"[" * 100_000,
    ],
    ids=lambda bad: str(bad[:40]),
)
def test_a_bad_line_is_named_and_counts_as_blocked_and_the_others_are_answered(bad: bytes) -> None:
    good = b'{"id": 1, "text": "Hej", "lang": "sv"}\n'
    done = theke("--jsonl", given=good + bad + b"\n\n" + good, code=2)
    first, wrong, last = map(json.loads, done.stdout.splitlines())
    assert first == last == {"id": 1, "findings": [], "blocked": False}
    assert wrong["line"] == 2 and wrong["error"] and wrong["blocked"] and wrong["findings"] == []
    assert wrong["id"] == (2 if b'"id"' in bad and b"\xfc" not in bad else None)
    assert b"line 2: " in done.stderr and b"Traceback" not in done.stderr


def test_letters_of_all_kinds_come_through_whatever_the_terminal_speaks() -> None:
    text = "Zürich 📚 Ångström " + "\u2028 http://bib.example"
    (answer,) = lines(given=json.dumps({"id": "ü", "text": text}, ensure_ascii=False))
    assert answer["id"] == "ü" and answer["findings"][0]["start"] == text.index("http")
    (half,) = lines(given='{"id": "\\ud83d", "text": "\\ud83d http://bib.example"}')
    assert half["id"] == "\ud83d" and len(half["findings"]) == 1


def test_a_line_is_answered_before_the_next_is_there() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "theke", "check", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdin and process.stdout
        process.stdin.write(b'{"id": 1, "text": "x"}\n')
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == 1
        process.stdin.close()
        assert process.wait(20) == 0


def test_help_names_every_option() -> None:
    said = theke("--help").stdout.decode()
    assert all(
        f"--{name}" in said
        for name in ["lang", "form", "kind", "at", "region", "own-domain", "own-phone", "own-iban", "election", "json", "jsonl"]
    )


def test_djangos_own_check_is_where_it_was() -> None:
    command = [sys.executable, "-m", "django", "check", "--help"]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert b"--deploy" in done.stdout


@pytest.mark.alone
def test_a_thousand_posts_take_less_than_five_seconds() -> None:
    given = "\n".join(json.dumps({"id": n, "text": f"Beitrag {n}: {NOTHING} " * 8, "lang": "de"}) for n in range(1000))
    start = time.perf_counter()
    assert len(lines(given=given)) == 1000
    assert time.perf_counter() - start < 5
