"""Renditions are made where nobody waits for them."""

from datetime import timedelta
from io import BytesIO

from django.utils import timezone

from tests.media.pictures import drawn, encoded
from tests.people import Cast
from theke.jobs.sources import SOURCES
from theke.media.models import Asset, Rendition, RenditionOrder
from theke.media.ordering import MOST_TRIES, due, next_at, order, run
from theke.media.receiving import receive


def asset(people: Cast) -> Asset:
    return receive(BytesIO(encoded(drawn())), library=people.library, by=people.jana)


def test_the_engine_knows_the_source() -> None:
    assert SOURCES["renditions"].run is run


def test_what_is_ordered_is_made_once(people: Cast) -> None:
    kept = asset(people)
    for _ in range(2):
        order(kept, ["thumb", "view", "thumb"])
    assert RenditionOrder.objects.count() == 2
    for pk in due(9):
        run(pk)
    assert set(Rendition.objects.values_list("spec", flat=True)) == {"thumb", "view"}
    order(kept, ["thumb"])
    assert due(9) == []
    assert next_at() is None


def test_an_order_that_is_gone_does_no_harm(people: Cast) -> None:
    run(4711)
    assert not Rendition.objects.exists()


def test_what_cannot_be_made_now_is_tried_later_and_given_up_at_last(people: Cast) -> None:
    kept = asset(people)
    kept.path.unlink()
    order(kept, ["b10-p90000-j"])
    (pk,) = due(9)
    run(pk)
    assert due(9) == []
    again = next_at()
    assert again is not None
    assert again > timezone.now() + timedelta(seconds=30)
    for _ in range(MOST_TRIES):
        run(pk)
    assert not RenditionOrder.objects.exists()
