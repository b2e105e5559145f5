"""Nothing is skipped silently: what is missing is named at the end of the run, and is a failure with THEKE_TEST_ALL=1."""

import os
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Skip the test because a server or a browser is not there; fail where everything must be there."""
    if os.environ.get("THEKE_TEST_ALL"):
        pytest.fail(f"{what} is missing, and THEKE_TEST_ALL is set", pytrace=False)
    pytest.skip(f"{what} is missing")
