"""A new colleague's first week: what there is to do, read off the facts, for whoever looks at it (A03, B18)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from theke.channels.models import Channel
from theke.desk.practising import TASKS, practised
from theke.guidelines.models import Acknowledgement, Edition
from theke.people.models import Companionship, Person
from theke.posts.models import Approval, Post, Remark
from theke.publishing.models import Delivery, State

PAGE, READ, ASKED = "introduction", "guideline", "asked"
MOST = 3
"""So many newcomers of one person stand on Today."""


@dataclass(frozen=True)
class Task:
    """One thing of the first week; `part` is read, try or real, `at` the moment where one is known."""

    part: str
    words: str
    url: str
    done: bool
    help: str = ""
    at: datetime | None = None


def first_week(person: Person) -> list[Task]:
    """All there is to do, whoever looks at it."""
    return [*_reading(person), _profile(person), *_trying(person), _first_post(person)]


@dataclass(frozen=True)
class Progress:
    """How far somebody new is."""

    person: Person
    tasks: list[Task]

    @property
    def done(self) -> int:
        """How many are done."""
        return sum(task.done for task in self.tasks)

    @property
    def complete(self) -> bool:
        """Whether nothing is left."""
        return self.done == len(self.tasks)

    @property
    def next(self) -> Task | None:
        """The first that is not done."""
        return next((task for task in self.tasks if not task.done), None)


def own_progress(person: Person) -> Progress | None:
    """For Today of somebody new; nothing once the introduction has ended, or all is done and they have asked for its end."""
    if hasattr(person, "introduction"):  # fetched with the person: this stands on everybody's first page
        return None
    found = Progress(person, first_week(person))
    return None if found.complete and remembers(person, ASKED) else found


def accompanied_by(person: Person) -> list[Progress]:
    """Those whom a person accompanies or has found a companion for, while they are new."""
    found = Companionship.objects.concerning(person).exclude(agreed_at=None).select_related("newcomer__library")
    return [Progress(one.newcomer, first_week(one.newcomer)) for one in found.order_by("at")[:MOST]]


def remembers(person: Person, what: str) -> bool:
    """Whether this was kept of their first week."""
    return what in person.remembered.get(PAGE, {})


def remember(person: Person, what: str) -> None:
    """Keep that they went to the guideline, or asked for the end of the introduction."""
    if not remembers(person, what):
        person.remembered = person.remembered | {PAGE: {**person.remembered.get(PAGE, {}), what: ["1"]}}
        person.save(update_fields=["remembered"])


def _reading(person: Person) -> Iterator[Task]:
    """Each layer in force, to be confirmed; without any, the guideline that the desk brings, to be looked at."""
    url = reverse("desk:read_guideline")
    day = person.library.today if person.library else timezone.localdate()
    theirs = Acknowledgement.objects.filter(edition=OuterRef("pk"), person=person).values("at")[:1]
    found = Edition.objects.visible_to(person).in_force(day).select_related("guideline").annotate(read_at=Subquery(theirs))
    editions: list[Any] = list(found.order_by("guideline__position", "guideline_id"))
    for one in editions:
        words = _("Read and confirm the guideline: %(layer)s") % {"layer": one.guideline.name}
        yield Task("read", words, url, one.read_at is not None, at=one.read_at)
    if not editions:
        yield Task("read", _("Read the guideline"), url, remembers(person, READ))


def _profile(person: Person) -> Task:
    filled = bool(person.function and person.initials and (person.subject_areas or person.languages))
    help_text = _("Function, initials, and what you know: colleagues find you by it, and channels sign with it.")
    return Task("read", _("Fill in the profile"), reverse("people:profile"), filled, help_text)


def _trying(person: Person) -> Iterator[Task]:
    """The three tasks on the practice network; left out where the library has no channel there and nothing was done."""
    done = practised(person)
    if not any(done.values()) and not Channel.objects.visible_to(person).to_learn().connected().exists():
        return
    for key, (words, help_text, name) in TASKS.items():
        yield Task("try", str(words), reverse(name), done[key] is not None, str(help_text), done[key])


def _first_post(person: Person) -> Task:
    at = first_post_at(person)
    help_text = _("Write it, and let your companion look before it goes out: by approval, by a remark, or by writing along.")
    return Task(
        "real",
        _("The first post for the public, together with a companion"),
        reverse("posts:new"),
        at is not None,
        help_text,
        at,
    )


def first_post_at(person: Person) -> datetime | None:
    """When somebody else first approved a post of theirs for the public, or one went out that somebody else had a hand in."""
    public = _public_channels(person)
    for_public = Post.objects.posts().filter(sender=person, versions__channel__in=public)
    approved = Approval.objects.filter(post=OuterRef("pk"), state=Approval.State.APPROVED).exclude(decided_by=person)
    out = Delivery.objects.filter(post=OuterRef("pk"), state=State.SENT, channel__in=public)
    remarked = Remark.objects.filter(post=OuterRef("pk")).exclude(by=person)
    rows = for_public.annotate(
        approved_at=Subquery(approved.order_by("decided_at").values("decided_at")[:1]),
        out_at=Subquery(out.order_by("sent_at").values("sent_at")[:1]),
        remarked_at=Subquery(remarked.values("at")[:1]),
    ).order_by("created_at")
    known = rows.values_list("approved_at", "out_at", "remarked_at", "released_by", "written_by", "authorships__person")
    return min((at for row in known if (at := _together_at(person.pk, *row))), default=None)


def _together_at(
    person: int,
    approved: datetime | None,
    out: datetime | None,
    remarked: datetime | None,
    released_by: int | None,
    written_by: list[int],
    author: int | None,
) -> datetime | None:
    if approved or out is None:
        return approved
    hands = {released_by, author, *(int(key) for key in written_by)} - {None, person}
    return out if remarked or hands else None


def _public_channels(person: Person) -> "QuerySet[Channel]":
    here = Channel.objects.visible_to(person)
    return here.exclude(pk__in=here.to_learn())
