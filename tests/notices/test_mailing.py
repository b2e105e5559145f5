"""Notices by e-mail: sent once, tried again, never lost."""

import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.core import mail
from django.test import Client, override_settings
from django.utils import timezone

from tests.notices.writing import NOON, WORDS, later, said
from tests.people import Cast
from theke.notices import mailing
from theke.notices.models import Notice
from theke.notices.telling import tell


class Post:
    """A mail server that keeps what it gets, and refuses as long as it is told to."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.refuses = False

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 -- aiosmtpd's name
        if self.refuses:
            return "451 try later"
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def post_office() -> Iterator[Post]:
    post = Post()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(post, hostname="127.0.0.1", port=port)
    controller.start()
    backend = "django.core.mail.backends.smtp.EmailBackend"
    with override_settings(EMAIL_BACKEND=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port):
        yield post
    controller.stop()


def test_a_notice_reaches_the_mailbox_in_plain_text_with_a_link(people: Cast, post_office: Post) -> None:
    notice = said(people)
    assert mailing.due(10, NOON) == [notice.pk]
    assert mailing.run(notice.pk, NOON)
    letter = post_office.letters[0]
    assert letter["To"] == people.jana.email and letter["Subject"] == "Ömer answered"
    text = letter.get_content()
    assert "Danke für den Tipp!" in text and f"http://localhost:8000/notices/{notice.pk}/" in text
    assert people.library.name in text and letter.get_content_type() == "text/plain"


def test_the_link_of_a_mail_signs_nobody_in_and_leads_on_after_signing_in(client: Client, people: Cast) -> None:
    """Issue 3: links in mails sign nobody in by themselves; no token stands in them."""
    notice = said(people)
    assert mailing.run(notice.pk, NOON)
    link = next(word for word in str(mail.outbox[0].body).split() if "/notices/" in word)
    path = link.removeprefix("http://localhost:8000")
    assert path == f"/notices/{notice.pk}/"
    asked = client.get(path)
    assert asked.headers["Location"] == f"/sign-in/?next={path}" and "_auth_user_id" not in client.session
    given = {"login": people.jana.email, "password": "geheim-geheim", "next": path}
    answer = client.post("/sign-in/", given, follow=True)
    assert [step for step, _status in answer.redirect_chain] == [path, "/inbox/"]
    assert not Notice.objects.unread_by(people.jana).exists()


def test_a_refused_mail_is_tried_again_later_and_not_lost(people: Cast, post_office: Post) -> None:
    notice = said(people)
    post_office.refuses = True
    assert not mailing.run(notice.pk, NOON)
    assert mailing.due(10, NOON) == [] and not post_office.letters
    assert list(Notice.objects.stuck()) == [notice] and mailing.next_at() == later(minutes=1)
    post_office.refuses = False
    assert mailing.run(notice.pk, later(minutes=1)) and len(post_office.letters) == 1
    assert not Notice.objects.stuck().exists()


def test_two_workers_mail_a_notice_once(people: Cast) -> None:
    notice = said(people)
    assert [mailing.run(notice.pk, NOON), mailing.run(notice.pk, NOON)] == [True, False]
    assert len(mail.outbox) == 1


def test_a_worker_that_died_on_the_way_is_followed_by_another(people: Cast) -> None:
    notice = said(people)
    Notice.objects.update(mail_again_at=NOON + mailing.LEASE, mail_tries=1)
    assert not mailing.run(notice.pk, NOON)
    assert mailing.run(notice.pk, later(minutes=6))


def test_what_was_read_in_the_app_is_not_mailed(people: Cast) -> None:
    notice = said(people)
    Notice.objects.update(read_at=timezone.now())
    assert mailing.due(10, NOON) == [] and not mailing.run(notice.pk, NOON) and not mail.outbox


def test_no_mail_for_who_does_not_want_any_or_has_left(people: Cast) -> None:
    people.jana.mail = "none"
    people.jana.save()
    assert not said(people).mail
    people.jana.mail = "now"
    later_one = said(people)
    type(people.jana).objects.update(left_at=timezone.now())
    assert not mailing.run(later_one.pk, NOON) and not mail.outbox


def test_who_chose_no_mail_after_it_was_written_gets_none(people: Cast) -> None:
    notice = said(people)
    type(people.jana).objects.update(mail="none")
    assert not mailing.run(notice.pk, NOON) and not mail.outbox and mailing.next_at() is None


def test_a_second_unread_notice_of_the_same_key_is_not_written(people: Cast) -> None:
    assert said(people, key="conversation:1")
    assert tell(people.jana, WORDS, "/inbox/", params={"name": "x"}, key="conversation:1") is None
    Notice.objects.update(read_at=timezone.now())
    assert said(people, key="conversation:1")


def test_a_name_cannot_break_out_of_the_subject(people: Cast) -> None:
    notice = said(people, params={"name": "Mallory\r\nBcc: all@seeborn.example"})
    assert mailing.run(notice.pk, NOON)
    assert "\n" not in mail.outbox[0].subject and mail.outbox[0].recipients() == [people.jana.email]
