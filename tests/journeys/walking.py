"""What one does on a page, in the words of the person who does it."""

import re
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import ConsoleMessage, Page, expect

from tests.servers.desk import PASSWORD
from tests.servers.mastodon import Mastodon

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""All that the theme can change about a page that has been looked at whole in the other one."""


class Walker:
    """A person in front of a page."""

    def __init__(self, page: Page, base: str, width: str) -> None:
        self.page, self.base, self.width = page, base, width
        self.who = ""
        self.complaints: list[str] = []
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))

    def _listen(self, message: ConsoleMessage) -> None:
        expected = re.search(r"status of 4(01|04|09|22)", message.text)
        if message.type in {"error", "warning"} and not expected:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def go(self, path: str) -> None:
        """Open a page of the desk."""
        self.page.goto(self.base + path)

    def sign_in(self, email: str, password: str = PASSWORD) -> None:
        """Sign in and arrive at Today."""
        self.who = email
        self.go("/sign-in/?next=/")
        self.page.locator("input[name=login]").fill(email)
        self.page.locator("input[name=password]").fill(password)
        self.page.locator("main form button").last.click()
        expect(self.page).to_have_url(self.base + "/")

    def press(self, name: str) -> None:
        """Press a button or follow a link by what it says."""
        found = self.page.get_by_role("button", name=name).or_(self.page.get_by_role("link", name=name))
        found.first.click()

    def sees(self, text: str, timeout: float = 20_000) -> None:
        """Wait until the words stand on the page."""
        expect(self.page.get_by_text(text).first).to_be_visible(timeout=timeout)

    def axe_in_both_themes(self, within: str = "html", but: str = "") -> list[str]:
        """What axe finds in the dark and in the light, with the theme in front; the page ends up light. `but` is a rule left out."""
        found = []
        for theme, rules in (("dark", OF_COLOUR), ("light", RULES)):
            self.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            found += [f"{theme}: {fault}" for fault in self.axe(within, rules, but if rules is RULES else "")]
        return found

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        width: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return width

    def axe(self, within: str = "html", rules: dict[str, Any] = RULES, but: str = "") -> list[str]:
        """What axe finds on the page as it is, or in the part that the selector names, in one line each; `but` is a rule left out."""
        self.page.wait_for_load_state()
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE)
        asked = "([part, rules, but]) => axe.run(part, {runOnly: rules, rules: but, resultTypes: ['violations']})"  # the rest costs time
        found: dict[str, Any] = self.page.evaluate(asked, [within, rules, {but: {"enabled": False}} if but else {}])
        return [f"{v['id']}: {n['html'][:160]}" for v in found["violations"] for n in v["nodes"]]


def connect_mastodon(walk: Walker, server: Mastodon) -> None:
    """Go through the wizard with a pasted token, and call the channel "Fediverse"."""
    page = walk.page
    walk.go("/channels/connect/")
    page.locator("form:has(input[value=mastodon]) button").click()
    page.locator("#id_answer").fill(server.url)
    page.locator("main .btn.primary").click()
    page.locator("#id_answer").fill(server.ours)
    page.locator("main .btn.primary").click()
    page.locator("#id_name").fill("Fediverse")
    page.locator("main .btn.primary").click()
    walk.sees("Fediverse")
