"""What `chaos` runs on: for each network a module of its name with `Stand`s to publish to.

CALL_SECONDS   how long one call may take there
standing(place) -> a context with a `Stand`; everything in it lives in this folder and ends with the block
blind() -> None   makes the publisher of this process send without looking, for the control
"""

from dataclasses import dataclass, field
from typing import Any, Protocol

# Percent of the calls: answered and lost, lost on the way there, turned away with 503.
LOST, DROPPED, AWAY = 12, 3, 5


@dataclass(frozen=True)
class Spot:
    """An account to publish with, as the register keeps it."""

    address: str
    secret: dict[str, Any]
    remote_id: str = ""
    settings: dict[str, Any] = field(default_factory=dict)


class Stand(Protocol):
    """A running network."""

    @property
    def spots(self) -> list[Spot]:
        """The accounts."""

    def texts(self) -> list[str]:
        """What the public sees there now, one text for each post."""
