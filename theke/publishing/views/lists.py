"""The list of posts."""

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from theke.people.access import requires, signed_in
from theke.people.models import Person
from theke.posts.models import Post
from theke.publishing.models import NEEDS_A_PERSON, ON_THE_WAY, Delivery, Kind, State

PER_PAGE = 25
SHOWN = {
    "planned": _("Planned"),
    "published": _("Published"),
    "needs": _("Needs you"),
    "drafts": _("Drafts"),
}


def _having(**conditions: object) -> Exists:
    return Exists(Delivery.objects.filter(post=OuterRef("pk"), **conditions))


def chosen(person: Person, show: str, scope: str) -> "QuerySet[Post]":
    """The posts of one tab, in the order of what matters there."""
    posts = Post.objects.visible_to(person).kept().posts()
    if scope != "all":
        posts = posts.filter(sender=person)
    if show == "drafts":
        return posts.filter(Q(released_at=None)).exclude(text="", title="").order_by("-saved_at")
    posts = posts.filter(released_at__isnull=False)
    if show == "planned":
        return posts.filter(_having(kind=Kind.POST, state__in=ON_THE_WAY)).order_by("deliveries__due_at").distinct()
    if show == "needs":
        return posts.filter(_having(state__in=NEEDS_A_PERSON)).order_by("-released_at")
    return posts.filter(_having(kind=Kind.POST, state=State.SENT)).order_by("-released_at")


@require_GET
@requires("look")
def post_list(request: HttpRequest) -> HttpResponse:
    """Drafts, planned, published, and what needs somebody; one's own or everybody's."""
    show = request.GET.get("show", "")
    show = show if show in SHOWN else "planned"
    scope = "all" if request.GET.get("of") == "all" else "mine"
    person = signed_in(request)
    deliveries = (
        Delivery.objects.exclude(state=State.CANCELLED).select_related("channel__branch").order_by("channel__position", "pk")
    )
    rows = (
        chosen(person, show, scope)
        .select_related("sender")
        .prefetch_related(Prefetch("deliveries", deliveries), "versions__channel__branch")
    )
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "show": show, "of": scope, "tabs": SHOWN.items()}
    return render(request, "publishing/list.html", context)
