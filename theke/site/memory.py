"""Keeps the one process small and quick.

Memory that pictures and large pages have used for a moment goes back to the system, and the garbage collector is spared what stays.
glibc makes an arena for each thread and keeps what was freed in it; with some thirty threads that doubles the size of the desk.
On a system without glibc nothing happens here.
"""

import ctypes
import gc
import threading

from django.urls import get_resolver

ARENA_MAX = -8
"""M_ARENA_MAX of mallopt(3)."""
ARENAS = 1
TIDY_EVERY = 20.0
YOUNG = 5_000
"""New objects before the collector looks at them. A page makes thousands that are gone with it; at Python's 700 it looked four times a page."""


def _glibc() -> ctypes.CDLL | None:
    try:
        library = ctypes.CDLL("libc.so.6")
        return library if hasattr(library, "malloc_trim") and hasattr(library, "mallopt") else None
    except OSError:
        return None


def few_arenas() -> None:
    """Allow one arena: threads that take turns anyway need no more. To be called before any thread is started: glibc fixes the number once it has had to make several."""
    if library := _glibc():
        library.mallopt(ARENA_MAX, ARENAS)


def settle() -> None:
    """Load what all pages share and leave it out of every later collection: a full one took a sixth of a second, in the middle of a page."""
    _ = get_resolver().reverse_dict  # reads every package's addresses, and with them its views
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 10, 10)


def keep_small() -> None:
    """Give back what is free three times a minute, as long as the process lives."""
    if library := _glibc():
        threading.Thread(target=_tidy, args=(library,), name="theke-memory", daemon=True).start()


def _tidy(library: ctypes.CDLL) -> None:
    rest = threading.Event()
    while not rest.wait(TIDY_EVERY):
        library.malloc_trim(0)
