"""Keeps the one process small: gives memory back to the system that pictures and large pages have used for a moment.

glibc makes an arena for each thread and keeps what was freed in it; with some thirty threads that doubles the size of the desk.
On a system without glibc nothing happens here.
"""

import ctypes
import threading

ARENA_MAX = -8
"""M_ARENA_MAX of mallopt(3)."""
ARENAS = 1
TIDY_EVERY = 20.0


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


def keep_small() -> None:
    """Give back what is free three times a minute, as long as the process lives."""
    if library := _glibc():
        threading.Thread(target=_tidy, args=(library,), name="theke-memory", daemon=True).start()


def _tidy(library: ctypes.CDLL) -> None:
    rest = threading.Event()
    while not rest.wait(TIDY_EVERY):
        library.malloc_trim(0)
