"""Films and recordings that a text links to (R21). They lie elsewhere, so whether they have captions is said by whoever links to them."""

from theke.guidelines.rules.base import Context, Draft, Finding
from theke.guidelines.rules.links import links
from theke.guidelines.rules.texts import with_below
from theke.networks.base import gettext_noop
from theke.networks.films import is_film

POINT = "4-law"
UNSAID = gettext_noop(
    "“%(seen)s” leads to a film or a recording. Whoever cannot hear it needs captions, or its words in writing. Please tick below, under “films”, that they are there."
)


def linked_films_can_be_read(draft: Draft, context: Context) -> list[Finding]:
    """R21, of what lies elsewhere: a hint until somebody has said that it can be read; nothing where nobody is asked."""
    if draft.films_captioned is not False:
        return []
    return [
        Finding("R21", "hint", POINT, UNSAID, {"seen": link}, key, start=start, end=start + len(link), seen=link)
        for key, text in with_below(draft)
        for start, link in links(text)
        if is_film(link)
    ]
