"""Takes pictures of pages of a running desk, to be looked at: both widths, both themes, German and Swedish.

.venv/bin/python -m tools.look http://localhost:8000 anna.weis@seeborn.example / /inbox/ --to pictures --themes light,dark --widths 1440,390
"""

import argparse
import re
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
PASSWORD = "bibliothek-demo"


def sign_in(page: Page, base: str, email: str) -> None:
    """Sign in as one of the demo's people."""
    page.goto(f"{base}/sign-in/?next=/")
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button[type=submit], main form button:not([type])").last.click()
    page.wait_for_load_state("networkidle")


def name_of(path: str, width: str, theme: str) -> str:
    """A file name that says what it shows."""
    return f"{re.sub(r'[^a-z0-9]+', '-', path.lower()).strip('-') or 'today'}-{width}-{theme}.png"


def signed_in_state(browser: Browser, base: str, email: str) -> BrowserContext:
    """A context that is signed in, or not when no e-mail is given."""
    context = browser.new_context(service_workers="block")
    if email != "-":
        sign_in(context.new_page(), base, email)
    return context


def take(context: BrowserContext, base: str, path: str, width: str, theme: str, to: Path) -> None:
    """Take one picture and say when the page is wider than the window or the console complained."""
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type in {"error", "warning"} else None)
    page.set_viewport_size({"width": int(width), "height": 844 if int(width) < 800 else 960})
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    answer = page.goto(base + path)
    page.wait_for_timeout(400)
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.screenshot(path=to / name_of(path, width, theme), full_page=True)
    print(
        f"{answer.status if answer else '?'} {path} {width} {theme}{f' OVERFLOW {over}px' if over > 0 else ''} {' | '.join(said)}"
    )
    page.close()


def main() -> None:
    """Take the pictures asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("base")
    asked.add_argument("email", help="who signs in; - for nobody")
    asked.add_argument("paths", nargs="+")
    asked.add_argument("--to", type=Path, default=Path("pictures"))
    asked.add_argument("--themes", default="light")
    asked.add_argument("--widths", default="1440,390")
    given = asked.parse_args()
    given.to.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        context = signed_in_state(browser, given.base, given.email)
        for path in given.paths:
            for width in given.widths.split(","):
                for theme in given.themes.split(","):
                    take(context, given.base, path, width, theme, given.to)
        browser.close()


if __name__ == "__main__":
    main()
