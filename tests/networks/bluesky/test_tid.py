"""Keys of records."""

from datetime import UTC, datetime, timedelta

from theke.networks.bluesky.tid import LENGTH, LETTERS, encode, record_key

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)


def test_the_same_write_has_the_same_key_and_another_has_another() -> None:
    keys = {record_key(AT, f"key-{number}") for number in range(5000)}
    assert record_key(AT, "key-1") == record_key(AT, "key-1")
    assert len(keys) == 5000


def test_a_key_is_a_tid_that_sorts_by_time() -> None:
    early, late = record_key(AT, "b"), record_key(AT + timedelta(seconds=2), "a")
    assert early < late
    for key in (early, late):
        assert len(key) == LENGTH
        assert set(key) <= set(LETTERS)
        assert key[0] in LETTERS[:16]


def test_the_moment_in_a_key_is_never_ahead() -> None:
    number = 0
    for letter in record_key(AT, "key-1"):
        number = number << 5 | LETTERS.index(letter)
    assert 0 <= AT.timestamp() - (number >> 10) / 1_000_000 <= 2
    assert encode(0) == "2" * LENGTH
