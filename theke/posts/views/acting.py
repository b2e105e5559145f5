"""What the composer's buttons do once everything is saved. Each works by plain form, without JavaScript."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from theke.media.receiving import NotAPicture
from theke.people.access import signed_in
from theke.posts.approving import note_hand
from theke.posts.chaining import join_again, split_for
from theke.posts.checking import findings, go_past, may_confirm
from theke.posts.composing import adapt, share
from theke.posts.forms import ReasonForm
from theke.posts.illustrating import MOST_PICTURES, add, attach, move
from theke.posts.locking import let_go
from theke.posts.models import Attachment, Post
from theke.posts.starting import start
from theke.ui.picking import key_in

REMOVED = "removed_picture"
HARMLESS = ("ask", "forget")
"""Buttons that change nothing of what goes out; whoever presses another has had a hand in the post."""


def act(request: HttpRequest, post: Post) -> HttpResponse:
    """Do what the pressed button says, and answer with where to go."""
    if "when" in request.POST:
        # Publishing stands above us: the browser sends the same form on to it, for 307 keeps method and body.
        let_go(post, by=signed_in(request))
        return HttpResponse(status=307, headers={"Location": reverse("publishing:release", args=[post.uuid])})
    if request.POST.get("ask") in ("hand_in", "hand_in_at"):
        return redirect(reverse("publishing:hand_in", args=[post.uuid]) + _moment(request))
    if "library" in request.POST:
        return redirect("posts:library", post.uuid)
    if "keep_starter" in request.POST:
        return redirect(f"{reverse('posts:new_starter')}?from={post.uuid}")
    for name, step in STEPS.items():
        if name in request.POST:
            if name not in HARMLESS:
                note_hand(post, by=signed_in(request))
            place = step(request, post, request.POST[name])
            return redirect(f"{reverse('posts:edit', args=[post.uuid])}{place}")
    return redirect("posts:edit", post.uuid)


def _moment(request: HttpRequest) -> str:
    """The time chosen in the question for it, if it was open."""
    at = request.POST.get("at", "")[:40]
    return "?" + urlencode({"at": at}) if at and request.POST.get("ask") == "hand_in_at" else ""


def add_files(request: HttpRequest, post: Post) -> list[Attachment]:
    """Add the uploaded pictures; what is no picture is said, and the others are kept."""
    added: list[Attachment] = []
    for file in request.FILES.getlist("files"):
        try:
            if post.attachments.count() >= MOST_PICTURES:
                raise NotAPicture(_("A post can hold at most %(most)s pictures."), most=MOST_PICTURES)
            added.append(add(post, file, by=signed_in(request)))
        except NotAPicture as refused:
            words = _(refused.words) % refused.params
            messages.error(request, f"{str(file.name)[:100]}: {words}")
    if added:
        note_hand(post, by=signed_in(request))
    return added


def _picture(post: Post, value: str) -> Attachment | None:
    return post.attachments.select_related("asset").filter(pk=key_in(value)).first()


def _adapt(request: HttpRequest, post: Post, value: str) -> str:
    adapt(post, key_in(value))
    return f"#tab-{key_in(value)}"


def _share(request: HttpRequest, post: Post, value: str) -> str:
    share(post, key_in(value))
    return f"#tab-{key_in(value)}"


def _move(step: int) -> Callable[[HttpRequest, Post, str], str]:
    def moved(request: HttpRequest, post: Post, value: str) -> str:
        picture = _picture(post, value)
        if picture:
            move(picture, step)
        return f"#picture-{key_in(value)}"

    return moved


def _remove(request: HttpRequest, post: Post, value: str) -> str:
    picture = _picture(post, value)
    if picture:
        request.session[REMOVED] = {
            "post": str(post.uuid),
            "asset": picture.asset_id,
            "alt": picture.alt,
            "decorative": picture.decorative,
            "position": picture.position,
        }
        picture.delete()
    return "#pictures"


def _restore(request: HttpRequest, post: Post, value: str) -> str:
    removed = request.session.pop(REMOVED, None)
    asset = post.library.assets.filter(pk=removed["asset"]).first() if removed and removed["post"] == str(post.uuid) else None
    if asset:
        attach(post, asset, alt=removed["alt"], decorative=removed["decorative"], position=removed["position"])
    return "#pictures"


def _confirm(request: HttpRequest, post: Post, fingerprint: str) -> str:
    """Keep the reason for going past a warning; only for a warning that is really there."""
    form = ReasonForm({"reason": request.POST.get(f"reason-{fingerprint[:32]}", "")})
    found = next((one for one in findings(post) if one.severity == "warn" and one.fingerprint == fingerprint), None)
    if found is None:
        return ""
    if not may_confirm(found, post, signed_in(request)):
        messages.error(request, _("Only the colleague whose private name this is can let it through."))
        return "#hints"
    if not form.is_valid():
        messages.error(request, _("Please say in a few words why this is right as it is."))
        return "#hints"
    go_past(found, post, reason=form.cleaned_data["reason"], by=signed_in(request))
    return "#hints"


def _ask(request: HttpRequest, post: Post, value: str) -> str:
    kind = "plan" if value == "plan" else "now"
    return f"?ask={kind}#ask-{kind}"


def _split(request: HttpRequest, post: Post, value: str) -> str:
    """Make a chain of a text that is too long for a channel; the one text can be had back."""
    split_for(post, key_in(value), numbered="numbered" in request.POST)
    return f"#tab-{key_in(value)}"


def _join(request: HttpRequest, post: Post, value: str) -> str:
    join_again(post, key_in(value))
    return f"#tab-{key_in(value)}"


def _start(request: HttpRequest, post: Post, value: str) -> str:
    """Begin with a starter; the first place to fill in is selected."""
    return "?started=1#id_text" if start(post, value, by=signed_in(request)) else ""


def _forget(request: HttpRequest, post: Post, value: str) -> str:
    """Let go of the text that a later save has replaced."""
    post.set_aside.pop("replaced", None)
    post.save(update_fields=["set_aside"])
    return ""


STEPS: dict[str, Callable[[HttpRequest, Post, str], str]] = {
    "ask": _ask,
    "adapt": _adapt,
    "share": _share,
    "split": _split,
    "join": _join,
    "up": _move(-1),
    "down": _move(1),
    "remove": _remove,
    "restore": _restore,
    "confirm": _confirm,
    "forget": _forget,
    "start": _start,
}
