"""How the sender is shown: the line under a text (B19, B42)."""

from django.utils.translation import gettext, gettext_noop, override

from theke.channels.models import Channel
from theke.guidelines.rules.base import whole_text
from theke.people.models import Person
from theke.posts.models import Post, Version

PERSONAL = gettext_noop("personal statement")


def signature(person: Person, channel: Channel) -> str:
    """The line that this channel's rule puts under what this person writes.

    Empty where the rule says none, and where the rule asks for something that we do not know of the person: that blocks (R01).
    """
    branch = person.home_branch.name if person.home_branch else person.library.name if person.library else ""
    if channel.signature == Channel.Signature.NAME_BRANCH:
        return f"– {_list(person.name, branch)}"
    if channel.signature == Channel.Signature.INITIALS_BRANCH:
        return f"^{person.short} {branch}".rstrip()
    if channel.signature == Channel.Signature.FUNCTION and person.function:
        return f"– {_list(person.function, branch)}"
    return ""


def signature_of(post: Post, channel: Channel) -> str:
    """The line under this post on this channel: the sender's, and on a personal statement that it is one (A21)."""
    line = signature(post.sender, channel)
    if post.kind != Post.Kind.PERSONAL or (signs(channel) and not line):
        return line
    with override(post.lang):
        words = gettext(PERSONAL)
    return f"{line} ({words})" if line else f"– {words[:1].upper()}{words[1:]}"


def signs(channel: Channel) -> bool:
    """Whether the channel's rule asks for a signature."""
    return channel.signature != Channel.Signature.NONE


def signed_text(version: Version) -> str:
    """The text of a post on a channel exactly as it goes out."""
    return whole_text(version.post.names, version.text, signature_of(version.post, version.channel))


def _list(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
