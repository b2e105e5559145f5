"""The reasons for which somebody goes past warnings, as the parts with hints ask for them."""

from django.http import HttpRequest

from theke.people.models import Person
from theke.posts.checking import findings, may_confirm
from theke.posts.models import Override, Post


def keep_reasons(request: HttpRequest, post: Post, person: Person) -> None:
    """Keep those that were given, each with its warning; only for warnings that are really there."""
    for found in findings(post):
        reason = request.POST.get(f"reason-{found.fingerprint}", "").replace("\x00", "").strip()
        if reason and may_confirm(found, post, person):
            given = {"rule": found.rule, "reason": reason[:300], "by": person}
            Override.objects.update_or_create(post=post, finding=found.fingerprint, defaults=given)
