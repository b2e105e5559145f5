"""Templates: in the composer, and the page where editors look after them (A06)."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories
from tests.people import Cast
from tests.posts.sheets import desk_of, sent
from theke.posts.models import Post, Starter


def starter(people: Cast, **fields: Any) -> Starter:
    return Starter.objects.create(
        **{"library": people.library, "name": "Spieleabend", "text": "[Wann]", "by": people.anna} | fields
    )


def test_an_empty_draft_offers_them_and_a_press_fills_it(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library), text="")
    starter(people)
    page = desk_of(people.jana).get(reverse("posts:edit", args=[post.uuid]))
    assert 'id="start-event"' in page.text and "Spieleabend" in page.text
    answer = sent(people.jana, post, post.versions.get().channel, start="event")
    assert answer["Location"].endswith("?started=1#id_text")
    post.refresh_from_db()
    assert "[" in post.text


def test_a_written_draft_offers_them_below_the_text(people: Cast) -> None:
    post = factories.post(people.jana)
    text = desk_of(people.jana).get(reverse("posts:edit", args=[post.uuid])).text
    assert text.count('id="start-event"') == 1
    assert text.index('id="id_text"') < text.index('id="start-event"')
    assert 'id="keep-starter"' not in text


def test_an_editor_keeps_a_draft_as_a_template(people: Cast) -> None:
    post = factories.post(people.anna, title="Vorlesen", text="Am [Tag]")
    answer = sent(people.anna, post, keep_starter="1", title="Vorlesen")
    desk = desk_of(people.anna)
    assert "Am [Tag]" in desk.get(answer["Location"]).text
    desk.post(reverse("posts:new_starter"), {"name": "Vorlesen", "title": "Vorlesen", "text": "Am [Tag]"})
    kept = Starter.objects.get()
    assert (kept.name, kept.text, kept.by, kept.library) == ("Vorlesen", "Am [Tag]", people.anna, people.library)


@pytest.mark.parametrize("who", ["jana", "tom"])
def test_employees_use_templates_but_do_not_change_them(people: Cast, who: str) -> None:
    own, desk = starter(people), desk_of(getattr(people, who))
    for name, args in (("starters", []), ("new_starter", []), ("starter", [own.pk])):
        assert desk.get(reverse(f"posts:{name}", args=args)).status_code == 403
    assert desk.post(reverse("posts:remove_starter", args=[own.pk])).status_code == 403
    assert Starter.objects.exists()


def test_another_librarys_template_is_not_there(people: Cast) -> None:
    own, desk = starter(people), desk_of(people.stranger)
    assert desk.get(reverse("posts:starter", args=[own.pk])).status_code == 404
    assert desk.post(reverse("posts:remove_starter", args=[own.pk])).status_code == 404
    post = factories.post(people.jana)
    assert desk.get(reverse("posts:new_starter"), {"from": str(post.uuid)}).status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "Spieleabend"),
        ("name", "x" * 81),
        ("name", "a\x00"),
        ("text", " \n"),
        ("topics", "9" * 30),
        ("channels", "x"),
    ],
)
def test_what_will_not_do_is_refused_at_its_field_and_stays_typed(people: Cast, field: str, value: str) -> None:
    starter(people)
    given = {"name": "Anders", "title": "Bleibt stehen", "text": "Text"} | {field: value}
    answer = desk_of(people.anna).post(reverse("posts:new_starter"), given)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert "Bleibt stehen" in answer.text


def test_a_removed_template_comes_back_by_the_bar(people: Cast) -> None:
    own, desk = starter(people), desk_of(people.anna)
    page = desk.post(reverse("posts:remove_starter", args=[own.pk]), follow=True)
    assert "undo-bar" in page.text and not Starter.objects.exists()
    desk.post(reverse("posts:new_starter"), {"name": own.name, "text": own.text})
    assert Starter.objects.get().text == "[Wann]"


@pytest.mark.parametrize("key", ["x", "0", "9" * 50, "../../"])
def test_a_crafted_draft_key_is_an_empty_form(people: Cast, key: str) -> None:
    assert desk_of(people.anna).get(reverse("posts:new_starter"), {"from": key}).status_code == 200


def test_three_rows_cost_no_more_queries_than_one(people: Cast, django_assert_num_queries: Any) -> None:
    client = desk_of(people.anna)
    starter(people)
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("posts:starters"))
    for person in (people.anna, people.maria):
        starter(people, name=person.name, by=person)
    with django_assert_num_queries(len(one.captured_queries)):
        client.get(reverse("posts:starters"))
    assert Post.objects.count() == 0
