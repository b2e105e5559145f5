"""Which networks there are. Each is imported when it is first asked for, and each of its capabilities when it is first used."""

from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from theke.networks.base import Facts, gettext_noop

KEYS = (
    "mastodon",
    "bluesky",
    "facebook",
    "instagram",
    "threads",
    "wordpress",
    "x",
    "matrix",
    "website",
    "byhand",
    "practice",
)
"""In the order in which they are offered; the folder of each has the same name."""

GONE = gettext_noop("This network is gone, or the desk no longer speaks with it. What was published and said there is kept.")


@dataclass(frozen=True)
class Network:
    """A network and its capabilities; `None` for a capability that it lacks."""

    key: str
    facts: Facts
    gone: bool = False

    def has(self, name: str) -> bool:
        """Whether it has this capability; does not import it."""
        return not self.gone and find_spec(f"theke.networks.{self.key}.{name}") is not None

    def _capability(self, name: str) -> ModuleType | None:
        return import_module(f"theke.networks.{self.key}.{name}") if self.has(name) else None

    @cached_property
    def connect(self) -> ModuleType | None:
        """How an account is connected."""
        return self._capability("connect")

    @cached_property
    def limits(self) -> ModuleType | None:
        """What an account may send."""
        return self._capability("limits")

    @cached_property
    def publish(self) -> ModuleType | None:
        """The way out."""
        return self._capability("publish")

    @cached_property
    def inbox(self) -> ModuleType | None:
        """The way in."""
        return self._capability("inbox")

    @cached_property
    def insights(self) -> ModuleType | None:
        """Responses, counted."""
        return self._capability("insights")

    @cached_property
    def moderate(self) -> ModuleType | None:
        """What can be done about what others write below our posts."""
        return self._capability("moderate")

    @cached_property
    def costs(self) -> ModuleType | None:
        """What its calls cost, where they do."""
        return self._capability("costs")


@cache
def network(key: str) -> Network:
    """Give the network of this key; for one that is not there (any more) a network without capabilities, so that nothing is lost."""
    if key not in KEYS:
        facts = Facts(
            key=key, label=key.replace("_", " ").title() or "?", code=key[:2].upper() or "?", colour="grey", about=GONE
        )
        return Network(key, facts, gone=True)
    return Network(key, import_module(f"theke.networks.{key}").FACTS)


def networks() -> list[Network]:
    """All networks, in the order in which they are offered."""
    return [network(key) for key in KEYS]
