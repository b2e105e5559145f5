"""How a network counts, and what one account may send; `networks.base` gives them to the rest of the desk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

JSON = dict[str, Any]


@dataclass(frozen=True)
class Measure:
    """How a network counts the length of a text. The composer counts by the same facts in the browser.

    `unit`: graphemes (UAX 29), characters (code points), utf8_bytes, or weighted (X, configuration v3: most letters of Europe
    count one, all else two, an emoji two). `url`: what each http(s) address counts, None if as written. `bare_urls`: what looks like
    an address without its scheme counts at least as much. `local_mentions`: `@user@server` counts as `@user`.
    `counts_warning`: the content warning counts too.
    """

    unit: Literal["graphemes", "characters", "utf8_bytes", "weighted"] = "graphemes"
    url: int | None = None
    local_mentions: bool = False
    counts_warning: bool = False
    bare_urls: bool = False


@dataclass(frozen=True)
class Limits:
    """What one account may send, read from its server. Kept on the channel, so that composing needs no network."""

    text_max: int | None = None
    measure: Measure = Measure()
    bytes_max: int | None = None
    """A second limit, in bytes of UTF-8."""
    hashtags_max: int | None = None
    mentions_max: int | None = None
    links_max: int | None = None
    title_required: bool = False
    text_required: bool = False
    media_required: bool = False
    media_max: int = 4
    image_bytes: int = 8_000_000
    image_pixels: int = 16_777_216
    image_ratio: tuple[float, float] | None = None
    """Width through height, from the narrowest to the widest that is taken."""
    image_types: frozenset[str] = frozenset({"image/jpeg", "image/png"})
    alt_max: int | None = 1500
    audiences: tuple[str, ...] = ("public",)
    can: frozenset[str] = frozenset()
    """Of: text title link image alt focus warning language audience thread edit remove reply inbox counts, and moderate:<action>."""
    choices: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """For an option of the network (`Facts.options`) what this account offers: value and label."""

    def as_json(self) -> JSON:
        """Give plain JSON that `from_json` reads back."""
        plain = self.__dict__ | {"measure": self.measure.__dict__.copy()}
        plain |= {"image_types": sorted(self.image_types), "can": sorted(self.can), "audiences": list(self.audiences)}
        plain |= {"image_ratio": list(self.image_ratio) if self.image_ratio else None}
        return plain | {"choices": {name: [list(one) for one in offered] for name, offered in self.choices.items()}}

    @classmethod
    def from_json(cls, data: JSON) -> "Limits":
        """Read what `as_json` wrote; unknown keys of another version are passed over."""
        known = {k: v for k, v in data.items() if k in cls.__dataclass_fields__}
        ratio = data.get("image_ratio")
        return cls(
            **known
            | {
                "measure": Measure(**data.get("measure", {})),
                "choices": {n: tuple((v, w) for v, w in offered) for n, offered in (data.get("choices") or {}).items()},
                "image_ratio": (ratio[0], ratio[1]) if ratio else None,
                "image_types": frozenset(data.get("image_types", [])),
                "can": frozenset(data.get("can", [])),
                "audiences": tuple(data.get("audiences", ["public"])),
            }
        )
