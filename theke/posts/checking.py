"""Asks the guideline about a post."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from theke.channels.models import Channel
from theke.guidelines.checking import check
from theke.guidelines.knowing import context_of, owner_of, reposts, website_first
from theke.guidelines.rules.base import Draft, Finding, Picture, Target
from theke.media.consenting import consents_of
from theke.people.models import Person
from theke.posts.completeness import gaps
from theke.posts.depicting import picture_of
from theke.posts.models import Attachment, Override, Post, Version
from theke.posts.options import other_words
from theke.posts.recalling import look_of, recent
from theke.posts.signing import signature_of, signs


def draft_of(post: Post, versions: Iterable[Version] | None = None, attachments: Iterable[Attachment] | None = None) -> Draft:
    """The post as the rules see it: one target per channel, each with the signature it will have there.

    Versions and attachments are the stored ones, unless others are given that are not stored yet.
    """
    versions = list(post.versions.select_related("channel", "channel__branch") if versions is None else versions)
    attachments = list(post.attachments.select_related("asset") if attachments is None else attachments)
    below, besides = other_words(post, versions, attachments)
    return Draft(
        below=below,
        besides=besides,
        targets=tuple(_target(post, version) for version in versions),
        sender="" if post.sender.left_at else post.sender.name,
        kind="personal" if post.kind == Post.Kind.PERSONAL else "library",
        form="reply" if post.form == Post.Form.REPLY else "post",
        lang=post.lang,
        warning=post.warning,
        pictures=_pictures(post, attachments, [version.channel for version in versions]),
        authors=tuple(one.name for one in post.authors),
        title=post.title,
        private=post.audience == "direct",
        heated=post.heated_at is not None,
        answered_at=post.answered_at,
        sponsored=post.sponsored,
        ai_made=post.ai_made or any(one.asset.ai_made for one in attachments),
        films_captioned=post.films_captioned if post.form == Post.Form.POST else None,  # an answer has no place to say so
        quotes_with_leave=bool(post.leave),
    )


def _pictures(post: Post, attachments: list[Attachment], channels: list[Channel]) -> tuple[Picture, ...]:
    consents = consents_of(one.asset for one in attachments)
    seen = [(one, picture_of(one, channels, post, consents.get(one.asset_id, ()))) for one in attachments]
    return tuple(replace(picture, look=look_of(one.asset.sha256, one.asset.look)) for one, picture in seen)


def _target(post: Post, version: Version) -> Target:
    channel, limits = version.channel, version.channel.limits
    return Target(
        key=str(channel.pk),
        name=channel.name,
        text=post.text if version.own_text is None else version.own_text,
        signature=signature_of(post, channel),
        signs=signs(channel),
        names=post.names,
        own=version.own_text is not None,
        measure=limits.measure,
        text_max=limits.text_max,
        alt_max=limits.alt_max,
        chained="thread" in limits.can,
    )


def findings(post: Post, at: datetime | None = None) -> list[Finding]:
    """What the guideline says to the post if it goes out at `at` (aware), now by default."""
    versions = list(post.versions.select_related("channel", "channel__branch"))
    return judge(post, draft_of(post, versions), [version.channel for version in versions], at)


def judge(
    post: Post, draft: Draft, channels: Iterable[Channel], at: datetime | None = None, *, recently: bool = False
) -> list[Finding]:
    """Everything there is to say to the draft of a post: first what is missing, then the guideline in all its layers.

    With `recently` it is compared with what the channels have had lately, too; that gives hints only, and costs a query.
    """
    listed = list(channels)
    missing = gaps(draft, {str(channel.pk): channel for channel in listed})
    context = context_of(post.library, at, author=post.sender, others=post.authors, channels=listed, row=post)
    if website_first(post.library) and not any(channel.facts.own_pages for channel in listed):
        draft = replace(draft, announces=True)  # the library's answer to what place the networks have (R56)
    if recently:
        context = replace(context, recent=recent(post, listed, context.at, pictures=bool(draft.pictures)))
    return [*missing, *check(draft, context)]


def may_confirm(found: Finding, post: Post, by: Person) -> bool:
    """Whether this person can go past a warning with a reason.

    A private name is let through by its owner alone, where the library wants them to be asked each time (B24, B27).
    """
    if found.rule != "R29" or reposts(post.library) != "asked":
        return found.severity == "warn"
    return found.severity == "warn" and owner_of(post.library, str(found.params.get("seen") or found.seen)) == by.pk


def go_past(found: Finding, post: Post, *, reason: str, by: Person) -> None:
    """Keep the reason for which somebody goes past a warning; the last one given counts."""
    given = {"rule": found.rule, "reason": reason[:300], "by": by}
    Override.objects.update_or_create(post=post, finding=found.fingerprint, defaults=given)


def hindrances(post: Post, at: datetime | None = None) -> list[Finding]:
    """What keeps the post from going out: every block, and every warning that nobody has confirmed with a reason."""
    found = [one for one in findings(post, at) if one.severity != "hint"]
    confirmed = set(post.overrides.values_list("finding", flat=True)) if found else set()
    return [one for one in found if one.severity == "block" or one.fingerprint not in confirmed]


def lost_links(post: Post, at: datetime | None = None) -> list[Finding]:
    """What is known by now of the links of a post that was planned earlier, as far as nobody has given a reason (R33)."""
    return [one for one in hindrances(post, at) if one.rule == "R33"]
