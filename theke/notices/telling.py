"""Telling a person something: a line in the app, and by e-mail if they want that."""

from typing import Any

from django.db import transaction

from theke.jobs.sources import wake
from theke.notices.models import Notice
from theke.people.inviting import can_mail
from theke.people.models import Person


@transaction.atomic
def tell(
    person: Person,
    words: str,
    path: str,
    *,
    params: dict[str, Any] | None = None,
    excerpt: str = "",
    key: str = "",
    mail: bool = True,
) -> Notice | None:
    """Write a notice. `words` is an English msgid marked with `gettext_noop`; `path` leads to the thing within the desk.

    With a `key`, nothing is written while an unread notice of the same key stands. Who has left is told nothing. Safe inside a
    transaction: mail goes out later, by the worker.
    """
    if person.left_at or (key and Notice.objects.unread_by(person).filter(key=key).exists()):
        return None
    made = Notice.objects.create(
        person=person,
        words=words[:200],
        params=params or {},
        path=path[:300],
        excerpt=excerpt[:1000],
        key=key[:120],
        mail=mail and person.mail != Person.Mail.NONE and can_mail(),
    )
    if made.mail:
        wake()
    return made
