"""What stands around the composer: the state of its approval, the remarks of colleagues, the beginnings offered."""

from django import template

from theke.people.models import Person
from theke.posts.approving import latest
from theke.posts.models import Approval, Post, Remark
from theke.posts.remarking import colleagues_of
from theke.posts.starting import Beginning, beginnings

register = template.Library()


@register.simple_tag
def approval_of(post: Post) -> Approval | None:
    """The last request for approval, if the draft still is as it was handed in or returned."""
    found = latest(post) if getattr(post, "has_approvals", True) else None
    return found if found is not None and (found.state == Approval.State.ASKED or found.revision == post.revision) else None


@register.simple_tag
def remarks_of(post: Post) -> list[Remark]:
    """What colleagues have said of the draft, the oldest first."""
    if not getattr(post, "has_remarks", True):
        return []
    return list(post.remarks.select_related("by", "settled_by").prefetch_related("mentioned"))


@register.simple_tag(takes_context=True)
def to_mention(context: template.Context, person: Person) -> list[Person]:
    """The colleagues who can be mentioned; the composer has fetched them already."""
    known: list[Person] | None = context.get("mentionable")
    return colleagues_of(person) if known is None else known


@register.simple_tag
def beginnings_for(person: Person) -> list[Beginning]:
    """What a draft can begin with."""
    return beginnings(person)
