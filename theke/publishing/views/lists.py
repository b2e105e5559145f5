"""The list of posts."""

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from theke.people.access import requires, signed_in
from theke.people.models import Person
from theke.posts.models import Approval, Post, Version
from theke.publishing.filtering import filter_of
from theke.publishing.models import ON_THE_WAY, Delivery, DeliveryQuerySet, Kind, State, Urgent
from theke.ui.paging import Leaf

PER_PAGE = 25
MOST = 1000
SHOWN = {
    "planned": _("Planned"),
    "published": _("Published"),
    "needs": _("Needs you"),
    "drafts": _("Drafts"),
    "approval": _("For approval"),
}


def _posts_of(person: Person, few: DeliveryQuerySet) -> list[int]:
    """The keys of the posts of deliveries in a rare state, the next due first.

    They are read first: a database that is given them within the larger question goes through all posts instead.
    """
    return list(few.visible_to(person).oldest_first().values_list("post_id", flat=True)[:MOST])


def chosen(person: Person, show: str, scope: str) -> "QuerySet[Post]":
    """The posts of one tab, in the order of what matters there."""
    posts = Post.objects.visible_to(person).kept().posts()
    if scope != "all":
        posts = posts.filter(sender=person)
    if show == "drafts":
        return posts.filter(released_at=None).exclude(text="", title="").order_by("-saved_at")
    if show == "approval":
        asked = Q(pk__in=Approval.objects.waiting().values("post"), released_at=None)
        return posts.filter(asked | Q(pk__in=Urgent.objects.open().values("post"))).order_by("-saved_at")
    posts = posts.filter(released_at__isnull=False)
    if show == "planned":
        ahead = Delivery.objects.filter(kind=Kind.POST, state__in=ON_THE_WAY)
        first = ahead.filter(post=OuterRef("pk")).order_by("due_at").values("due_at")[:1]
        return posts.filter(pk__in=_posts_of(person, ahead)).annotate(goes_at=Subquery(first)).order_by("goes_at", "pk")
    if show == "needs":
        return posts.filter(pk__in=_posts_of(person, Delivery.objects.needing_a_person())).order_by("-released_at")
    sent = Delivery.objects.filter(post=OuterRef("pk"), kind=Kind.POST, state=State.SENT)
    return posts.filter(Exists(sent)).order_by("-released_at")


def with_rows(posts: "QuerySet[Post]") -> "QuerySet[Post]":
    """All that a row of the list shows, in as many queries for one post as for many."""
    sent = Delivery.objects.exclude(state=State.CANCELLED).select_related("channel__branch")
    urgent = Urgent.objects.open().filter(post=OuterRef("pk"))
    return (
        posts.annotate(is_urgent=Exists(urgent))
        .select_related("sender")
        .prefetch_related(
            Prefetch("deliveries", sent.order_by("channel__position", "pk")),
            Prefetch("versions", Version.objects.select_related("channel__branch").order_by("channel__position", "pk")),
            Prefetch("approvals", Approval.objects.waiting()),
        )
    )


@require_GET
@requires("look")
def post_list(request: HttpRequest) -> HttpResponse:
    """Drafts, planned, published, what needs somebody and what waits for approval; one's own or everybody's."""
    show = request.GET.get("show", "")
    show = show if show in SHOWN else "planned"
    scope = "all" if request.GET.get("of") == "all" or show == "approval" else "mine"
    narrowed = filter_of(request)
    rows = with_rows(narrowed.among(chosen(signed_in(request), show, scope)))
    context = {
        "page": Leaf(rows, request.GET.get("page"), PER_PAGE),
        "show": show,
        "of": scope,
        "tabs": SHOWN.items(),
        "filter": narrowed,
    }
    return render(request, "publishing/list.html", context)
