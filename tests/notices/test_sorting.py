"""A digest says first what waits in the inbox, then what concerns posts."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import translation

from theke.notices.sorting import by_subject

SOME = uuid4()


@pytest.mark.parametrize(
    ("name", "args", "subject"),
    [
        ("inbox:conversation", [SOME], "Inbox"),
        ("inbox:of_answer", [SOME], "Inbox"),
        ("posts:edit", [SOME], "Posts"),
        ("publishing:page", [SOME], "Posts"),
        ("publishing:approval", [SOME], "Posts"),
        ("publishing:pause", [], "Posts"),
        ("publishing:picture", [1], "Posts"),
        ("publishing:withdrawal", [1], "Posts"),
        ("publishing:named", [], "Posts"),
        ("channels:page", [1], "Channels"),
        ("people:absences", [], "Team"),
    ],
)
def test_each_notice_stands_under_what_it_is_about(name: str, args: list[object], subject: str) -> None:
    with translation.override("en"):
        assert by_subject([reverse(name, args=args)], str) == [(subject, [reverse(name, args=args)])]
