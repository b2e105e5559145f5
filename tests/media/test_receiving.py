"""What comes in is a picture, upright, with nothing hidden in it (A30, R22)."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import ExifTags, Image, ImageCms, PngImagePlugin

from tests.media.pictures import drawn, encoded, uploaded
from tests.people import Cast
from theke.media.models import Asset
from theke.media.receiving import NotAPicture, receive
from theke.media.refusing import MOST_BYTES


def take(people: Cast, data: bytes, **more: str) -> Asset:
    return receive(BytesIO(data), library=people.library, by=people.jana, **more)


def kept(asset: Asset) -> Image.Image:
    picture = Image.open(BytesIO(asset.path.read_bytes()))
    picture.load()
    return picture


def camera_exif() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Mara Lindqvist"
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "Kamerawerk SERIAL-4711"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (52.0, 22.0, 30.0)
    return exif


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF", "HEIF"])
def test_each_usual_format_is_taken(people: Cast, format: str) -> None:
    asset = take(people, encoded(drawn(), format), name="../../Vorlesen.xyz")
    assert (asset.width, asset.height) == (60, 40)
    assert asset.file_name == "Vorlesen.xyz"
    assert asset.mime in {"image/jpeg", "image/png", "image/webp"}
    assert kept(asset).size == (60, 40)


@pytest.mark.parametrize("format", ["JPEG", "WEBP", "HEIF", "PNG"])
def test_place_and_camera_are_removed_and_the_photographer_is_kept(people: Cast, format: str) -> None:
    given = encoded(drawn((80, 40)), format, exif=camera_exif().tobytes())
    before = Image.open(BytesIO(given)).getexif()
    assert before.get_ifd(ExifTags.IFD.GPSInfo), "the control: the place was in there"
    asset = take(people, given)
    after = asset.path.read_bytes()
    assert not dict(kept(asset).getexif())
    assert b"SERIAL-4711" in given
    assert b"SERIAL-4711" not in after
    assert b"Exif" not in after
    assert asset.credit == "Mara Lindqvist"


def test_a_picture_taken_sideways_is_turned_upright(people: Cast) -> None:
    asset = take(people, encoded(drawn((80, 40)), exif=camera_exif().tobytes()))
    assert (asset.width, asset.height) == (40, 80)
    red, _green, blue = kept(asset).convert("RGB").getpixel((20, 5))  # type: ignore[misc]
    assert red > 200
    assert blue < 60


def test_the_photographer_is_read_from_xmp_and_iptc(people: Cast) -> None:
    xmp = (
        b"<x:xmpmeta><rdf:RDF><dc:creator><rdf:Seq><rdf:li>Elin &amp; Bo</rdf:li></rdf:Seq></dc:creator></rdf:RDF></x:xmpmeta>"
    )
    asset = take(people, encoded(drawn(), xmp=xmp))
    assert asset.credit == "Elin & Bo"
    assert b"xmpmeta" not in asset.path.read_bytes()
    by_line = "Åsa Ek".encode()
    record = b"\x1c\x02\x50" + struct.pack(">H", len(by_line)) + by_line
    block = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(record)) + record
    plain = encoded(drawn((64, 40)))
    with_iptc = plain[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + plain[2:]
    asset = take(people, with_iptc)
    assert asset.credit == "Åsa Ek"
    assert b"Photoshop" not in asset.path.read_bytes()


def test_what_the_person_says_of_the_photographer_counts_more(people: Cast) -> None:
    asset = take(people, encoded(drawn(), exif=camera_exif().tobytes()), credit="Foto: Tom Ritter")
    assert asset.credit == "Foto: Tom Ritter"


def test_comments_and_texts_are_removed(people: Cast) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "Familie Berg, Hafenstr. 3")
    png = encoded(drawn(), "PNG", pnginfo=info)
    frames = [drawn((30, 20)), drawn((30, 20)).rotate(180)]
    gif = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], comment=b"Familie Berg", duration=[80, 120])
    for given in (png, gif, encoded(drawn(), comment=b"Familie Berg")):
        assert b"Familie Berg" in given
        assert b"Familie Berg" not in take(people, given).path.read_bytes()


def test_an_animation_keeps_moving_in_its_own_time(people: Cast) -> None:
    frames = [drawn((30, 20)), drawn((30, 20)).rotate(180)]
    asset = take(people, encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=[80, 120]))
    assert asset.mime == "image/gif"
    with Image.open(asset.path) as moving:
        assert getattr(moving, "n_frames", 1) == 2
        assert moving.info["duration"] == 80


def test_the_same_picture_twice_is_one_asset_in_each_library(people: Cast) -> None:
    data = encoded(drawn())
    first, again = take(people, data, alt="Ein Buch"), take(people, data)
    assert first.pk == again.pk
    assert again.alt == "Ein Buch"
    other = receive(BytesIO(data), library=people.stranger.library, by=people.stranger)  # type: ignore[arg-type]
    assert other.pk != first.pk
    assert other.alt == ""


def test_a_picture_with_colours_of_its_own_is_turned_into_srgb(people: Cast) -> None:
    cmyk = encoded(drawn(mode="RGB").convert("CMYK"))
    assert kept(take(people, cmyk)).mode == "RGB"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for format in ("JPEG", "PNG", "WEBP"):
        given = encoded(drawn((62, 40)), format, icc_profile=profile)
        assert profile in given or format == "PNG"
        assert "icc_profile" not in kept(take(people, given)).info
    broken = encoded(drawn((61, 40)), icc_profile=b"no profile at all")
    asset = take(people, broken)
    assert "icc_profile" not in kept(asset).info


def test_transparency_and_deep_grey_survive(people: Cast) -> None:
    clear = Image.new("RGBA", (20, 20), (10, 200, 30, 100))
    assert kept(take(people, encoded(clear, "PNG"))).getpixel((3, 3)) == (10, 200, 30, 100)
    deep = Image.new("I;16", (20, 20), 40_000)
    assert kept(take(people, encoded(deep, "PNG"))).convert("L").getpixel((3, 3)) == 40_000 // 256


def png_of(width: int, height: int, *chunks: bytes) -> bytes:
    """A PNG that says it is as large as it likes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + pixels + chunk(b"IEND", b"")


