from django.test import Client
from django.urls import reverse

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


def test_nobody_opens_a_colleagues_notice(client: Client, people: Cast) -> None:
    notice = tell(people.jana, "x", "/history/")
    assert notice
    for other in (people.tom, people.maria, people.stranger):
        client.force_login(other)
        assert client.get(reverse("notices:notice", args=[notice.pk])).status_code == 404
    assert Notice.objects.unread_by(people.jana).exists()


def test_all_are_marked_read_by_a_form_only(client: Client, people: Cast) -> None:
    tell(people.jana, "x", "/history/")
    client.force_login(people.jana)
    assert client.get(reverse("notices:read_all")).status_code == 405
    client.post(reverse("notices:read_all"))
    assert not Notice.objects.unread_by(people.jana).exists()


def test_a_path_to_elsewhere_is_not_followed(client: Client, people: Cast) -> None:
    notice = tell(people.jana, "x", "//evil.example/")
    assert notice
    client.force_login(people.jana)
    assert client.get(reverse("notices:notice", args=[notice.pk])).headers["Location"] == reverse("notices:list")
