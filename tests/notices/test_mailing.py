import socket
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.core import mail
from django.test import override_settings
from django.utils import timezone

from tests.people import Cast
from theke.notices import mailing
from theke.notices.models import Notice
from theke.notices.telling import tell

WORDS = "%(name)s answered"


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


def said(people: Cast, **more: Any) -> Notice:
    made = tell(people.jana, WORDS, "/inbox/", params={"name": "Ömer"}, excerpt="Danke für den Tipp!", **more)
    assert made is not None
    return made


def test_a_notice_reaches_the_mailbox_in_plain_text_with_a_link(people: Cast, post_office: Post) -> None:
    notice = said(people)
    assert mailing.due(10) == [notice.pk]
    assert mailing.run(notice.pk)
    letter = post_office.letters[0]
    assert letter["To"] == people.jana.email and letter["Subject"] == "Ömer answered"
    text = letter.get_content()
    assert (
        "Danke für den Tipp!" in text and "http://localhost:8000/inbox/" in text and letter.get_content_type() == "text/plain"
    )


def test_a_refused_mail_is_tried_again_later_and_not_lost(people: Cast, post_office: Post) -> None:
    notice = said(people)
    post_office.refuses = True
    assert not mailing.run(notice.pk)
    assert mailing.due(10) == [] and not post_office.letters
    again = mailing.next_at()
    assert again is not None and again > timezone.now()
    post_office.refuses = False
    Notice.objects.update(mail_again_at=timezone.now())
    assert mailing.run(notice.pk) and len(post_office.letters) == 1


def test_two_workers_mail_a_notice_once(people: Cast) -> None:
    notice = said(people)
    assert [mailing.run(notice.pk), mailing.run(notice.pk)] == [True, False]
    assert len(mail.outbox) == 1


def test_a_worker_that_died_on_the_way_is_followed_by_another(people: Cast) -> None:
    notice = said(people)
    Notice.objects.update(mail_again_at=timezone.now() + mailing.LEASE, mail_tries=1)
    assert not mailing.run(notice.pk)
    Notice.objects.update(mail_again_at=timezone.now() - timedelta(seconds=1))
    assert mailing.run(notice.pk)


def test_what_was_read_in_the_app_is_not_mailed(people: Cast) -> None:
    notice = said(people)
    Notice.objects.update(read_at=timezone.now())
    assert mailing.due(10) == [] and not mailing.run(notice.pk) and not mail.outbox


def test_no_mail_for_who_does_not_want_any_or_has_left(people: Cast) -> None:
    people.jana.mail = "none"
    people.jana.save()
    assert not said(people).mail
    people.jana.mail = "now"
    later = said(people)
    type(people.jana).objects.update(left_at=timezone.now())
    assert not mailing.run(later.pk) and not mail.outbox


def test_a_second_unread_notice_of_the_same_key_is_not_written(people: Cast) -> None:
    assert said(people, key="conversation:1")
    assert tell(people.jana, WORDS, "/inbox/", params={"name": "x"}, key="conversation:1") is None
    Notice.objects.update(read_at=timezone.now())
    assert said(people, key="conversation:1")


def test_a_name_cannot_break_out_of_the_subject(people: Cast) -> None:
    notice = tell(people.jana, WORDS, "/inbox/", params={"name": "Mallory\r\nBcc: all@seeborn.example"})
    assert notice and mailing.run(notice.pk)
    assert "\n" not in mail.outbox[0].subject and mail.outbox[0].recipients() == [people.jana.email]
