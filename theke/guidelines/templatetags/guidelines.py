"""Words by language in templates."""

from django import template

from theke.guidelines.models.document import Worded, worded

register = template.Library()


@register.filter
def in_language(words: Worded, code: str) -> str:
    """The text in a language; in the first there is, where that one is missing."""
    return worded(words, code)
