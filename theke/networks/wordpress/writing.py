"""What a post says on the site: title, address, blocks, excerpt, categories, tags, featured picture."""

import re
import unicodedata

from theke.networks.base import JSON, Account, Draft, Op
from theke.networks.wordpress import blocks, uploading

POSTS = "/wp/v2/posts"
LONGEST_WORDS = 50
SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "a", "æ": "ae", "ø": "o"})


def slug_of(op: Op) -> str:
    """The last part of the post's address: words of its title, and eight characters of the operation, by which it is found."""
    words = title_of(op.draft or Draft("")).lower().translate(SPELLED)
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    steps = re.findall(r"[a-z0-9]+", plain)
    while len("-".join(steps)) > LONGEST_WORDS:
        steps.pop()
    return "-".join([*steps, mark_of(op)])


def mark_of(op: Op) -> str:
    """Eight characters of the operation's id."""
    return op.id.replace("-", "").lower()[:8]


def title_of(draft: Draft) -> str:
    """The title; a post without one takes its first line."""
    return draft.title.strip() or blocks.first_words(draft.text)


def fields_of(account: Account, op: Op) -> JSON:
    """Everything that the post says. An edit sends it all, so that what was taken out here does not stay there."""
    draft = op.draft or Draft("")
    options, place = draft.options, draft.options.get("first_picture") or "top"
    pictures = uploading.pictures(op)
    shown = pictures[1:] if place == "top" else pictures
    return {
        "title": title_of(draft),
        "content": blocks.content(draft.text, shown, lang=foreign(account, draft), first_on_top=place != "top"),
        "excerpt": str(options.get("excerpt") or ""),
        "featured_media": pictures[0].id if pictures and place != "text" else 0,
        "categories": [int(one) for one in options.get("categories") or []],
        "tags": op.state.get("tags", []),
    }


def foreign(account: Account, draft: Draft) -> str:
    """The post's language where it is another than the site's; empty otherwise, and where either is unknown."""
    site = str(account.settings.get("lang") or "").split("-")[0].lower()
    return draft.lang if site and draft.lang and draft.lang.split("-")[0].lower() != site else ""
