"""Words we use: the library's topics, hashtags and partners on one page."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from theke.people import recording
from theke.people.access import requires, signed_in
from theke.people.models import Library
from theke.posts.models import Topic
from theke.posts.topics import topics_of
from theke.posts.wording import FORMS, Word, WordForm, bring_back, move, place_last, retire
from theke.ui.undoing import offer


def library_of(request: HttpRequest) -> Library:
    """The library of the person."""
    library = signed_in(request).library
    if library is None:
        raise Http404
    return library


@require_GET
@requires("manage_words")
def word_list(request: HttpRequest) -> HttpResponse:
    """All of them."""
    topics_of(library_of(request))
    return _page(request)


def _page(request: HttpRequest, refused: WordForm | None = None) -> HttpResponse:
    """The page; a form that was refused stands in its place with its errors."""
    library = library_of(request)
    parts = [_part(library, kind, refused) for kind in FORMS]
    return render(request, "posts/words.html", {"parts": parts, "refused": refused}, status=422 if refused else 200)


def _part(library: Library, kind: str, refused: WordForm | None) -> dict[str, Any]:
    made = FORMS[kind]
    mine = refused if isinstance(refused, made) else None
    rows = [_form_of(one, mine, library, kind) for one in made._meta.model.objects.filter(library=library)]
    adding = mine if mine and not mine.instance.pk else made(library, auto_id=f"id_{kind}-%s")
    used = [row for row in rows if not getattr(row.instance, "retired_at", None)]
    return {"kind": kind, "rows": used, "retired": [row for row in rows if row not in used], "adding": adding}


def _form_of(one: Word, refused: WordForm | None, library: Library, kind: str) -> WordForm:
    if refused and refused.instance.pk == one.pk:
        return refused
    return FORMS[kind](library, instance=one, auto_id=f"id_{kind}-{one.pk}-%s")


@require_POST
@requires("manage_words")
def add(request: HttpRequest, kind: str) -> HttpResponse:
    """Add a word."""
    library = library_of(request)
    form = _known(kind)(library, request.POST, auto_id=f"id_{kind}-%s")
    if not form.is_valid():
        return _page(request, form)
    word = recording.save(form, by=signed_in(request), library=library)
    if isinstance(word, Topic):
        place_last(word)
    messages.success(request, _("Added: %(word)s") % {"word": word})
    return _back(kind)


@require_POST
@requires("manage_words")
def change(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Rename a word, or do with it what the button says."""
    made, library = _known(kind), library_of(request)
    word = get_object_or_404(made._meta.model, library=library, pk=pk)
    act = request.POST.get("act", "")
    if act in STEPS and isinstance(word, Topic):
        STEPS[act](request, word)
    elif act == "remove" and not isinstance(word, Topic):
        _remove(request, kind, word)
    elif act == "rename":
        form = made(library, request.POST, instance=word, auto_id=f"id_{kind}-{pk}-%s")
        if not form.is_valid():
            return _page(request, form)
        recording.save(form, by=signed_in(request), library=library)
        messages.success(request, _("Saved."))
    return _back(kind, f"{kind}-{pk}")


def _known(kind: str) -> type[WordForm]:
    if kind not in FORMS:
        raise Http404
    return FORMS[kind]


def _back(kind: str, place: str = "") -> HttpResponse:
    return redirect(f"{reverse('posts:words')}#{place or kind}")


def _remove(request: HttpRequest, kind: str, word: Any) -> None:
    fields = {name: getattr(word, name) for name in FORMS[kind].base_fields}
    words = _("Removed: %(word)s") % {"word": word}
    recording.remove(word, by=signed_in(request), library=library_of(request))
    offer(request, words, reverse("posts:add_word", args=[kind]), **fields)


def _retire(request: HttpRequest, topic: Topic) -> None:
    retire(topic, by=signed_in(request))
    words = _("“%(topic)s” is no longer offered. Posts keep it.") % {"topic": topic}
    offer(request, words, reverse("posts:change_word", args=["topics", topic.pk]), act="back")


def _bring_back(request: HttpRequest, topic: Topic) -> None:
    bring_back(topic, by=signed_in(request))
    messages.success(request, _("“%(topic)s” is offered again.") % {"topic": topic})


STEPS = {
    "up": lambda request, topic: move(topic, -1),
    "down": lambda request, topic: move(topic, 1),
    "retire": _retire,
    "back": _bring_back,
}
