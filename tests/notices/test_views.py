"""The list of notices: by day, read and unread, one's own only."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.people import Cast
from theke.notices.models import Notice
from theke.notices.telling import tell


def test_the_bell_counts_and_opening_a_notice_leads_to_its_thing(client: Client, people: Cast) -> None:
    notice = tell(people.jana, "A post could not be published", "/history/")
    assert notice
    client.force_login(people.jana)
    assert "A post could not be published" in client.get(reverse("notices:list")).content.decode()
    assert client.get(reverse("notices:notice", args=[notice.pk])).headers["Location"] == "/history/"
    assert not Notice.objects.unread_by(people.jana).exists()


def test_nobody_opens_or_marks_a_colleagues_notice(client: Client, people: Cast) -> None:
    notice = tell(people.jana, "x", "/history/")
    assert notice
    for other in (people.tom, people.maria, people.stranger):
        client.force_login(other)
        assert client.get(reverse("notices:notice", args=[notice.pk])).status_code == 404
        assert client.post(reverse("notices:read", args=[notice.pk])).status_code == 404
        client.post(reverse("notices:read_all"))
    assert Notice.objects.unread_by(people.jana).exists()


def test_all_are_marked_read_by_a_form_only(client: Client, people: Cast) -> None:
    tell(people.jana, "x", "/history/")
    client.force_login(people.jana)
    assert client.get(reverse("notices:read_all")).status_code == 405
    client.post(reverse("notices:read_all"))
    assert not Notice.objects.unread_by(people.jana).exists()


def undo_of(page: str) -> dict[str, str]:
    moment = page.split('name="at"')[1].split('value="')[1].split('"')[0]
    return {"at": moment}


def test_marking_can_be_undone_and_brings_back_only_what_it_marked(client: Client, people: Cast) -> None:
    """E22: undo for everything reversible."""
    old, *new = [tell(people.jana, f"notice {n}", "/history/") for n in range(3)]
    assert old
    Notice.objects.filter(pk=old.pk).update(read_at=timezone.now() - timedelta(days=1))
    client.force_login(people.jana)
    page = client.post(reverse("notices:read_all"), follow=True).content.decode()
    assert "2 " in page and not Notice.objects.unread_by(people.jana).exists()
    client.post(reverse("notices:unread"), undo_of(page))
    assert {n.pk for n in Notice.objects.unread_by(people.jana)} == {n.pk for n in new if n}


def test_one_is_marked_read_where_it_stands(client: Client, people: Cast) -> None:
    first, second = tell(people.jana, "a", "/history/"), tell(people.jana, "b", "/history/")
    assert first and second
    client.force_login(people.jana)
    page = client.post(reverse("notices:read", args=[first.pk]), follow=True).content.decode()
    assert list(Notice.objects.unread_by(people.jana)) == [second] and f'id="notice-{second.pk}"' in page
    client.post(reverse("notices:unread"), undo_of(page))
    assert Notice.objects.unread_by(people.jana).count() == 2


@pytest.mark.parametrize("at", ["", "junk", "2026-13-45T00:00", "2026-11-22T10:00:00", "\x00", "9" * 400])
def test_a_crafted_undo_changes_nothing(client: Client, people: Cast, at: str) -> None:
    tell(people.jana, "x", "/history/")
    client.force_login(people.jana)
    client.post(reverse("notices:read_all"))
    assert client.post(reverse("notices:unread"), {"at": at}).status_code == 302
    assert not Notice.objects.unread_by(people.jana).exists()


def test_nobody_makes_a_colleagues_notices_unread(client: Client, people: Cast) -> None:
    tell(people.jana, "x", "/history/")
    now = timezone.now()
    Notice.objects.update(read_at=now)
    client.force_login(people.tom)
    client.post(reverse("notices:unread"), {"at": now.isoformat()})
    assert not Notice.objects.unread_by(people.jana).exists()


def test_the_list_is_by_day_and_its_tabs_part_read_from_unread(client: Client, people: Cast) -> None:
    notices = [tell(people.jana, f"notice {n}", "/history/") for n in range(2)]
    assert notices[0]
    Notice.objects.filter(pk=notices[0].pk).update(at=timezone.now() - timedelta(days=3), read_at=timezone.now())
    client.force_login(people.jana)
    unread = client.get(reverse("notices:list")).content.decode()
    assert "notice 1" in unread and "notice 0" not in unread
    everything = client.get(reverse("notices:list"), {"show": "all"}).content.decode()
    assert "notice 0" in everything and 'id="day-2"' in everything
    assert client.get(reverse("notices:list"), {"show": "\x00junk", "page": "-1"}).status_code == 200


def test_the_list_needs_the_same_queries_for_one_and_for_many(
    client: Client, people: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(people.jana)
    for _round in range(3):
        tell(people.jana, "x", "/history/")
        with django_assert_max_num_queries(9):
            client.get(reverse("notices:list"))


def test_a_path_to_elsewhere_is_not_followed(client: Client, people: Cast) -> None:
    notice = tell(people.jana, "x", "//evil.example/")
    assert notice
    client.force_login(people.jana)
    assert client.get(reverse("notices:notice", args=[notice.pk])).headers["Location"] == reverse("notices:list")
