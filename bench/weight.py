"""What a browser fetches: the first visit of the composer with an empty cache, later pages with a filled one."""

from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page, sync_playwright

from bench import ground
from tests.servers import chromium
from tests.servers.desk import PASSWORD, Desk, running

EMAIL = "jana.berg@seeborn.example"
LATER = ("/", "/inbox/", "/posts/", "/calendar/", "/media/", "/channels/", "/search/?q=vorlesen")


class Scale:
    """Weighs what one page fetches: bytes on the wire by kind, and the hosts it asks."""

    def __init__(self, page: Page, own: str) -> None:
        self.own = urlsplit(own).netloc
        self.kinds: dict[str, str] = {}
        self.bytes: Counter[str] = Counter()
        self.foreign: set[str] = set()
        line: CDPSession = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.on("Network.requestWillBeSent", self._asked)
        line.on("Network.responseReceived", lambda event: self.kinds.update({event["requestId"]: event["type"]}))
        line.on("Network.loadingFinished", self._came)

    def _asked(self, event: dict[str, Any]) -> None:
        where = urlsplit(event["request"]["url"])
        if where.scheme in {"http", "https"} and where.netloc != self.own:
            self.foreign.add(where.netloc)

    def _came(self, event: dict[str, Any]) -> None:
        self.bytes[self.kinds.get(event["requestId"], "Other")] += int(event["encodedDataLength"])

    def take(self) -> Counter[str]:
        """What has come since the last time."""
        taken, self.bytes = self.bytes, Counter()
        return taken


def kilobytes(taken: Counter[str]) -> float:
    """Everything but pictures, in kB of 1,000 bytes."""
    return round(sum(number for kind, number in taken.items() if kind != "Image") / 1000, 1)


def visit(page: Page, scale: Scale, url: str) -> float:
    """Go there, and weigh it."""
    scale.take()
    page.goto(url)
    page.wait_for_load_state("networkidle")
    return kilobytes(scale.take())


def draft_of(page: Page, desk: Desk) -> str:
    """The address of a draft, found by somebody whose cache does not count."""
    page.goto(desk.url + "/sign-in/?next=/")
    page.locator("input[name=login]").fill(EMAIL)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button").last.click()
    page.goto(desk.url + "/write/")
    return page.url


def main() -> dict[str, float]:
    """Measure both."""
    with ground.folder() as place, running(place, "demo", "--quiet-public") as desk, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium.path(), args=chromium.QUIET)
        before = browser.new_context()
        composer = draft_of(before.new_page(), desk)
        fresh = browser.new_context(storage_state=before.storage_state())
        page = fresh.new_page()
        scale = Scale(page, desk.url)
        first = visit(page, scale, composer)
        table: list[tuple[str, object]] = [("first visit of the composer", f"{first} kB")]
        later = {path: visit(page, scale, desk.url + path) for path in LATER}
        table += [(path, f"{weight} kB") for path, weight in later.items()]
        browser.close()
    heaviest = max(later.values())
    table.append(("asked elsewhere", ", ".join(sorted(scale.foreign)) or "nobody"))
    ground.report("weight", table, first_kb=first, later_kb=heaviest, foreign_requests=len(scale.foreign))
    return {"first_kb": first, "later_kb": heaviest, "foreign_requests": len(scale.foreign)}


if __name__ == "__main__":
    main()
