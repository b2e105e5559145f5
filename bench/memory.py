"""One process with the demo's data, after a walk through its pages: proportional set size and idle CPU."""

import http.cookiejar
import os
import re
import time
import urllib.parse
import urllib.request
from pathlib import Path

from bench import ground

PAGES = (
    "/",
    "/posts/?show=published&of=all",
    "/posts/?show=planned&of=all",
    "/inbox/",
    "/channels/",
    "/practice/",
    "/w/seeborn/",
)
ROUNDS, IDLE_SECONDS = 3, 30.0
EMAIL, PASSWORD = "maria.sander@seeborn.example", "bibliothek-demo"


def pss(pid: int) -> float:
    """Proportional set size in MB."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def cpu_seconds(pid: int) -> float:
    """Seconds of processor time so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Visitor:
    """Somebody who signs in and walks through the desk."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.line = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def get(self, path: str) -> str:
        with self.line.open(urllib.parse.urljoin(self.address, path), timeout=30) as answer:
            return str(answer.read().decode())

    def sign_in(self) -> None:
        page = self.line.open(self.address + "/posts/", timeout=30)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.read().decode())
        assert token, "no sign-in form"
        fields = {"csrfmiddlewaretoken": token[1], "login": EMAIL, "password": PASSWORD}
        request = urllib.request.Request(page.url, urllib.parse.urlencode(fields).encode(), {"Referer": page.url})
        self.line.open(request, timeout=30).read()

    def walk(self) -> int:
        """Every page, and from each list the first posts; gives how many."""
        seen: set[str] = set()
        for path in PAGES:
            text = self.get(path)
            seen |= {path, *re.findall(r'href="(/(?:posts|inbox)/[0-9a-f-]{36}/)"', text)[:10]}
        for path in seen:
            self.get(path)
        return len(seen)


def main(idle: float = IDLE_SECONDS) -> dict[str, float]:
    """Start the demo, walk, wait, measure."""
    port = 8794
    with ground.folder() as place:
        data = place / "demo"
        command = ("-m", "theke", "demo", "--port", str(port), "--data", str(data), "--quiet-public")
        with ground.process(*command, env=ground.environment(data), log=place / "demo.log") as demo:
            assert demo.stdout is not None
            while "Theke runs" not in (line := demo.stdout.readline().decode()) and line:
                pass
            visitor = Visitor(f"http://localhost:{port}")
            visitor.sign_in()
            pages = sum(visitor.walk() for _round in range(ROUNDS))
            time.sleep(5)
            before, began = cpu_seconds(demo.pid), time.monotonic()
            time.sleep(idle)
            percent = 100 * (cpu_seconds(demo.pid) - before) / (time.monotonic() - began)
            figures = {"pss_mb": round(pss(demo.pid), 1), "idle_cpu_percent": round(percent, 2)}
    ground.report("memory", [("pages fetched", pages), ("idle seconds", idle), *figures.items()], **figures)
    return figures


if __name__ == "__main__":
    main()
