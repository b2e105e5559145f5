"""Takes a picture in: proved by decoding, turned upright, everything hidden in it removed, its photographer remembered."""

from dataclasses import dataclass
from io import BytesIO
from typing import IO

from django.utils.translation import gettext_noop
from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

from theke.media.animations import encode_animation, is_animation
from theke.media.comparing import look_at, look_of
from theke.media.credits import credit_in
from theke.media.keeping import keep
from theke.media.models import Asset
from theke.media.refusing import HOSTILE, MEGAPIXELS, MOST_BYTES, MOST_PIXELS, NotAPicture, refuse_what_is_no_picture
from theke.people.models import Library, Person

__all__ = ["NotAPicture", "receive"]

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "HEIF")
SRGB = ImageCms.createProfile("sRGB")


@dataclass(frozen=True)
class Clean:
    """A picture that holds nothing but its picture."""

    data: bytes
    mime: str
    width: int
    height: int
    credit: str
    look: str


def receive(file: IO[bytes], *, library: Library, by: Person | None, alt: str = "", credit: str = "", name: str = "") -> Asset:
    """Keep a picture. The same picture twice is one asset; what is known of it already stays.

    Raises `NotAPicture` with words for the person who sent it. Name and content type of the upload are never believed.
    """
    data = file.read(MOST_BYTES + 1)
    refuse_what_is_no_picture(data)
    clean = _clean(data)
    facts = {
        "mime": clean.mime,
        "width": clean.width,
        "height": clean.height,
        "size": len(clean.data),
        "look": clean.look,
        "file_name": _name(name or getattr(file, "name", "") or ""),
        "alt": alt,
        "credit": (credit or clean.credit)[:200],
        "author": clean.credit[:200],
        "by": by,
    }
    asset, _new = Asset.objects.get_or_create(library=library, sha256=keep("assets", clean.data), defaults=facts)
    if asset.binned_at is not None:  # somebody wants it again
        asset.binned_at = None
        asset.save(update_fields=["binned_at"])
    return asset


def _name(given: str) -> str:
    """The file's name without folders and without characters that do not show."""
    last = str(given).replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in last if letter.isprintable())[:200]


def _prepare_for(data: bytes) -> None:
    """Teach Pillow to read HEIC before the first such picture: four megabytes that a desk without iPhones never needs."""
    if data[4:8] == b"ftyp" and "HEIF" not in Image.OPEN:
        import pillow_heif  # noqa: PLC0415

        pillow_heif.register_heif_opener()


def _clean(data: bytes) -> Clean:
    _prepare_for(data)
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as picture:
            return _cleaned(picture, data)
    except NotAPicture:
        raise
    except UnidentifiedImageError:
        raise NotAPicture(
            gettext_noop("This file is not a picture that we can read. JPEG, PNG, WebP, GIF and HEIC work.")
        ) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except HOSTILE:
        raise NotAPicture(gettext_noop("This picture is damaged or incomplete. Please save it anew and try again.")) from None


def _too_many_pixels() -> NotAPicture:
    return NotAPicture(
        gettext_noop("This picture is too large: at most %(most)s megapixels. Please make it smaller first."), most=MEGAPIXELS
    )


def _cleaned(picture: Image.Image, data: bytes) -> Clean:
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_many_pixels()
    if is_animation(picture):
        moving = encode_animation(picture)
        return Clean(moving, "image/gif", *picture.size, credit="", look=look_of(moving))
    source = picture.format or ""
    picture.load()
    credit = credit_in(picture, data)
    upright = _in_srgb(_upright(picture))
    look = look_at(upright)
    mime, encoded = _encode(upright, source)
    return Clean(encoded, mime, upright.width, upright.height, credit, look)


def _upright(picture: Image.Image) -> Image.Image:
    try:
        turned = picture.getexif().get(ExifTags.Base.Orientation, 1) != 1
        return ImageOps.exif_transpose(picture) if turned else picture
    except HOSTILE:  # broken metadata does not make a broken picture
        return picture


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The picture in plain RGB or RGBA, in the colours of sRGB."""
    profile = picture.info.get("icc_profile")
    plain = _plain(picture) if picture.mode != "CMYK" or not profile else picture
    if not profile:
        return plain
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        wanted = "RGB" if plain.mode == "CMYK" else plain.mode
        turned = ImageCms.profileToProfile(plain, source, SRGB, outputMode=wanted)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return _plain(picture)  # a broken profile: the numbers as they are
    return turned if turned is not None else _plain(picture)


def _plain(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):  # 16 bits of grey
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    wanted = "RGBA" if picture.has_transparency_data else "RGB"
    return picture if picture.mode == wanted else picture.convert(wanted)


def _encode(picture: Image.Image, source: str) -> tuple[str, bytes]:
    """The picture as we keep it: without what the writers would carry over, which is all that stands in `info`."""
    bare = picture
    bare.info = {}
    out = BytesIO()
    if source in ("PNG", "GIF"):
        bare.save(out, "PNG")
        return "image/png", out.getvalue()
    if source == "WEBP" or bare.mode == "RGBA":
        bare.save(out, "WEBP", quality=92, method=4)
        return "image/webp", out.getvalue()
    bare.save(out, "JPEG", quality=92, subsampling=0)
    return "image/jpeg", out.getvalue()
