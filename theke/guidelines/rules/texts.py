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
