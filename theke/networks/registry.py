"""Which networks there are. Each is imported when it is first asked for."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from theke.networks.base import Facts

KEYS = ("mastodon", "website", "practice")


@dataclass(frozen=True)
class Network:
    """A network and its capabilities; `None` for a capability that it lacks."""

    facts: Facts
    connect: ModuleType | None
    limits: ModuleType | None
    publish: ModuleType | None
    inbox: ModuleType | None
    insights: ModuleType | None


def _capability(key: str, name: str) -> ModuleType | None:
    path = f"theke.networks.{key}.{name}"
    return import_module(path) if find_spec(path) else None


@cache
def network(key: str) -> Network:
    """Give the network of this key. Raises KeyError for one that is not there."""
    if key not in KEYS:
        raise KeyError(key)
    facts = import_module(f"theke.networks.{key}").FACTS
    return Network(facts, *(_capability(key, n) for n in ("connect", "limits", "publish", "inbox", "insights")))


def networks() -> list[Network]:
    """All networks, in the order in which they are offered."""
    return [network(key) for key in KEYS]
