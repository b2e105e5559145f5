"""Runs the desk: the web server and, beside it in the same process, the worker."""

import signal
import socket
import sys
import threading
from collections.abc import Callable
from types import FrameType

from django.core.management.base import CommandError
from waitress.server import create_server

from theke.jobs.embedded import Engine
from theke.site.memory import keep_small, settle

WEB_THREADS = 8


def stop_on_signals(stop: Callable[[], None]) -> None:
    """Call `stop` once on SIGTERM or SIGINT; a second signal ends the process at once."""

    def end(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        stop()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)


def _leave() -> None:
    sys.exit(0)


def work(ready: Callable[[], None]) -> None:
    """Be a worker until a signal comes. `ready` is called once it works."""
    keep_small()
    done = threading.Event()
    stop_on_signals(done.set)
    engine = Engine()
    engine.start()
    ready()
    while not done.wait(3600):
        pass
    engine.stop()


def serve(host: str, port: int, *, worker: bool = True, ready: Callable[[int], None] | None = None) -> None:
    """Serve until a signal comes. `ready` is called with the port once it listens.

    Raises CommandError in one clear sentence when the address cannot be used.
    """
    from theke.site.wsgi import application  # noqa: PLC0415 -- only a web server needs the whole application

    try:
        server = create_server(
            application, host=host, port=port, threads=WEB_THREADS, ident=None, clear_untrusted_proxy_headers=False
        )
    except (OSError, socket.gaierror, ValueError) as trouble:
        why = getattr(trouble, "strerror", None) or trouble
        raise CommandError(f"Cannot listen on {host}:{port}: {why}. Choose another one with --port.") from trouble
    settle()
    keep_small()
    engine = Engine() if worker else None
    stop_on_signals(_leave)
    if engine:
        engine.start()
    if ready:
        ready(getattr(server, "effective_port", port))
    try:
        server.run()  # ends on SystemExit, which the signal raises
    finally:
        server.close()
        if engine:
            engine.stop()
