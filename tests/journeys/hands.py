"""Two ways to use a page: with the mouse, and by keyboard alone."""

from datetime import datetime

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 220
STANDS = "field => field === document.activeElement"


class Mouse:
    """Points and clicks."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, what: Locator) -> None:
        """Press a button, follow a link, open what opens."""
        what.click()

    def tick(self, what: Locator) -> None:
        """Tick a box or choose one of several."""
        what.check()

    def write(self, where: Locator, text: str) -> None:
        """Put a text into a field in place of what stands there."""
        where.fill(text)

    def set_moment(self, where: Locator, moment: datetime) -> None:
        """A day with a time."""
        where.fill(f"{moment:%Y-%m-%dT%H:%M}")

    def set_day(self, where: Locator, moment: datetime) -> None:
        """A day."""
        where.fill(f"{moment:%Y-%m-%d}")

    def go(self, url: str, key: str) -> None:
        """To a main page by the rail or the bar."""
        self.page.goto(url)


class Keyboard(Mouse):
    """Never touches the mouse: walks by Tab to whatever it uses."""

    def reach(self, what: Locator) -> None:
        """Tab until it has the focus. Fails where the keyboard does not lead."""
        expect(what).to_be_visible()
        for _step in range(MOST_TABS):
            if what.evaluate(STANDS):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not lead to {what}")

    def press(self, what: Locator) -> None:
        self.reach(what)
        self.page.keyboard.press("Enter")

    def tick(self, what: Locator) -> None:
        if what.get_attribute("type") == "radio":
            return self._choose(what)
        self.reach(what)
        if not what.is_checked():
            self.page.keyboard.press("Space")
        return None

    def _choose(self, what: Locator) -> None:
        """A group of radio buttons is one stop of the Tab key; the arrows walk within."""
        name = what.get_attribute("name")
        group = f"document.activeElement.type === 'radio' && document.activeElement.name === '{name}'"
        for _step in range(MOST_TABS):
            if self.page.evaluate(group):
                break
            self.page.keyboard.press("Tab")
        for _step in range(20):
            if what.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows do not lead to {what}")

    def write(self, where: Locator, text: str) -> None:
        self.reach(where)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def set_moment(self, where: Locator, moment: datetime) -> None:
        self.set_day(where, moment)
        self.page.keyboard.press("ArrowRight")
        self.page.keyboard.type(f"{moment:%I%M%p}".replace("AM", "A").replace("PM", "P"))
        expect(where).to_have_value(f"{moment:%Y-%m-%dT%H:%M}")

    def set_day(self, where: Locator, moment: datetime) -> None:
        self.reach(where)
        self.page.keyboard.type(f"{moment:%m%d%Y}")

    def go(self, url: str, key: str) -> None:
        """By the two keys that lead there (E34)."""
        self.page.wait_for_load_state()
        self.page.wait_for_function("customElements.get('short-cuts') !== undefined")
        self.page.keyboard.press("Escape")
        self.page.evaluate("window.isStillThere = true")
        for one in key.split():
            self.page.keyboard.press(one)
        self.page.wait_for_function("!window.isStillThere")
        self.page.wait_for_url(f"{url}**")
