"""What its author says of how a post came about: paid for, with AI's help, quoted with leave (L27, L29, A24)."""

import re

import pytest
from django.urls import reverse

from tests import factories
from tests.people import Cast
from tests.posts.sheets import desk_of, sent, sheet
from theke.posts.checking import findings
from theke.posts.duplicating import duplicate
from theke.posts.models import Post

SAID = {"sponsored": "on", "ai_made": "on", "films_captioned": "on", "leave": "Verlag Nord, 3. Mai"}
POEM = "„Der Wind geht leis\nund zieht im Kreis\nund nimmt das Laub\nmit sich als Staub“ lesen wir am Abend vor."


def rules(post: Post) -> set[str]:
    return {one.rule for one in findings(Post.objects.get(pk=post.pk))}


def test_it_is_said_in_the_composer_kept_and_shown(people: Cast) -> None:
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel)
    sent(people.jana, post, channel, details="1", **SAID)
    stored = Post.objects.get(pk=post.pk)
    assert (stored.sponsored, stored.ai_made, stored.leave) == (True, True, "Verlag Nord, 3. Mai")
    page = desk_of(people.jana).get(reverse("posts:edit", args=[post.uuid])).content.decode()
    assert re.search(r'id="declared"\s+open', page) and 'value="Verlag Nord, 3. Mai"' in page
    for tag in (
        "bezahlt oder geschenkt",
        "mit Hilfe von KI",
        "verlinkte Filme mit Untertiteln",
        "zitiert mit Erlaubnis: Verlag Nord, 3. Mai",
    ):
        assert tag in " ".join(page.split())
    Post.objects.filter(pk=post.pk).update(released_at=factories.soon())
    page = desk_of(people.tom).get(reverse("publishing:page", args=[post.uuid])).content.decode()
    assert "bezahlt oder geschenkt" in page


def test_the_hints_follow_at_once(people: Cast) -> None:
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel)
    url = reverse("posts:review", args=[post.uuid])
    page = desk_of(people.jana).post(url, sheet(post, channel, details="1", sponsored="on")).content.decode()
    assert "bezahlt oder geschenkt" in page and "Anzeige" in page


@pytest.mark.parametrize(("field", "rule"), [("sponsored", "R53"), ("ai_made", "R54")])
def test_what_is_said_asks_for_its_label(people: Cast, field: str, rule: str) -> None:
    post = factories.post(people.jana, factories.channel(people.library))
    assert rule not in rules(post)
    Post.objects.filter(pk=post.pk).update(**{field: True})
    assert rule in rules(post)


def test_leave_lets_a_quotation_pass(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library), text=POEM)
    assert "R49" in rules(post)
    Post.objects.filter(pk=post.pk).update(leave="Verlag Nord")
    assert "R49" not in rules(post)


def test_a_save_that_does_not_speak_of_it_leaves_it_alone_and_one_that_does_takes_it_back(people: Cast) -> None:
    post = factories.post(people.jana, sponsored=True, leave="Verlag Nord")
    sent(people.jana, post, text="nur der Text")
    stored = Post.objects.get(pk=post.pk)
    assert (stored.sponsored, stored.leave) == (True, "Verlag Nord")
    sent(people.jana, stored, details="1")
    stored.refresh_from_db()
    assert (stored.sponsored, stored.leave) == (False, "")


def test_a_copy_takes_it_along(people: Cast) -> None:
    made = duplicate(factories.post(people.jana, sponsored=True, ai_made=True, leave="Verlag Nord"), by=people.tom)
    assert (made.sponsored, made.ai_made, made.leave) == (True, True, "Verlag Nord")


def test_a_linked_film_is_asked_about_until_it_is_said_that_it_has_captions(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library), text="Rundgang: https://youtu.be/abc123")
    assert "R21" in rules(post)
    Post.objects.filter(pk=post.pk).update(films_captioned=True)
    assert "R21" not in rules(post)
    Post.objects.filter(pk=post.pk).update(films_captioned=False, form=Post.Form.REPLY)
    assert "R21" not in rules(post), "an answer has no place to say so"
