"""What a new colleague does in their first days, read off the facts; it goes away when somebody ends the introduction."""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from theke.desk.first_steps import Step
from theke.guidelines.models import Edition
from theke.people.models import Person
from theke.posts.models import Approval, Post
from theke.publishing.models import Delivery, State

PAGE, READ = "introduction", "guideline"


def has_read_guideline(person: Person) -> bool:
    """Whether the new colleague has confirmed what is in force; without anything to confirm, went to it from their list."""
    day = person.library.local(timezone.now()).date() if person.library else timezone.localdate()
    if Edition.objects.visible_to(person).in_force(day).exists():
        return not Edition.objects.unconfirmed_by(person, day).exists()
    return READ in person.remembered.get(PAGE, {})


def remember_guideline(person: Person) -> None:
    """Keep that they went there."""
    if READ not in person.remembered.get(PAGE, {}):
        person.remembered = person.remembered | {PAGE: {READ: ["1"]}}
        person.save(update_fields=["remembered"])


def steps(person: Person) -> list[Step]:
    """The list, whoever looks at it."""
    filled = bool(person.function and person.initials and (person.subject_areas or person.languages))
    wrote, approved = _posts(person)
    return [
        Step(_("Fill in the profile"), reverse("people:profile"), filled),
        Step(_("Read the guideline"), reverse("desk:read_guideline"), has_read_guideline(person)),
        Step(_("Try the practice network"), reverse("practice:timeline"), wrote),
        Step(_("Write a first post and have it approved"), reverse("posts:new"), approved),
    ]


def _posts(person: Person) -> tuple[bool, bool]:
    """Whether they wrote a post, and whether one was approved, or is out, which no channel that asks would have let happen."""
    approved = Approval.objects.filter(post=OuterRef("pk"), state=Approval.State.APPROVED)
    out = Delivery.objects.filter(post=OuterRef("pk"), state=State.SENT)
    found = Post.objects.posts().filter(sender=person).annotate(through=Exists(approved) | Exists(out)).order_by("-through")
    first = found.values_list("through", flat=True).first()
    return first is not None, bool(first)


def own_steps(person: Person) -> list[Step]:
    """The list for Today of somebody new; nothing once all is done or the introduction has ended."""
    if hasattr(person, "introduction"):  # fetched with the person: this stands on everybody's first page
        return []
    found = steps(person)
    return [] if all(step.done for step in found) else found
