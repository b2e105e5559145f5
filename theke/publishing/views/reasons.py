"""The reasons for which somebody goes past warnings, as the parts with hints ask for them."""

from django.http import HttpRequest

from theke.people.models import Person
from theke.posts.checking import findings, go_past, may_confirm
from theke.posts.models import Post


def keep_reasons(request: HttpRequest, post: Post, person: Person) -> None:
    """Keep those that were given, each with its warning; only for warnings that are really there."""
    for found in findings(post):
        reason = request.POST.get(f"reason-{found.fingerprint}", "").replace("\x00", "").strip()
        if reason and may_confirm(found, post, person):
            go_past(found, post, reason=reason, by=person)
