"""What is known of a picture reaches the rules, whichever way a post goes out (R15–R18, R54; A24, L8, L9, L27)."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests import factories
from tests.people import Cast
from theke.guidelines.models import CoverRight, OwnThings
from theke.media.models import Asset
from theke.posts.checking import findings
from theke.posts.models import Attachment, Post

NARROW = {"image_ratio": [0.8, 1.91], "can": ["text", "image"]}
WHOLE: dict[str, Any] = {"author": "Mia Sand", "source": "bilder.example", "terms": "cc_by"}


def shown(of: Cast, limits: dict[str, Any] | None = None, **fields: Any) -> Post:
    channel = factories.channel(of.library, limits_read=limits or {"can": ["text", "image"]})
    post = factories.post(of.jana, channel, text=fields.pop("text", "Samstag wird vorgelesen"))
    facts = {"sha256": f"{Asset.objects.count():064x}", "mime": "image/jpeg", "width": 1600, "height": 900, "size": 9}
    asset = Asset.objects.create(library=of.library, **facts | fields)
    Attachment.objects.create(post=post, asset=asset, alt="Zwei Stühle vor einem Regal")
    return post


def rules(post: Post, **given: Any) -> list[str]:
    return [one.rule for one in findings(post, **given)]


def test_a_picture_of_which_nobody_has_said_anything_goes_out_as_before(people: Cast) -> None:
    assert rules(shown(people, credit="Mia Sand", licence="CC BY 4.0")) == []


@pytest.mark.parametrize("missing", ["author", "source"])
def test_once_somebody_says_why_we_may_use_it_the_rest_is_asked_for(people: Cast, missing: str) -> None:
    fields: dict[str, Any] = {"author": "Mia Sand", "source": "bilder.example", "terms": "permission"}
    assert rules(shown(people, **fields)) == []
    assert rules(shown(people, **fields | {missing: ""})) == ["R15"]


def test_words_in_a_picture_stand_in_the_text_or_in_its_description_too(people: Cast) -> None:
    """R39: a poster alone is read by nobody who does not see it."""
    wording = "Lesung mit Mara Lind am Samstag"
    assert rules(shown(people, wording=wording)) == ["R39"]
    assert rules(shown(people, wording=wording, text=f"{wording}. Kommt vorbei")) == []
    described = shown(people, wording=wording)
    described.attachments.update(alt=f"Plakat: {wording}")
    assert rules(described) == []


def test_our_own_work_needs_no_source(people: Cast) -> None:
    assert rules(shown(people, terms="own", author="Jana Berg")) == []


def test_a_licence_counts_on_the_day_on_which_it_goes_out(people: Cast) -> None:
    today = people.library.today
    post = shown(people, terms="own", author="Jana Berg", rights_until=today)
    assert rules(post) == []
    assert rules(post, at=timezone.now() + timedelta(days=2)) == ["R15"]


def test_the_credit_is_added_in_one_step(people: Cast) -> None:
    (found,) = findings(shown(people, **WHOLE))
    assert (found.rule, found.severity, found.mend) == ("R16", "block", "\n\nMia Sand, CC BY 4.0, bilder.example")
    assert rules(shown(people, **WHOLE, text=f"Vorlesen{found.mend}")) == []


def test_what_must_stay_whole_is_not_cut_by_hand_nor_by_a_network(people: Cast) -> None:
    fields: dict[str, Any] = WHOLE | {"terms": "cc_by_nd", "text": "Mia Sand, CC BY-ND 4.0, bilder.example"}
    assert rules(shown(people, **fields)) == []
    assert rules(shown(people, **fields, limits=NARROW)) == [], "16:9 is taken as it is"
    assert rules(shown(people, **fields, limits=NARROW, width=500)) == ["R17"]
    cut: dict[str, Any] = fields | {"text": "Mia Sand, CC BY-ND 4.0, beschnitten, bilder.example", "cropped": True}
    assert rules(shown(people, **cut)) == ["R17"]


def test_a_cover_is_settled_by_the_table_of_its_publisher(people: Cast) -> None:
    post = shown(people, terms="cover", cover_of="978-3-7891-1234-5")
    assert rules(post) == ["R18"]
    CoverRight.objects.create(library=people.library, publisher="Oetinger", isbn_prefix="978-3-7891", may="whole")
    OwnThings.touch(people.library)
    assert rules(post) == []


def test_what_a_machine_made_is_labelled_whether_or_not_its_rights_are_known(people: Cast) -> None:
    assert rules(shown(people, ai_made=True)) == ["R54"]
    assert rules(shown(people, ai_made=True, text="Samstag wird vorgelesen\n\nMit KI erstellt")) == []
    assert rules(shown(people, ai_made=True, terms="own", author="Jana Berg")) == ["R54"]