def text_bomb() -> bytes:
    body = b"Comment\0\0" + zlib.compress(b"a" * 100_000_000, 9)
    return struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))


HOSTILE = {
    "empty": (b"", "empty"),
    "bomb": (png_of(60_000, 60_000), "too large"),
    "large": (png_of(10_000, 9_900), "too large"),
    "text bomb": (png_of(10, 10, text_bomb()), "damaged"),
    "truncated": (encoded(drawn((300, 300)))[:700], "damaged"),
    "half a png": (encoded(drawn((300, 300)), "PNG")[:200], "damaged"),
    "half a heic": (encoded(drawn((300, 300)), "HEIF")[:400], "damaged|not a picture"),
    "text": (b"Das ist nur ein Text.", "not a picture"),
    "svg": (b"\n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "SVG"),
    "pdf": (b"%PDF-1.7 junk", "PDF"),
    "bitmap": (encoded(drawn(), "BMP"), "not a picture"),
    "postscript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not a picture"),
    "zeros": (bytes(5000), "not a picture"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_fit_picture_is_turned_away_in_words(people: Cast, name: str) -> None:
    data, words = HOSTILE[name]
    with pytest.raises(NotAPicture, match=words):
        take(people, data)
    assert not Asset.objects.exists()


def test_a_file_that_is_too_heavy_is_turned_away_unread(people: Cast) -> None:
    with pytest.raises(NotAPicture, match="at most 30 MB"):
        take(people, encoded(drawn()) + bytes(MOST_BYTES))


def test_a_page_hidden_behind_a_picture_does_not_come_along(people: Cast) -> None:
    """A polyglot: a true JPEG that is also HTML to whoever believes its name."""
    asset = take(people, encoded(drawn()) + b"<script>alert(1)</script>", name="seite.html")
    assert asset.mime == "image/jpeg"
    assert b"<script>" not in asset.path.read_bytes()


def test_an_endless_animation_is_turned_away(people: Cast) -> None:
    frames = [Image.new("L", (8, 8), value) for value in range(1, 252)]
    with pytest.raises(NotAPicture, match="200 frames"):
        take(people, encoded(frames[0], "GIF", save_all=True, append_images=frames[1:]))


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_broken_metadata_does_not_make_a_broken_picture(people: Cast) -> None:
    plain = encoded(drawn())
    block = b"Exif\0\0" + b"MM\0*\xff\xff\xff\xff" + b"junk" * 9
    assert take(people, plain[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + plain[2:]).width == 60


def test_an_upload_is_read_from_where_it_stands(people: Cast) -> None:
    assert receive(uploaded(), library=people.library, by=None).by is None
