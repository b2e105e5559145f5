"""How a network counts, and what one account may send; `networks.base` gives them to the rest of the desk."""

from dataclasses import dataclass
from typing import Any, Literal

JSON = dict[str, Any]


@dataclass(frozen=True)
class Measure:
    """How a network counts the length of a text. The composer counts by the same facts in the browser.

    `unit`: graphemes (UAX 29), characters (code points) or utf8_bytes. `url`: what each http(s) address counts, None if as
    written. `local_mentions`: `@user@server` counts as `@user`. `counts_warning`: the content warning counts too.
    """

    unit: Literal["graphemes", "characters", "utf8_bytes"] = "graphemes"
    url: int | None = None
    local_mentions: bool = False
    counts_warning: bool = False


@dataclass(frozen=True)
class Limits:
    """What one account may send, read from its server. Kept on the channel, so that composing needs no network."""

    text_max: int | None = None
    measure: Measure = Measure()
    text_required: bool = False
    media_required: bool = False
    media_max: int = 4
    image_bytes: int = 8_000_000
    image_pixels: int = 16_777_216
    image_types: frozenset[str] = frozenset({"image/jpeg", "image/png"})
    alt_max: int | None = 1500
    audiences: tuple[str, ...] = ("public",)
    can: frozenset[str] = frozenset()
    """Of: text title link image alt focus warning language audience thread edit remove reply inbox counts."""

    def as_json(self) -> JSON:
        """Give plain JSON that `from_json` reads back."""
        plain = self.__dict__ | {"measure": self.measure.__dict__.copy()}
        return plain | {"image_types": sorted(self.image_types), "can": sorted(self.can), "audiences": list(self.audiences)}

    @classmethod
    def from_json(cls, data: JSON) -> "Limits":
        """Read what `as_json` wrote; unknown keys of another version are passed over."""
        known = {k: v for k, v in data.items() if k in cls.__dataclass_fields__}
        return cls(
            **known
            | {
                "measure": Measure(**data.get("measure", {})),
                "image_types": frozenset(data.get("image_types", [])),
                "can": frozenset(data.get("can", [])),
                "audiences": tuple(data.get("audiences", ["public"])),
            }
        )
