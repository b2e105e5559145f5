"""A text too long for a channel becomes a chain, parted where a person would part it (E6)."""

import pytest

from theke.networks.base import Measure
from theke.networks.measuring import length
from theke.posts.splitting import joined, one_text, sentences, split

PLAIN = Measure()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Wir lesen vor. Kommt alle!", 2),
        ("Das gilt z. B. am Samstag. Kommt!", 2),
        ("Das gilt z.B. am Samstag. Kommt!", 2),
        ("Am 21. November lesen wir vor. Kommt!", 2),
        ("Am 1. Stock vorbei. Dann links.", 2),
        ("Wir sind in der Hafenstr. 5. Kommt!", 2),
        ("Treffpunkt Hafenstr. 5, Eingang B.", 1),
        ("Dr. Sander liest. Prof. Weiß spricht.", 2),
        ("Es kommt J. Berg. Und Tom.", 2),
        ("Vi läser t.ex. sagor. Välkommen!", 2),
        ("Vi ses kl. 15 på lördag. Välkommen!", 2),
        ("Den 21. november läser vi. Kom!", 2),
        ("Bl.a. böcker och spel. Kom!", 2),
        ("Dr. Smith reads at 3 p.m. on Saturday. Come!", 2),
        ("Read e.g. this book. Then that.", 2),
        ("„Kommt alle!“ So heißt es. (Wirklich.) Gut.", 4),
        ("Wirklich? Ja! Gut …", 3),
        ("Das war 2025. Jetzt ist 2026.", 2),
        ("Wir öffnen um 10 Uhr. Kommt!", 2),
        ("Erste Zeile\nZweite Zeile", 2),
        ("Mehr unter https://bibliothek.example/a.b?c=d. Danke.", 2),
        ("", 0),
    ],
)
def test_a_sentence_ends_where_a_reader_says_it_does(text: str, count: int) -> None:
    found = list(sentences(text))
    assert len(found) == count, found
    assert "".join(sentence + space for sentence, space in found) == text


def test_every_part_fits_by_the_channels_own_measure_and_nothing_is_lost() -> None:
    text = " ".join(
        f"Dies ist Satz {n} mit #HashtagNummer{n} und https://bibliothek.example/{'x' * 60}/{n}." for n in range(12)
    )
    measure = Measure(url=23)
    parts = split(text, 120, measure, signature="– Jana Berg, Hafen")
    assert len(parts) > 3
    assert all(length(part, measure) <= 120 for part in parts)
    assert length(parts[-1] + "\n\n– Jana Berg, Hafen", measure) <= 120
    assert " ".join(" ".join(parts).split()) == text


def test_sentences_stay_together_as_far_as_they_fit() -> None:
    assert split("Eins zwei drei. Vier fünf. Sechs sieben acht.", 28, PLAIN) == [
        "Eins zwei drei. Vier fünf.",
        "Sechs sieben acht.",
    ]


def test_a_sentence_longer_than_a_post_is_parted_between_words_only() -> None:
    text = "Unsere Vorlesestunde am Samstag beginnt pünktlich mit #WirLesenGemeinsam und https://bibliothek.example/vorlesen"
    parts = split(text, 50, PLAIN)
    assert " ".join(parts) == text
    assert any(part.endswith("https://bibliothek.example/vorlesen") for part in parts)


def test_numbers_are_counted_with_the_text() -> None:
    text = " ".join(f"Das ist der Satz {n}." for n in range(60))
    parts = split(text, 60, PLAIN, numbered=True, signature="^jb")
    assert parts[0].endswith(f"(1/{len(parts)})") and parts[-1].endswith(f"({len(parts)}/{len(parts)})")
    assert all(len(part) <= 60 for part in parts) and len(parts[-1] + "\n\n^jb") <= 60
    assert one_text(joined(parts)).count("(") == 0


def test_the_signature_has_its_room_under_the_last_part() -> None:
    parts = split("Eins zwei drei vier fünf. Sechs sieben.", 40, PLAIN, signature="– Jana Berg, Hafen")
    assert parts == ["Eins zwei drei vier fünf.", "Sechs sieben."]


def test_what_fits_is_left_alone_and_parts_made_by_hand_stay() -> None:
    assert split("Kurz.", 40, PLAIN, numbered=True) == ["Kurz."]
    assert split("Eins.\n---\nZwei.", 40, PLAIN) == ["Eins.", "Zwei."]


def test_one_text_again_keeps_every_word() -> None:
    assert one_text("Eins. (1/2)\n---\nZwei. (2/2)") == "Eins.\n\nZwei."
    assert one_text("Um 10 (siehe 1/2)") == "Um 10 (siehe 1/2)"


def test_a_single_word_longer_than_a_post_is_not_cut() -> None:
    assert split("x" * 50, 20, PLAIN, signature="^jb") == ["x" * 50]
