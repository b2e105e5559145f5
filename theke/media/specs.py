"""Names for limits: the same limits have the same name, and a name says what it stands for."""

import re
from dataclasses import dataclass

from theke.networks.base import Limits

CODES = {"image/jpeg": "j", "image/png": "p", "image/webp": "w", "image/gif": "g"}
TYPES = {code: mime for mime, code in CODES.items()}
FORM = re.compile(r"b(\d{1,12})-p(\d{1,12})-([jpwg]{1,4})(?:-r(\d{1,5})-(\d{1,5}))?")


@dataclass(frozen=True)
class Frame:
    """What a rendition must fit into.

    `side` is the longest side in pixels, 0 for any; `ratio` the narrowest and the widest form, width through height, (0, 0) for any.
    """

    size: int
    pixels: int
    types: frozenset[str]
    side: int = 0
    ratio: tuple[float, float] = (0.0, 0.0)


WEB = frozenset({"image/jpeg", "image/png"})
NAMED = {
    "thumb": Frame(200_000, 16_777_216, WEB, side=480),
    "view": Frame(900_000, 16_777_216, WEB | {"image/gif"}, side=1600),
}


def spec_for(limits: Limits) -> str:
    """The name of the rendition that fits an account's limits.

    Types that we do not write are left out; an account that takes none of ours gets JPEG, which every network turns into its own.
    """
    codes = "".join(sorted(CODES[mime] for mime in limits.image_types if mime in CODES)) or "j"
    form = "-r{:.0f}-{:.0f}".format(*(1000 * one for one in limits.image_ratio)) if limits.image_ratio else ""
    return f"b{limits.image_bytes}-p{limits.image_pixels}-{codes}{form}"


def frame(spec: str) -> Frame:
    """What a name stands for. Raises ValueError for a name that stands for nothing."""
    if spec in NAMED:
        return NAMED[spec]
    match = FORM.fullmatch(spec)
    if match is None:
        raise ValueError(spec)
    size, pixels, codes, narrowest, widest = match.groups()
    ratio = (int(narrowest) / 1000, int(widest) / 1000) if narrowest else (0.0, 0.0)
    return Frame(int(size), int(pixels), frozenset(TYPES[code] for code in codes), ratio=ratio)


def takes_whole(limits: Limits, form: float) -> bool:
    """Whether an account takes pictures of this form, width through height, without cutting them."""
    narrowest, widest = limits.image_ratio or (0.0, 0.0)
    return not widest or narrowest <= form <= widest
