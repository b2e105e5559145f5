"""Text for whoever wants to tell of a published post under their own name: from work to private, and never back (B26)."""

from dataclasses import dataclass

from theke.guidelines.policies import sharing_offered
from theke.posts.models import Post
from theke.posts.splitting import sentences
from theke.publishing.models import Kind, State
from theke.publishing.showing import Shown

LONGEST = 200
"""Signs of the post that are quoted; the address leads to the rest."""


@dataclass(frozen=True)
class Sharing:
    """What may be copied, in the language of the post."""

    text: str
    url: str


def to_share(shown: Shown) -> Sharing | None:
    """A text with the public address of a post that is out, the website's before others.

    None for answers, for what is not public, and where the library keeps private accounts strictly separate.
    """
    post = shown.post
    if post.form != Post.Form.POST or post.audience == "direct":
        return None
    out = [
        line.delivery
        for line in shown.lines
        if line.delivery.state == State.SENT and line.delivery.kind == Kind.POST and line.delivery.url and not line.removed
    ]
    if not out or not sharing_offered(post.library):
        return None
    first = min(out, key=lambda one: (not one.channel.facts.own_pages, one.part))
    return Sharing(f"{_beginning(post)}\n\n{post.library.name}: {first.url}", first.url)


def _beginning(post: Post) -> str:
    """The title, or as many whole sentences as are not too long; of a first one that is, its beginning."""
    if post.title:
        return post.title
    kept = ""
    for sentence, space in sentences(post.text.strip()):
        if len(kept) + len(sentence) > LONGEST:
            break
        kept += sentence + space
    return kept.strip() or f"{post.text.strip()[: LONGEST - 1].rstrip()}…"
