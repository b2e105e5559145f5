"""How the sender is shown: the line under a text (B19, B42)."""

from collections.abc import Sequence

from django.utils.translation import gettext, gettext_noop, override

from theke.channels.models import Channel
from theke.guidelines.knowing import private_name
from theke.guidelines.rules.base import whole_text
from theke.people.models import Person
from theke.posts.models import Post, Version

PERSONAL = gettext_noop("personal statement")


def signature(person: Person, channel: Channel, others: Sequence[Person] = ()) -> str:
    """The line that this channel's rule puts under what this person writes, together with the `others`.

    Empty where the rule says none, and where the rule asks for something that we do not know of one of them: that blocks (R01).
    """
    branch = person.home_branch.name if person.home_branch else person.library.name if person.library else ""
    together = [person, *others]
    if channel.signature == Channel.Signature.NAME_BRANCH:
        return f"– {_list(_joined([_named(one) for one in together]), branch)}"
    if channel.signature == Channel.Signature.INITIALS_BRANCH:
        return f"^{'/'.join(one.short for one in together)} {branch}".rstrip()
    if channel.signature == Channel.Signature.FUNCTION and all(one.function for one in together):
        return f"– {_list(_joined(list(dict.fromkeys(one.function for one in together))), branch)}"
    return ""


def _named(person: Person) -> str:
    """The name; with the private one beside it only where the library allows it and the person has agreed twice (B25)."""
    private = private_name(person)
    return f"{person.name} ({private})" if private else person.name


def signature_of(post: Post, channel: Channel) -> str:
    """The line under this post on this channel, in the post's language: the sender's first, then those of the other authors (A18).

    A personal statement says that it is one (A21).
    """
    with override(post.lang):
        line = signature(post.sender, channel, post.authors)
        words = gettext(PERSONAL)
    if post.kind != Post.Kind.PERSONAL or (signs(channel) and not line):
        return line
    return f"{line} ({words})" if line else f"– {words[:1].upper()}{words[1:]}"


def signs(channel: Channel) -> bool:
    """Whether the channel's rule asks for a signature."""
    return channel.signature != Channel.Signature.NONE


def signed_text(version: Version) -> str:
    """The text of a post on a channel exactly as it goes out."""
    return whole_text(version.post.names, version.text, signature_of(version.post, version.channel))


def _list(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _joined(names: list[str]) -> str:
    """Several names as a sentence lists them."""
    if len(names) < 2:
        return "".join(names)
    return gettext("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}
