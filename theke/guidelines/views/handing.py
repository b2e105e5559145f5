"""Handing the guideline on, taking one over, and texts for profiles and imprints (A05, A22)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import get_language, gettext_lazy, override
from django.views.decorators.http import require_GET, require_POST

from theke.channels.models import Channel
from theke.guidelines import packing, showing
from theke.guidelines.forms import PackageForm
from theke.guidelines.forms.document import language_name
from theke.guidelines.patterns import LANGUAGES, lines, pattern
from theke.guidelines.views.editions import layer_of, page
from theke.guidelines.views.frame import drawn
from theke.guidelines.views.reading import edition_of
from theke.people.access import may, requires, signed_in
from theke.people.models import Library, Person
from theke.people.views.colleagues import library_of


@require_GET
@requires("look")
def package(request: HttpRequest, pk: int) -> HttpResponse:
    """The edition and the weights of its rules as one JSON."""
    edition = edition_of(signed_in(request), pk)
    library = edition.guideline.library
    answer = HttpResponse(packing.written(edition, library.today), content_type="application/json; charset=utf-8")
    name = f"{slugify(edition.guideline.name) or 'guideline'}-{edition.number}.json"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_GET
@requires("look")
def to_read(request: HttpRequest, pk: int) -> HttpResponse:
    """The same as one page that needs nothing else, to hand on or print."""
    edition = edition_of(signed_in(request), pk)
    library = edition.guideline.library
    checks = showing.checks_of(library, library.today)
    code = next((one for one in (get_language() or "de", *edition.languages) if one in edition.languages), "de")
    context = {"edition": edition, "layer": showing.layer(edition, checks, {}), "lang": code, "saved": "save" in request.GET}
    answer = drawn(request, "to_read.html", context)
    if context["saved"]:
        name = f"{slugify(edition.guideline.name) or 'guideline'}-{edition.number}.html"
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_POST
@requires("manage_guideline")
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft from another house's package."""
    guideline = layer_of(request, pk)
    form = PackageForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            found = packing.read(form.cleaned_data["file"].read(packing.LARGEST + 1))
            return redirect("guidelines:draft", packing.take_over(guideline, found, by=signed_in(request)).pk)
        except packing.Unreadable as trouble:
            form.add_error("file", trouble.said)
    return page(request, status=422, package_form=form, package_of=guideline.pk)


@require_GET
@requires("look")
def texts(request: HttpRequest) -> HttpResponse:
    """Texts to take along: profile, imprint, disclaimer by length, and the netiquette."""
    library, person = library_of(request), signed_in(request)
    names = _names(library, person)
    missing = any(not value for value in names.values())
    shown = [
        {
            "kind": one.kind,
            "longest": one.longest,
            "texts": [(code, language_name(code), one.filled(code, **_in_brackets(names, code))) for code in _codes(library)],
        }
        for one in lines()
    ]
    context = {"lines": shown, "netiquette": pattern("netiquette"), "codes": _codes(library), "tab": "texts"}
    context |= {"missing": missing, "may_fill_in": may(person, "manage_library")}
    return drawn(request, "texts.html", context)


def _codes(library: Library) -> list[str]:
    return [code for code in library.languages if code in LANGUAGES] or ["de"]


MISSING = {
    "library": gettext_lazy("name of the library"),
    "municipality": gettext_lazy("name of the municipality"),
    "imprint": gettext_lazy("address of the imprint"),
    "privacy": gettext_lazy("address of the privacy notice"),
    "netiquette": gettext_lazy("address of the netiquette"),
    "email": gettext_lazy("e-mail address of the library"),
    "function": gettext_lazy("your function"),
    "accounts": gettext_lazy("names of the accounts"),
}


def _in_brackets(names: dict[str, str], code: str) -> dict[str, str]:
    """The names, and in place of one that is missing what belongs there, in brackets and in the language of the text."""
    with override(code):
        return {name: value or f"[{MISSING[name]}]" for name, value in names.items()}


def _names(library: Library, person: Person) -> dict[str, str]:
    accounts = Channel.objects.filter(library=library).connected().exclude(handle="").values_list("handle", flat=True)
    return {
        "library": library.name,
        "municipality": library.municipality,
        "imprint": library.imprint_url,
        "privacy": library.privacy_url,
        "netiquette": library.netiquette_url,
        "email": library.contact_email,
        "function": person.function,
        "accounts": ", ".join(accounts),
    }
