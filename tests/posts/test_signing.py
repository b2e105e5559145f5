"""How the sender is shown (B19, B42, A21)."""

import pytest

from tests import factories
from tests.people import Cast
from theke.channels.models import Channel
from theke.posts.models import Authorship, Post, Version
from theke.posts.signing import signature, signature_of, signed_text


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        (Channel.Signature.NAME_BRANCH, "– Jana Berg, Hafen"),
        (Channel.Signature.INITIALS_BRANCH, "^jb Hafen"),
        (Channel.Signature.FUNCTION, "– Kinderbibliothekarin, Hafen"),
        (Channel.Signature.NONE, ""),
    ],
)
def test_each_rule_shows_the_sender_its_own_way(people: Cast, rule: str, line: str) -> None:
    people.jana.function = "Kinderbibliothekarin"
    assert signature(people.jana, factories.channel(people.library, signature=rule)) == line


def test_who_has_no_branch_signs_for_the_library(people: Cast) -> None:
    people.jana.home_branch = None
    channel = factories.channel(people.library, signature=Channel.Signature.INITIALS_BRANCH)
    assert signature(people.jana, channel) == "^jb Stadtbibliothek Seeborn"


def test_an_unknown_function_is_not_made_up(people: Cast) -> None:
    assert signature(people.jana, factories.channel(people.library, signature=Channel.Signature.FUNCTION)) == ""


@pytest.mark.parametrize(
    ("lang", "words"), [("de", "persönliche Stellungnahme"), ("sv", "personligt uttalande"), ("en", "personal statement")]
)
def test_a_personal_statement_says_so_in_the_language_of_the_post(people: Cast, lang: str, words: str) -> None:
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel, kind=Post.Kind.PERSONAL, lang=lang)
    assert signature_of(post, channel) == f"– Jana Berg, Hafen ({words})"
    channel.signature = Channel.Signature.NONE
    assert signature_of(post, channel) == f"– {words[0].upper()}{words[1:]}"


def test_the_line_stands_under_the_text_of_each_channel(people: Cast) -> None:
    one, two = factories.channel(people.library), factories.channel(people.library, signature=Channel.Signature.NONE)
    post = factories.post(people.jana, one, text="Wir lesen vor.")
    own = Version.objects.create(post=post, channel=two, own_text="Nur hier.")
    assert signed_text(post.versions.get(channel=one)) == "Wir lesen vor.\n\n– Jana Berg, Hafen"
    assert signed_text(own) == "Nur hier."


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        (Channel.Signature.NAME_BRANCH, "– Jana Berg und Tom Ritter, Hafen"),
        (Channel.Signature.INITIALS_BRANCH, "^jb/tr Hafen"),
        (Channel.Signature.FUNCTION, "– Kinderbibliothekarin und Lektor, Hafen"),
        (Channel.Signature.NONE, ""),
    ],
)
def test_a18_several_authors_are_named_the_sender_first(people: Cast, rule: str, line: str) -> None:
    people.jana.function, people.tom.function = "Kinderbibliothekarin", "Lektor"
    people.tom.save()
    channel = factories.channel(people.library, signature=rule)
    post = factories.post(people.jana, channel)
    Authorship.objects.create(post=post, person=people.tom)
    assert signature_of(post, channel) == line


@pytest.mark.parametrize(("lang", "word"), [("de", "und"), ("sv", "och"), ("en", "and")])
def test_authors_are_joined_in_the_language_of_the_post(people: Cast, lang: str, word: str) -> None:
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel, lang=lang)
    for place, person in enumerate((people.tom, people.anna)):
        Authorship.objects.create(post=post, person=person, position=place)
    assert signature_of(post, channel) == f"– Jana Berg, Tom Ritter {word} Anna Weiß, Hafen"


def test_who_has_left_is_no_author_of_a_new_post(people: Cast) -> None:
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel)
    Authorship.objects.create(post=post, person=people.tom)
    people.tom.left_at = factories.soon()
    people.tom.save()
    assert signature_of(post, channel) == "– Jana Berg, Hafen"


def test_one_function_that_is_unknown_is_not_made_up(people: Cast) -> None:
    people.jana.function = "Kinderbibliothekarin"
    channel = factories.channel(people.library, signature=Channel.Signature.FUNCTION)
    post = factories.post(people.jana, channel)
    Authorship.objects.create(post=post, person=people.tom)
    assert signature_of(post, channel) == ""
