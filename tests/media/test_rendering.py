"""Renditions fit what a network takes."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from tests.media.pictures import drawn, encoded, noisy
from tests.people import Cast
from theke.media.models import Asset, Rendition
from theke.media.receiving import receive
from theke.media.rendering import CannotRender, render, rendition_path, spec_for
from theke.media.specs import frame
from theke.networks.base import Limits

JPEG = frozenset({"image/jpeg"})


def asset(people: Cast, picture: Image.Image, format: str = "JPEG", **options: Any) -> Asset:
    return receive(BytesIO(encoded(picture, format, **options)), library=people.library, by=people.jana)


def test_the_same_limits_have_the_same_name_and_the_name_says_them() -> None:
    limits = Limits(
        image_bytes=500_000, image_pixels=1_000_000, image_types=frozenset({"image/png", "image/jpeg", "image/avif"})
    )
    assert spec_for(limits) == "b500000-p1000000-jp"
    named = frame(spec_for(limits))
    assert (named.size, named.pixels, named.types) == (500_000, 1_000_000, frozenset({"image/png", "image/jpeg"}))


@pytest.mark.parametrize("spec", ["", "b1-p1-x", "../../etc/passwd", "b-p-j", "thumbs"])
def test_a_name_that_stands_for_nothing_is_refused(spec: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        frame(spec)


def test_a_picture_within_the_limits_is_left_as_it_is(people: Cast) -> None:
    kept = asset(people, drawn())
    assert render(kept, spec_for(Limits())).sha256 == kept.sha256


@pytest.mark.parametrize(("size", "pixels"), [(60_000, 10_000_000), (5_000_000, 90_000), (8_000, 10_000_000)])
def test_a_picture_beyond_the_limits_is_made_to_fit(people: Cast, size: int, pixels: int) -> None:
    kept = asset(people, noisy())
    assert kept.size > size or kept.width * kept.height > pixels, "the control: it did not fit"
    made = render(kept, spec_for(Limits(image_bytes=size, image_pixels=pixels, image_types=JPEG)))
    assert made.size == len(made.path.read_bytes()) <= size
    assert made.width * made.height <= pixels
    assert abs(made.width / made.height - 900 / 700) < 0.02
    with Image.open(made.path) as picture:
        assert picture.size == (made.width, made.height)


def test_transparency_is_kept_where_it_can_be_and_white_where_not(people: Cast) -> None:
    kept = asset(people, Image.new("RGBA", (40, 40), (200, 0, 0, 0)), "PNG")
    clear = render(kept, "b9000-p400-jp")
    assert clear.mime == "image/png"
    with Image.open(rendition_path(kept, "b9000-p400-j")) as flat:
        assert flat.getpixel((2, 2)) == (255, 255, 255)


def test_a_moving_picture_moves_where_it_may_and_stands_still_elsewhere(people: Cast) -> None:
    frames = [drawn((30, 20)), drawn((30, 20)).rotate(180)]
    kept = asset(people, frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert render(kept, "b900000-p10000-gj").mime == "image/gif"
    assert render(kept, "b900000-p10000-j").mime == "image/jpeg"


def test_rendering_twice_makes_one_rendition_and_a_lost_file_is_made_again(people: Cast) -> None:
    kept = asset(people, noisy((500, 400)))
    first = render(kept, "b20000-p90000-j")
    assert render(kept, "b20000-p90000-j").pk == first.pk
    first.path.unlink()
    again = render(kept, "b20000-p90000-j")
    assert again.sha256 == first.sha256
    assert again.path.exists()
    assert Rendition.objects.count() == 1


def test_limits_that_no_picture_meets_are_said_instead_of_tried_for_ever(people: Cast) -> None:
    with pytest.raises(CannotRender):
        render(asset(people, noisy((80, 60))), "b100-p90000-j")


@pytest.mark.parametrize(("size", "form"), [((900, 300), 1.91), ((300, 900), 0.8), ((400, 400), 1.0)])
def test_a_picture_of_another_form_is_cut_around_its_focal_point(people: Cast, size: tuple[int, int], form: float) -> None:
    picture = Image.new("RGB", size, "white")
    picture.paste("black", (0, 0, size[0] // 4, size[1] // 4))
    kept = asset(people, picture)
    kept.focus_x, kept.focus_y = -1.0, 1.0
    made = render(kept, spec_for(Limits(image_ratio=(0.8, 1.91), image_types=JPEG)))
    assert 0.8 <= made.width / made.height <= 1.91
    assert abs(made.width / made.height - form) < 0.02
    with Image.open(made.path) as cut:
        assert cut.convert("L").getpixel((2, 2)) < 60, "the black corner is the focal point"  # type: ignore[operator]
