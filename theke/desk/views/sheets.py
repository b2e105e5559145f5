"""The introduction sheet, as a page and as PDF, in three languages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from theke.desk.printing import NotDrawn, pdf_of
from theke.desk.sheet import APPLY, BEGIN, LANGUAGES, Sheet, sheet_of
from theke.people.access import requires, signed_in
from theke.people.views.colleagues import library_of


def _wanted(request: HttpRequest) -> tuple[str, str]:
    """The language and the reader that were chosen; one's own language, and somebody who begins."""
    lang, reader = request.GET.get("lang", ""), request.GET.get("for", "")
    own = signed_in(request).language
    return lang if lang in LANGUAGES else own, reader if reader in (APPLY, BEGIN) else BEGIN


def _sheet(request: HttpRequest, lang: str, reader: str) -> Sheet:
    library = library_of(request)
    with translation.override(lang):
        return sheet_of(library, reader, library.today)


@requires("look")
@require_GET
def sheet(request: HttpRequest) -> HttpResponse:
    """To read and to print from the browser."""
    lang, reader = _wanted(request)
    languages = [(code, translation.get_language_info(code)["name_local"].capitalize()) for code in LANGUAGES]
    readers = [(BEGIN, _("for somebody who begins")), (APPLY, _("for somebody who applies"))]
    shown = {"sheet": _sheet(request, lang, reader), "lang": lang, "reader": reader, "languages": languages, "readers": readers}
    return render(request, "desk/sheet.html", shown)


@requires("look")
@require_GET
def pdf(request: HttpRequest) -> HttpResponse:
    """The same on A4."""
    lang, reader = _wanted(request)
    library, made = library_of(request), _sheet(request, lang, reader)
    try:
        with translation.override(lang):
            paper = pdf_of(made, library, lang)
    except NotDrawn:
        messages.error(request, _("The PDF could not be made. Please print this page instead."))
        return redirect(f"{reverse('desk:sheet')}?lang={lang}&for={reader}")
    name = f"{slugify(made.title)}-{lang}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(paper, content_type="application/pdf", headers=headers)
