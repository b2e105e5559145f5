"""Says to the rules what is known of a picture: who is on it, and whose it is."""

from collections.abc import Iterable

from theke.channels.models import Channel
from theke.guidelines.knowing import cover_right
from theke.guidelines.rules.base import Consent, Picture, Rights
from theke.media.models import Asset
from theke.media.models import Consent as Noted
from theke.media.specs import takes_whole
from theke.posts.models import Attachment, Post


def picture_of(attachment: Attachment, channels: Iterable[Channel], post: Post, consents: Iterable[Noted] = ()) -> Picture:
    """The picture of a post that goes to these channels, its credit in the language of the post.

    What nobody has said yet is not asked: pictures from before the questions go out as they always did.
    """
    asset = attachment.asset
    return Picture(
        str(attachment.pk),
        attachment.alt,
        attachment.decorative,
        asset.file_name,
        wording=asset.wording,
        people=asset.people,  # type: ignore[arg-type]
        minors=asset.minors,
        consents=tuple(_consent(one) for one in consents),
        rights=_rights(asset, channels, post) if asset.terms or asset.rights_until else None,
    )


def _consent(one: Noted) -> Consent:
    return Consent(
        who=one.who,
        minor=one.minor,
        guardians=one.guardians,
        guardians_needed=one.guardians_needed,
        own=one.own,
        asks_own=one.asks_own,
        targets=frozenset(str(key) for key in one.channels) if one.channels else None,
        until=one.until,
        withdrawn=one.withdrawn_at is not None,
    )


def _rights(asset: Asset, channels: Iterable[Channel], post: Post) -> Rights:
    """Whose it is. A network that takes only other forms than its own crops it, too (R17)."""
    is_cover = asset.terms == Asset.Terms.COVER
    known = cover_right(post.library, asset.cover_of) if is_cover else None
    here = asset.cover_of if is_cover else asset.author if asset.terms == Asset.Terms.OWN else ""
    return Rights(
        source=asset.source or here,
        author=asset.author or (asset.cover_of if is_cover else ""),
        licence=asset.licence_name,
        credit=asset.credit_in(post.lang),
        until=asset.rights_until,
        cropped=asset.cropped or not all(takes_whole(one.limits, asset.width / asset.height) for one in channels),
        cover_of=asset.cover_of if is_cover else "",
        cover_settled=bool(known and known.settled),
    )
