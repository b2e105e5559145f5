"""What a licence demands, read from its name as people and programs write it: CC BY-ND 4.0, cc-by-sa-4.0, CC0."""

import re

CREATIVE_COMMONS = re.compile(
    r"(?i)\bcc[ _-]?by(?P<parts>(?:[ _-](?:nc|nd|sa))*)\b|creativecommons\.org/licenses/by(?P<path>(?:-(?:nc|nd|sa))*)"
)


def demands_credit(licence: str) -> bool:
    """Whether the author has to be named beside the picture."""
    return bool(CREATIVE_COMMONS.search(licence))


def forbids_changes(licence: str) -> bool:
    """Whether it may be shown only as it is."""
    found = CREATIVE_COMMONS.search(licence)
    return bool(found) and "nd" in (found["parts"] or found["path"] or "").lower() if found else False
