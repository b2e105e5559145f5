"""What the guideline says to a post, and what keeps it from going out (A13, B19)."""

import pytest
from django.utils import timezone

from tests import factories
from tests.people import Cast
from theke.media.models import Asset
from theke.posts.checking import draft_of, findings, hindrances
from theke.posts.models import Attachment, Override, Post, Version

FAKE = "𝓥𝓸𝓻𝓵𝓮𝓼𝓮𝓷 am Samstag"


def picture(of: Cast, post: Post, **fields: object) -> Attachment:
    asset = Asset.objects.create(
        library=of.library, sha256=f"{Asset.objects.count():064x}", mime="image/jpeg", width=9, height=9, size=9
    )
    return Attachment.objects.create(post=post, asset=asset, **fields)


def rules(post: Post) -> list[str]:
    return [one.rule for one in findings(post)]


def test_a_draft_has_each_channel_with_its_text_and_signature(people: Cast) -> None:
    one, two = factories.channel(people.library, position=1), factories.channel(people.library, position=2)
    post = factories.post(people.jana, one)
    Version.objects.create(post=post, channel=two, own_text="")
    shared, own = draft_of(post).targets
    assert (shared.text, shared.own, shared.signature) == (post.text, False, "– Jana Berg, Hafen")
    assert (own.text, own.own) == ("", True)


def test_a_plain_post_has_nothing_against_it(people: Cast) -> None:
    assert findings(factories.post(people.jana, factories.channel(people.library))) == []


def test_a_sender_who_has_left_no_longer_speaks(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library))
    post.sender.left_at = timezone.now()
    assert rules(post) == ["R01"]


def test_a_post_without_channel_or_content_goes_nowhere(people: Cast) -> None:
    assert rules(factories.post(people.jana)) == ["P01"]
    channel = factories.channel(people.library)
    empty = factories.post(people.jana, channel, text=" \n")
    assert rules(empty) == ["P02"]


def test_a_channel_that_is_not_connected_is_said(people: Cast) -> None:
    channel = factories.channel(people.library, connected_at=None)
    assert rules(factories.post(people.jana, channel)) == ["P03"]


def test_what_a_channel_needs_and_takes_is_said(people: Cast) -> None:
    limits = {"media_required": True, "media_max": 1, "can": ["text", "image"]}
    post = factories.post(people.jana, factories.channel(people.library, limits_read=limits))
    assert rules(post) == ["P05"]
    for _ in range(2):
        picture(people, post, decorative=True)
    assert rules(post) == ["P06"]
    textless = factories.post(
        people.jana, factories.channel(people.library, limits_read=limits | {"text_required": True}), text=""
    )
    picture(people, textless, decorative=True)
    assert rules(textless) == ["P04"]


def test_a_warning_hinders_until_someone_gives_a_reason(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library), text=FAKE)
    (found,) = hindrances(post)
    assert (found.rule, found.severity) == ("R38", "warn")
    Override.objects.create(post=post, rule=found.rule, finding=found.fingerprint, reason="Zitat", by=people.jana)
    assert hindrances(post) == []
    post.text = "𝓐𝓷𝓭𝓮𝓻𝓮 Wörter"
    assert [one.rule for one in hindrances(post)] == ["R38"], "a reason holds for the words it was given for"


def test_a_block_cannot_be_overridden(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library, limits_read={"text_max": 5, "can": ["text"]}))
    (found,) = hindrances(post)
    Override.objects.create(post=post, rule=found.rule, finding=found.fingerprint, reason="muss sein", by=people.jana)
    assert [one.rule for one in hindrances(post)] == ["R45"]


@pytest.mark.parametrize(
    ("alt", "decorative", "expected"), [("", False, ["R19"]), ("", True, []), ("Eine Frau liest vor.", False, [])]
)
def test_a_picture_needs_a_description_or_is_decoration(people: Cast, alt: str, decorative: bool, expected: list[str]) -> None:
    post = factories.post(people.jana, factories.channel(people.library, limits_read={"can": ["text", "image"]}))
    picture(people, post, alt=alt, decorative=decorative)
    assert rules(post) == expected


def test_hints_do_not_hinder(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library), text="Kommt alle! #wirlesengemeinsam")
    assert rules(post) == ["R35"]
    assert hindrances(post) == []


def test_a_description_too_long_for_a_channel_is_found_before_the_server_refuses_the_picture(people: Cast) -> None:
    limits = {"alt_max": 40, "media_max": 4, "can": ["text", "image"]}
    post = factories.post(people.jana, factories.channel(people.library, limits_read=limits))
    picture(people, post, alt="Eine Lampe leuchtet über dem Buch.")
    assert "P08" not in rules(post)
    post.attachments.update(alt="Eine Lampe leuchtet über einem offenen Buch im Lesesaal.")
    assert "P08" in rules(post)


def test_a26_what_somebody_has_borrowed_is_kept_back_unless_only_they_can_read_it(people: Cast) -> None:
    answer = factories.post(
        people.jana, factories.channel(people.library), text="Dein Buch ist überfällig.", form=Post.Form.REPLY
    )
    (found,) = hindrances(answer)
    assert (found.rule, found.severity, found.safe_way) == ("R10", "block", True)
    answer.audience = "direct"
    assert hindrances(answer) == []
