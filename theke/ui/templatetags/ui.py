"""Tags of the design system, built into every template."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django import forms, template
from django.contrib.messages.storage.base import Message
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from theke.ui import icons, undoing
from theke.ui.wording import quoted, worded

register = template.Library()
register.filter(quoted)

FORMATS = {
    "time": "TIME_FORMAT",
    "date": "DATE_FORMAT",
    "datetime": "DATETIME_FORMAT",
    "short": "SHORT_DATE_FORMAT",
    "short_datetime": "SHORT_DATETIME_FORMAT",
    "weekday": "WEEKDAY_DATE",
    "weekday_time": "WEEKDAY_TIME",
    "weekday_short": "WEEKDAY_SHORT",
    "day": "DAY_MONTH_SHORT",
    "month": "YEAR_MONTH_FORMAT",
}
NEAR = {"near": "SHORT_DATETIME_FORMAT", "near_day": "SHORT_DATE_FORMAT"}
LONG_WAIT = timedelta(hours=24)
A_MOMENT = timedelta(minutes=1)


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """An icon of Lucide by its name, as decoration; `extra` are further classes."""
    return icons.svg(name, extra)


@register.inclusion_tag("ui/spine.html")
def spine(channel: Any, named: bool = False) -> dict[str, Any]:
    """The spine label of a channel. Put its name beside it, or ask for `named=True` to have it read out."""
    return {"channel": channel, "facts": channel.facts, "named": named}


def _kind(field: BoundField) -> str:
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "chips"
    if isinstance(widget, forms.RadioSelect):
        return "radios"
    return "check" if isinstance(widget, forms.CheckboxInput) else "input"


@register.inclusion_tag("ui/field.html")
def field(bound: BoundField, label: str = "", mark_optional: bool = True) -> dict[str, Any]:
    """A form field with its label, help and errors, whatever its widget; `label` replaces the field's own."""
    optional = mark_optional and not bound.field.required
    return {"field": bound, "kind": _kind(bound), "label": label or bound.label, "optional": optional}


@register.inclusion_tag("ui/errors.html")
def errors(form: forms.BaseForm | None) -> dict[str, Any]:
    """The error summary of a form that was refused, each error a link to its field; nothing otherwise."""
    if form is None or not form.is_bound or form.is_valid():
        return {"count": 0}
    faulty = [f for f in form if f.errors]
    return {"form": form, "faulty": faulty, "count": len(faulty) + len(form.non_field_errors())}


def _near(moment: datetime, older: str) -> str:
    days = (timezone.localdate() - timezone.localdate(moment)).days
    time = formats.date_format(timezone.localtime(moment), "TIME_FORMAT")
    words = {0: gettext("today, %(time)s"), 1: gettext("yesterday, %(time)s"), -1: gettext("tomorrow, %(time)s")}
    if days in words:
        return words[days] % {"time": time}
    return formats.date_format(timezone.localtime(moment), "WEEKDAY_TIME" if -7 < days < 0 else older)


def _weekday(moment: datetime) -> str:
    """The weekday and the time; with the date as well where the weekday alone could mean another week."""
    local = timezone.localtime(moment)
    if -1 < (local.date() - timezone.localdate()).days < 7:
        return formats.date_format(local, "WEEKDAY_TIME")
    return f"{formats.date_format(local, 'WEEKDAY_DATE')}, {formats.date_format(local, 'TIME_FORMAT')}"


def _put(moment: date, form: str) -> str:
    if not isinstance(moment, datetime):
        return formats.date_format(moment, FORMATS["short" if form in NEAR else form])
    if form == "weekday_time":
        return _weekday(moment)
    return _near(moment, NEAR[form]) if form in NEAR else formats.date_format(timezone.localtime(moment), FORMATS[form])


@register.simple_tag
def when(moment: date | None, form: str = "datetime") -> str:
    """A moment or a day as a <time>, in the reader's language and time zone.

    `form` is one of FORMATS, or `near` ("today, 14:05"), or `near_day`, which leaves the time of older ones out. Nothing for None.
    """
    if moment is None:
        return ""
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(), _put(moment, form))


def in_words(span: timedelta) -> str:
    """A span as people say it, in its largest unit."""
    minutes = max(0, int(span.total_seconds() // 60))
    if minutes < 60:
        return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    if minutes < 48 * 60:
        return ngettext("%(n)d hour", "%(n)d hours", minutes // 60) % {"n": minutes // 60}
    return ngettext("%(n)d day", "%(n)d days", minutes // 1440) % {"n": minutes // 1440}


@register.simple_tag
def waiting(since: datetime | None) -> str:
    """How long someone has waited, as a tag; amber after a day. Nothing for None."""
    if since is None:
        return ""
    span = timezone.now() - since
    kind, words = ("warn" if span > LONG_WAIT else ""), gettext("waiting for %(span)s") % {"span": in_words(span)}
    if span < A_MOMENT:
        words = gettext("just come in")
    return format_html('<span class="tag {}">{}</span>', kind, words)


@register.simple_tag
def said(trouble: Mapping[str, Any] | None) -> str:
    """A sentence kept as `{"words": msgid, "params": {…}}`, in the reader's language."""
    if not trouble or not trouble.get("words"):
        return ""
    try:
        return worded(trouble["words"], trouble.get("params"))
    except (KeyError, TypeError, ValueError):
        return gettext(trouble["words"])  # a sentence of an older version with other parameters is still better than none


@register.simple_tag
def verb(entry: Any) -> str:
    """What a line of the history says was done, in the reader's language where its package marked the verb."""
    return gettext(str(entry.verb).replace("_", " "))


@register.filter
def undo(message: Message) -> undoing.Undo | None:
    """The offer to undo that comes with a message."""
    return undoing.offered(message)


@register.filter
def values(given: Any) -> list[Any]:
    """A value as a list: itself where it is one."""
    return given if isinstance(given, list) else [given]


@register.inclusion_tag("ui/pages.html", takes_context=True)
def pages(context: template.Context, page: Page[Any], name: str = "page") -> dict[str, Any]:
    """Links to the pages of a list, keeping the rest of the query."""
    query: QueryDict = context["request"].GET.copy()
    query.pop(name, None)
    return {"page": page, "name": name, "query": query.urlencode()}
