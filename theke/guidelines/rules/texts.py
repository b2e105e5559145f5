"""The texts of a draft, each once."""

from collections.abc import Iterator

from theke.guidelines.rules.base import Draft


def texts(draft: Draft) -> Iterator[tuple[str, str]]:
    """Each text with the key of its channel; the shared one comes once, with an empty key."""
    shared = next((target.text for target in draft.targets if not target.own), None)
    if shared is not None:
        yield "", shared
    for target in draft.targets:
        if target.own:
            yield target.key, target.text


def with_below(draft: Draft) -> Iterator[tuple[str, str]]:
    """The same, and what goes out below them. For rules on what must not be said; what must be said need not be said there again."""
    yield from texts(draft)
    yield from draft.below


def everything(draft: Draft) -> Iterator[tuple[str, str]]:
    """Every word that leaves: titles, warnings and descriptions, too. For rules on what may stand nowhere."""
    yield from with_below(draft)
    yield from draft.besides
