"""Draws the entries of a page. A month holds a hundred and more of them; as a template they took most of its time."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from theke.calendar.showing import Entry
from theke.ui.icons import svg

ENTRY = (
    '<li class="entry {tone}" data-post="{uuid}"{move}>'
    '<a class="what" href="{url}"><span class="line">{spine}<time>{clock}</time></span> '
    '<span class="title">{title}</span> '
    '<span class="state">{icon} <span class="words">{words}</span>{others}</span> '
    '<span class="names">{names}</span>{slot}</a>'
    '<a class="acts" href="{acts}" data-asks aria-label="{label}">{dots}</a></li>'
)


def drawn(entry: Entry) -> SafeString:
    """The entry as an item of its day's list."""
    return format_html(
        ENTRY,
        tone=entry.sign.tone,
        uuid=entry.post.uuid,
        move=mark_safe(" data-movable") if entry.movable else "",
        url=entry.url,
        spine=entry.spine,
        clock=entry.clock,
        title=entry.post.headline,
        icon=entry.sign.drawn,
        words=entry.sign.words,
        others=_others(entry.others),
        names=entry.channel_names,
        slot=format_html(' <span class="of-slot">{}</span>', entry.slot) if entry.slot else "",
        acts=entry.acts,
        label=entry.acts_label,
        dots=svg("ellipsis-vertical"),
    )


def _others(number: int) -> SafeString:
    return format_html(' <span class="others" aria-hidden="true">+{}</span>', number) if number else mark_safe("")
