"""Keeps the one process small: gives memory back to the system that pictures and large pages have used for a moment.

glibc makes an arena for each thread and keeps what was freed in it; with some thirty threads that doubles the size of the desk.
On a system without glibc nothing happens here.
"""

import ctypes
import threading

ARENA_MAX = -8
"""M_ARENA_MAX of mallopt(3)."""
ARENAS = 2
TIDY_EVERY = 20.0


def _glibc() -> ctypes.CDLL | None:
    try:
        library = ctypes.CDLL("libc.so.6")
        return library if hasattr(library, "malloc_trim") and hasattr(library, "mallopt") else None
    except OSError:
        return None


def keep_small() -> None:
    """Allow two arenas, and give back what is free three times a minute. Call it before threads are started."""
    library = _glibc()
    if library is None:
        return
    library.mallopt(ARENA_MAX, ARENAS)
    threading.Thread(target=_tidy, args=(library,), name="theke-memory", daemon=True).start()


def _tidy(library: ctypes.CDLL) -> None:
    rest = threading.Event()
    while not rest.wait(TIDY_EVERY):
        library.malloc_trim(0)
