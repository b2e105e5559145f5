"""Remarks on the page, with and without script (A15, A18)."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories
from tests.people import Cast
from tests.posts.sheets import QUIETLY, desk_of
from theke.posts.models import Post, Remark
from theke.posts.remarking import remark


@pytest.fixture
def draft(people: Cast) -> Post:
    return factories.post(people.jana, factories.channel(people.library))


def test_a_plain_form_adds_a_remark_and_comes_back(people: Cast, draft: Post) -> None:
    answer = desk_of(people.tom).post(
        reverse("posts:remarks", args=[draft.uuid]), {"text": "Ort fehlt", "mentioned": [people.anna.pk]}
    )
    assert answer["Location"] == f"{reverse('posts:edit', args=[draft.uuid])}#remarks"
    said = Remark.objects.get()
    assert (said.text, said.by, list(said.mentioned.all())) == ("Ort fehlt", people.tom, [people.anna])
    assert "Ort fehlt" in desk_of(people.jana).get(reverse("posts:edit", args=[draft.uuid])).text


def test_a_script_gets_the_list_and_an_empty_field(people: Cast, draft: Post) -> None:
    answer = desk_of(people.tom).post(reverse("posts:remarks", args=[draft.uuid]), {"text": "Ort fehlt"}, headers=QUIETLY)
    assert 'id="remark-list"' in answer.text and 'hx-swap-oob="true"' in answer.text
    assert answer.text.count("Ort fehlt") == 1


@pytest.mark.parametrize(
    "fields",
    [{"text": "  "}, {"text": "Doch " * 500}, {"text": "Gut", "mentioned": ["9" * 40]}, {"text": "Gut", "mentioned": ["x"]}],
)
@pytest.mark.parametrize("headers", [{}, QUIETLY])
def test_what_will_not_do_stays_typed(people: Cast, draft: Post, fields: dict[str, Any], headers: dict[str, str]) -> None:
    answer = desk_of(people.tom).post(reverse("posts:remarks", args=[draft.uuid]), fields, headers=headers)
    assert answer.status_code == (200 if headers else 422)
    assert fields["text"].strip() in answer.text
    assert not Remark.objects.exists()


def test_control_characters_are_left_out(people: Cast, draft: Post) -> None:
    desk_of(people.tom).post(reverse("posts:remarks", args=[draft.uuid]), {"text": "Ort\x00 fehlt"})
    assert Remark.objects.get().text == "Ort fehlt"


def test_another_librarys_draft_and_remark_are_not_there(people: Cast, draft: Post) -> None:
    said = remark(draft, by=people.tom, text="Ort fehlt")
    stranger = desk_of(people.stranger)
    assert stranger.post(reverse("posts:remarks", args=[draft.uuid]), {"text": "x"}).status_code == 404
    assert stranger.post(reverse("posts:remark", args=[said.pk]), {"act": "delete"}).status_code == 404
    assert Remark.objects.count() == 1


def test_settling_deleting_and_getting_it_back(people: Cast, draft: Post) -> None:
    said = remark(draft, by=people.tom, text="Ort fehlt")
    address = reverse("posts:remark", args=[said.pk])
    desk_of(people.jana).post(address, {"act": "settle"}, headers=QUIETLY)
    said.refresh_from_db()
    assert said.settled_by == people.jana
    assert desk_of(people.jana).post(address, {"act": "delete"}).status_code == 403
    desk = desk_of(people.tom)
    page = desk.post(address, {"act": "delete"}, follow=True)
    assert 'value="Ort fehlt"' in page.text, "the bar brings it back"
    desk.post(reverse("posts:remarks", args=[draft.uuid]), {"text": "Ort fehlt"})
    assert Remark.objects.get().text == "Ort fehlt"


def test_three_remarks_cost_no_more_queries_than_one(people: Cast, draft: Post, django_assert_num_queries: Any) -> None:
    client, address = desk_of(people.jana), reverse("posts:remarks", args=[draft.uuid])
    remark(draft, by=people.tom, text="Eins", mentioned=[people.anna])
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    remark(draft, by=people.anna, text="Zwei", mentioned=[people.tom])
    remark(draft, by=people.maria, text="Drei", mentioned=[people.tom, people.anna])
    with django_assert_num_queries(len(one.captured_queries)):
        client.get(address)
