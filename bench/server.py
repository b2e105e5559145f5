"""A server that accepts every post after a fixed time and notes when each request arrived. `python -m bench.server SECONDS`.

Prints its port, then serves until its input ends; then prints what arrived as one line of JSON: [[key, epoch seconds], …].
"""

import json
import socketserver
import sys
import threading
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler

ARRIVED: list[tuple[str, float]] = []
WAIT = float(sys.argv[1]) if len(sys.argv) > 1 else 0.05


class Handler(BaseHTTPRequestHandler):
    """Speaks as much of the practice network's API as publishing needs."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        arrived = time.time()
        data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        ARRIVED.append((data["key"], arrived))
        time.sleep(WAIT)
        self.answer(
            {**data, "id": str(len(ARRIVED)), "url": f"http://localhost/{len(ARRIVED)}", "at": datetime.now(UTC).isoformat()}
        )

    def answer(self, data: dict[str, object]) -> None:
        body = json.dumps(data).encode()
        self.send_response_only(201)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(socketserver.ThreadingTCPServer):
    """One thread a connection."""

    daemon_threads = True
    request_queue_size = 64


def main() -> None:
    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.server_address[1], flush=True)
        for line in sys.stdin:
            if line.strip() == "arrived":
                print(json.dumps(ARRIVED), flush=True)
            if line.strip() == "forget":
                ARRIVED.clear()
        server.shutdown()


if __name__ == "__main__":
    main()
