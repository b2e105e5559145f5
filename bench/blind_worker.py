"""A worker that sends again without looking: the control of `chaos`. Nothing of this can be reached from the product."""

import sys
from importlib import import_module

import django

from bench import ground  # noqa: F401 -- the root on the path


def main(key: str = "practice") -> None:
    django.setup()
    from theke.site.running import work  # noqa: PLC0415 -- after the settings

    import_module(f"bench.grounds.{key}").blind()
    work(lambda: print("blind", flush=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
