"""Fixtures that every test may use."""

import pytest

from tests.people import Cast, cast


@pytest.fixture
def people(db: None) -> Cast:
    """The personas."""
    return cast()
