"""Fixtures that every test may use."""

import pytest

from tests.people import Cast, cast


@pytest.fixture
def people(db: None) -> Cast:
    """The personas."""
    return cast()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest single test begins first, so that no worker has it to do alone at the end."""
    items.sort(key=lambda item: item.path.name != "test_on_postgres.py")
