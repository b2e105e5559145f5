"""A notice in its reader's language."""

from django.utils.translation import gettext

from theke.notices.models import Notice


def in_words(notice: Notice) -> str:
    """The sentence, filled in, in the language that is active now."""
    words = gettext(notice.words)
    try:
        return words % notice.params if notice.params else words
    except (KeyError, TypeError, ValueError):
        return words  # a sentence of an older version is better than none
