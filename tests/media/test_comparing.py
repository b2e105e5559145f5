"""A picture is known again though it was saved anew, and none is taken for another (R55)."""

from collections.abc import Callable
from io import BytesIO
from itertools import combinations
from random import Random

import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont, ImageOps

from tests.media.pictures import drawn, encoded
from tests.people import Cast
from theke.guidelines.rules.doublets import BITS
from theke.media import comparing
from theke.media.comparing import look_of
from theke.media.models import Asset
from theke.media.receiving import receive
from theke.site.demo import pictures as demo

WORDS = [
    "Vorlesen",
    "Samstag",
    "Hafen",
    "Bilderbuch",
    "Kinder",
    "Autorin",
    "Abend",
    "Musik",
    "Café",
    "Spiele",
    "Sprache",
    "Treff",
    "Lesung",
    "Krimi",
    "Nacht",
]
SIZE = (540, 675)


def photo(seed: int, light: float = 1.0) -> Image.Image:
    """Blurred patches with the grain of a camera."""
    chance = Random(seed)
    patches = Image.frombytes("RGB", (32, 24), chance.randbytes(32 * 24 * 3)).filter(ImageFilter.GaussianBlur(3))
    large = ImageEnhance.Contrast(patches.resize((600, 450), Image.Resampling.BICUBIC)).enhance(4)
    grain = Image.frombytes("L", (600, 450), chance.randbytes(600 * 450)).convert("RGB")
    return Image.blend(ImageEnhance.Brightness(large).enhance(light), grain, 0.03)


def poster(seed: int, paper: str = "#004b6b", ink: str = "white") -> Image.Image:
    """Always the same places and sizes, with other words."""
    chance, made = Random(seed), Image.new("RGB", SIZE, paper)
    draw, y = ImageDraw.Draw(made), 60
    for size, lines in ((45, 2), (23, 6), (18, 4)):
        for _line in range(lines):
            draw.text((40, y), " ".join(chance.sample(WORDS, chance.randint(2, 4))), ink, ImageFont.load_default(size))
            y += int(size * 1.4)
        y += 30
    return made


SCENES: dict[str, Callable[[], Image.Image]] = {
    **{f"photo {n}": lambda n=n: photo(n) for n in range(5)},  # type: ignore[misc]
    **{f"dim photo {n}": lambda n=n: photo(20 + n, 0.3) for n in range(3)},  # type: ignore[misc]
    **{f"poster {n}": lambda n=n: poster(n) for n in range(12)},  # type: ignore[misc]
    **{f"white poster {n}": lambda n=n: poster(10 + n, "white", "black") for n in range(12)},  # type: ignore[misc]
    "shelf": lambda: demo.shelf(Random(1)).reduce(2),
    "lantern": lambda: demo.lantern(Random(1)).reduce(2),
    "whale": lambda: demo.whale(Random(1)).reduce(2),
}
PLAIN: dict[str, Image.Image] = {
    "white": Image.new("RGB", SIZE, "white"),
    "black": Image.new("RGB", SIZE, "black"),
    "grainy grey": Image.blend(Image.new("RGB", SIZE, "#777"), Image.effect_noise(SIZE, 20).convert("RGB"), 0.05),
    "sky": ImageOps.colorize(Image.linear_gradient("L").resize(SIZE), "#99ccff", "white"),
    "night": photo(7, 0.02),
    "two halves": drawn((900, 600)),
    "nothing to see": Image.new("RGBA", SIZE, (0, 0, 0, 0)),
}


def apart(one: str, other: str) -> int:
    assert one and other
    return (int(one, 16) ^ int(other, 16)).bit_count()


def as_jpeg(picture: Image.Image, quality: int) -> bytes:
    return encoded(picture, quality=quality)


ANEW: dict[str, Callable[[Image.Image], bytes]] = {
    "half as large": lambda one: as_jpeg(one.resize((one.width // 2, one.height // 2)), 75),
    "tiny": lambda one: as_jpeg(one.resize((320, one.height * 320 // one.width)), 60),
    "recompressed": lambda one: as_jpeg(one, 40),
    "brighter": lambda one: as_jpeg(ImageEnhance.Brightness(one).enhance(1.08), 85),
    "more contrast": lambda one: as_jpeg(ImageEnhance.Contrast(one).enhance(1.1), 85),
    "png": lambda one: encoded(one, "PNG"),
    "webp": lambda one: encoded(one, "WEBP", quality=70),
}


@pytest.fixture(scope="module")
def looks() -> dict[str, str]:
    return {name: look_of(as_jpeg(draw(), 90)) for name, draw in SCENES.items()}


@pytest.mark.parametrize("how", ANEW)
def test_a_picture_saved_anew_is_the_same(looks: dict[str, str], how: str) -> None:
    some = {name: draw for name, draw in SCENES.items() if not name.endswith(("5", "6", "7", "8", "9", "0", "1"))}
    far = {name: apart(looks[name], look_of(ANEW[how](draw()))) for name, draw in some.items()}
    assert {name: bits for name, bits in far.items() if bits > BITS} == {}


def test_two_pictures_are_two_even_posters_of_one_template(looks: dict[str, str]) -> None:
    near = {(one, two) for one, two in combinations(looks, 2) if apart(looks[one], looks[two]) <= BITS}
    assert near == set()


@pytest.mark.parametrize("name", PLAIN)
def test_what_is_plain_blank_or_nearly_black_looks_like_nothing(name: str) -> None:
    assert look_of(encoded(PLAIN[name], "PNG")) == ""


@pytest.mark.parametrize("data", [b"", b"kein Bild", as_jpeg(photo(1), 80)[:200]])
def test_what_is_no_picture_has_no_look(data: bytes) -> None:
    assert look_of(data) == ""


def test_the_look_is_taken_when_a_picture_comes_in(people: Cast) -> None:
    one = receive(BytesIO(as_jpeg(photo(1), 90)), library=people.library, by=people.jana)
    other = receive(BytesIO(ANEW["tiny"](photo(1))), library=people.library, by=people.jana)
    plain = receive(BytesIO(encoded(PLAIN["white"])), library=people.library, by=people.jana)
    assert one.look and other.look
    assert apart(one.look, other.look) <= BITS
    assert (plain.look, comparing.due(5), comparing.next_at()) == ("", [], None)


def test_pictures_from_before_get_theirs_in_the_background(people: Cast) -> None:
    asset = receive(BytesIO(as_jpeg(photo(1), 90)), library=people.library, by=people.jana)
    lost = Asset.objects.create(library=people.library, sha256="ab" * 32, mime="image/png", width=1, height=1, size=1)
    known = asset.look
    Asset.objects.update(look=None)
    assert comparing.due(5) == [lost.pk, asset.pk] and comparing.next_at()
    for pk in (lost.pk, asset.pk, asset.pk, asset.pk + 100):
        comparing.run(pk)
    asset.refresh_from_db()
    lost.refresh_from_db()
    assert asset.look is not None and known is not None and apart(asset.look, known) <= BITS
    assert (lost.look, comparing.due(5)) == ("", [])
