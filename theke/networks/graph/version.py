"""Which version of the Graph API is spoken, and when it ends. One setting for Facebook and Instagram.

Source of the dates: developers.facebook.com/docs/graph-api/changelog, read in November 2026. Meta ends a version about two years
after it came out; `theke doctor` warns ahead of the date.
"""

import os
import re
from datetime import date

USUAL = "v25.0"
SETTING = "THEKE_GRAPH_VERSION"
ENDS = {
    "v22.0": date(2027, 5, 20),
    "v23.0": date(2027, 10, 8),
    "v24.0": date(2028, 2, 18),
    "v25.0": date(2028, 7, 29),
}
"""The day after which Meta may refuse a version, as far as it is known."""


def chosen(given: str) -> str:
    """The version to speak: the one given in the environment where it looks like one, else the usual one."""
    return given if re.fullmatch(r"v\d{1,3}\.\d", given) else USUAL


VERSION = chosen(os.environ.get(SETTING, ""))
END = ENDS.get(VERSION)
THREADS_VERSION = "v1.0"
"""Threads counts its versions for itself; no end is announced for this one."""
