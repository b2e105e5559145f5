"""The worlds in which things go wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.world import World, install
from tests.faults.world import world as opened
from tests.servers import hostile
from tests.servers.hostile import Hostile


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that is installed once and copied often."""
    return install(tmp_path_factory.mktemp("installed"))


@pytest.fixture
def world(installed: Path, tmp_path: Path) -> Iterator[World]:
    """A world of its own."""
    with opened(installed, tmp_path / "data") as made:
        yield made


@pytest.fixture
def server() -> Iterator[Hostile]:
    """A server that can be told to behave badly."""
    with hostile.running() as started:
        yield started
