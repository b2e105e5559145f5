"""Tells a person something."""

from typing import Any

from theke.notices.models import Notice
from theke.people.models import Person


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
    """Write a notice; None when an unread one of the same key is there already."""
    if key and Notice.objects.unread_by(person).filter(key=key).exists():
        return None
    return Notice.objects.create(
        person=person, words=words, path=path, params=params or {}, excerpt=excerpt, key=key, mail=mail
    )
