"""What is thrown away can be fetched back."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from tests import factories
from tests.people import Cast
from tests.posts.sheets import desk_of
from theke.posts.approving import asked, hand_in
from theke.posts.models import Post


def test_a_draft_goes_to_the_bin_and_comes_back(people: Cast) -> None:
    post = factories.post(people.jana, text="Doch noch gut")
    client = desk_of(people.jana)
    page = client.post(reverse("posts:put_in_bin", args=[post.uuid]), follow=True)
    assert "Doch noch gut" in page.content.decode()
    assert "undo-bar" in page.text, "E22"
    assert client.get(reverse("posts:edit", args=[post.uuid])).status_code == 404
    client.post(reverse("posts:fetch_back", args=[post.uuid]))
    assert client.get(reverse("posts:edit", args=[post.uuid])).status_code == 200


def test_what_has_been_handed_over_is_not_thrown_away(people: Cast) -> None:
    post = factories.post(people.jana, released_at=timezone.now())
    assert desk_of(people.jana).post(reverse("posts:put_in_bin", args=[post.uuid])).status_code == 403
    assert Post.objects.get(pk=post.pk).binned_at is None


@pytest.mark.parametrize("days", [29, 31])
def test_the_bin_keeps_thirty_days(people: Cast, days: int) -> None:
    post = factories.post(people.jana, text="Altes", binned_at=timezone.now() - timedelta(days=days))
    client = desk_of(people.jana)
    there = "Altes" in client.get(reverse("posts:bin")).content.decode()
    fetched = client.post(reverse("posts:fetch_back", args=[post.uuid])).status_code
    assert (there, fetched) == ((True, 302) if days < 30 else (False, 404))


def test_the_bin_shows_only_the_own_librarys_drafts(people: Cast) -> None:
    factories.post(people.jana, text="Nur für uns", binned_at=timezone.now())
    assert "Nur für uns" in desk_of(people.tom).get(reverse("posts:bin")).content.decode()
    assert "Nur für uns" not in desk_of(people.stranger).get(reverse("posts:bin")).content.decode()


def test_three_rows_cost_no_more_queries_than_one(people: Cast, django_assert_num_queries: Any) -> None:
    client = desk_of(people.jana)
    factories.post(people.jana, binned_at=timezone.now())
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("posts:bin"))
    for person in (people.tom, people.anna):
        factories.post(person, binned_at=timezone.now())
    with django_assert_num_queries(len(one.captured_queries)):
        client.get(reverse("posts:bin"))


def test_the_bin_says_the_day_of_deletion(people: Cast) -> None:
    """E23."""
    thrown = timezone.now() - timedelta(days=10)
    factories.post(people.jana, text="Altes", binned_at=thrown)
    page = desk_of(people.jana).get(reverse("posts:bin")).text
    day = people.library.local(thrown + timedelta(days=30))
    assert date_format(day, "DATE_FORMAT") in page


def test_a_draft_in_the_bin_waits_for_no_approval(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library))
    hand_in(post, by=people.jana)
    desk_of(people.jana).post(reverse("posts:put_in_bin", args=[post.uuid]))
    assert asked(post) is None
