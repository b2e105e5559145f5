"""The one process stays small and quick."""

import os
import subprocess
import sys

LOOKS = """
import django, gc
django.setup()
from theke.site.memory import YOUNG, settle
assert gc.get_freeze_count() == 0
settle()
print(gc.get_freeze_count() > 50_000, gc.get_threshold()[0] == YOUNG, "theke.posts.views.drafts" in __import__("sys").modules)
"""


def test_what_was_loaded_at_the_start_is_left_out_of_later_collections() -> None:
    command = [sys.executable, "-c", LOOKS]
    known = os.environ | {"DJANGO_SETTINGS_MODULE": "theke.site.settings"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=known, timeout=60)
    assert done.stdout.split() == ["True", "True", "True"]
