"""Makes the picture that a network takes out of the picture that we keep."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from theke.media.keeping import keep
from theke.media.models import Asset, Rendition
from theke.media.specs import Frame, frame, spec_for

__all__ = ["CannotRender", "render", "rendition_path", "spec_for"]

FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
QUALITIES = (90, 82, 74, 66)
SHRINK = 0.84  # about 70 % of the pixels, so each round saves about a third of the bytes
SMALLEST = 16


class CannotRender(Exception):
    """No picture can be made that small."""


@dataclass(frozen=True)
class Made:
    """A finished picture."""

    data: bytes
    mime: str
    width: int
    height: int


def render(asset: Asset, spec: str) -> Rendition:
    """The rendition of this name, made if it is not there yet.

    Safe to call any number of times from any thread; the same asset and name always give the same limits. Raises ValueError
    for a name that stands for nothing, `CannotRender` for limits that no picture meets, and OSError when the file is gone.
    """
    known = Rendition.objects.filter(asset=asset, spec=spec).first()
    if known is not None and known.path.exists():
        return known
    made = _fit(asset, frame(spec))
    facts = {
        "sha256": keep("renditions", made.data),
        "mime": made.mime,
        "width": made.width,
        "height": made.height,
        "size": len(made.data),
    }
    rendition, _new = Rendition.objects.update_or_create(asset=asset, spec=spec, defaults=facts)
    return rendition


def rendition_path(asset: Asset, spec: str) -> Path:
    """Where the bytes of the rendition lie; it is made if need be."""
    return render(asset, spec).path


def _fit(asset: Asset, into: Frame) -> Made:
    data = asset.path.read_bytes()
    if _fits_as_it_is(asset, into):
        return Made(data, asset.mime, asset.width, asset.height)
    with Image.open(BytesIO(data)) as picture:
        picture.load()
        return _shrink(_within(in_form(picture, into.ratio, (asset.focus_x, asset.focus_y)), into), into)


def _fits_as_it_is(asset: Asset, into: Frame) -> bool:
    narrow = not into.side or max(asset.width, asset.height) <= into.side
    light = asset.size <= into.size and asset.width * asset.height <= into.pixels
    return asset.mime in into.types and light and narrow and _has_form(asset.width / asset.height, into.ratio)


def _has_form(form: float, ratio: tuple[float, float]) -> bool:
    narrowest, widest = ratio
    return not widest or narrowest <= form <= widest


def in_form(picture: Image.Image, ratio: tuple[float, float], focus: tuple[float, float]) -> Image.Image:
    """The picture cut to the nearest form that is taken, around its focal point: what matters stays in."""
    form = picture.width / picture.height
    if _has_form(form, ratio):
        return picture
    wanted = min(max(form, ratio[0]), ratio[1])
    # One pixel less, not one more: rounding must not lead out of the form again.
    width = int(picture.height * wanted) if form > wanted else picture.width
    height = int(picture.width / wanted) if form < wanted else picture.height
    left = _kept(picture.width, width, (focus[0] + 1) / 2)
    top = _kept(picture.height, height, (1 - focus[1]) / 2)
    return picture.crop((left, top, left + width, top + height))


def _kept(whole: int, part: int, focus: float) -> int:
    """Where a part of this length begins so that the focal point (0 to 1) lies as near to its middle as can be."""
    return max(0, min(whole - part, round(whole * focus - part / 2)))


def _within(picture: Image.Image, into: Frame) -> Image.Image:
    """The picture in a plain colour mode, with no more pixels than allowed."""
    plain = picture.convert("RGBA" if _has_transparency(picture) else "RGB")
    share = min(1.0, (into.pixels / (plain.width * plain.height)) ** 0.5)
    if into.side:
        share = min(share, into.side / max(plain.size))
    return plain if share == 1.0 else _scaled(plain, share)


def _has_transparency(picture: Image.Image) -> bool:
    if not picture.has_transparency_data:
        return False
    darkest, _lightest = picture.convert("RGBA").getchannel("A").getextrema()
    return isinstance(darkest, (int, float)) and darkest < 255


def _scaled(picture: Image.Image, share: float) -> Image.Image:
    size = (max(1, int(picture.width * share)), max(1, int(picture.height * share)))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _shrink(picture: Image.Image, into: Frame) -> Made:
    """The picture in the best quality that fits, first by quality, then by size."""
    while True:
        for mime in _types(picture, into.types):
            for quality in QUALITIES if mime != "image/png" else QUALITIES[:1]:
                data = _encode(picture, mime, quality)
                if len(data) <= into.size:
                    return Made(data, mime, picture.width, picture.height)
        if min(picture.size) < SMALLEST:
            raise CannotRender(f"{into.size} bytes")
        picture = _scaled(picture, SHRINK)


def _types(picture: Image.Image, allowed: frozenset[str]) -> list[str]:
    """What to try, in this order. Transparency is kept where the network takes it, else it becomes white."""
    clear = picture.mode == "RGBA"
    order = ["image/png", "image/webp", "image/jpeg"] if clear else ["image/jpeg", "image/webp", "image/png"]
    return [mime for mime in order if mime in allowed] or ["image/jpeg"]


def _encode(picture: Image.Image, mime: str, quality: int) -> bytes:
    if mime == "image/jpeg" and picture.mode == "RGBA":
        picture = on_white(picture)
    out = BytesIO()
    options = {"optimize": True} if mime == "image/png" else {"quality": quality}
    if mime == "image/jpeg":
        options |= {"optimize": True, "progressive": True}
    picture.save(out, FORMATS[mime], **options)
    return out.getvalue()


def on_white(picture: Image.Image) -> Image.Image:
    """The picture without transparency."""
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white
