"""Remarks between colleagues on a draft."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from theke.people.access import requires, signed_in
from theke.posts.models import Post, Remark
from theke.posts.remarking import delete, remark, reopen, settle
from theke.posts.small_forms import RemarkForm
from theke.posts.views.finding import find
from theke.ui import undoing


@require_http_methods(["GET", "POST"])
@requires("write")
def remarks(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Say something about a colleague's draft, or one's own."""
    post, person = find(request, uuid), signed_in(request)
    form = RemarkForm(request.POST or None, by=person)
    if request.method == "POST" and form.is_valid():
        remark(post, by=person, text=form.cleaned_data["text"], mentioned=form.cleaned_data["mentioned"])
        form = RemarkForm(by=person)
        if "HX-Request" not in request.headers:
            return _back(post)
    return _answer(request, post, form)


def _answer(request: HttpRequest, post: Post, form: RemarkForm) -> HttpResponse:
    """The list and the field to htmx, what was typed included; a page of its own to a plain form."""
    context = {"post": post, "remark_form": form}
    if "HX-Request" in request.headers:
        return render(request, "posts/parts/remarks_renewed.html", context)
    return render(request, "posts/remarks.html", context, status=422 if form.errors else 200)


def _back(post: Post) -> HttpResponse:
    return redirect(f"{reverse('posts:edit', args=[post.uuid])}#remarks")


@require_POST
@requires("write")
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Settle a remark, open it again, or take one's own back."""
    person = signed_in(request)
    posts = Post.objects.visible_to(person).posts().kept()
    found = get_object_or_404(Remark.objects.filter(post__in=posts).select_related("post__sender"), pk=pk)
    act = request.POST.get("act", "")
    if act == "settle":
        settle(found, by=person)
    elif act == "reopen":
        reopen(found)
    elif act == "delete":
        _delete(request, found)
        if "HX-Request" in request.headers:
            return HttpResponse(status=204, headers={"HX-Refresh": "true"})  # the page again, with its bar to undo
    if "HX-Request" in request.headers:
        return render(request, "posts/parts/remark_list.html", {"post": found.post})
    return _back(found.post)


def _delete(request: HttpRequest, found: Remark) -> None:
    """Take it back; the bar brings it back again as it was said."""
    delete(found, by=signed_in(request))
    again = reverse("posts:remarks", args=[found.post.uuid])
    undoing.offer(request, _("Your remark is deleted."), again, text=found.text)
