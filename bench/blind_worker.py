"""A worker that sends again without looking: the control of `chaos`. Nothing of this can be reached from the product."""

from typing import Any

import django

from bench import ground  # noqa: F401 -- the root on the path
from theke.networks.base import Absent


def never_there(account: Any, op: Any) -> Absent:
    """Whatever is asked for, it is not there."""
    return Absent()


def main() -> None:
    django.setup()
    from theke.networks.registry import network  # noqa: PLC0415 -- after the settings
    from theke.site.running import work  # noqa: PLC0415

    practice: Any = network("practice").publish
    practice.find = never_there
    work(lambda: print("blind", flush=True))


if __name__ == "__main__":
    main()
