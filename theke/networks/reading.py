"""Turns the HTML in which a network shows a message into the text a person reads."""

from html.parser import HTMLParser

import nh3

ALLOWED = {"p", "br", "a", "span", "ul", "ol", "li", "blockquote", "pre"}
BLOCKS = {"p", "blockquote", "pre", "ul", "ol"}


class _Reader(HTMLParser):
    """Collects text; links in full, although servers show them shortened."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.link: str | None = None
        self.inside: list[str] = []
        self.as_written = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.as_written = self.as_written or tag == "pre"
        if tag == "br":
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n– ")
        elif tag == "a" and "mention" not in (given.get("class") or "").split():
            self.link, self.inside = given.get("href") or "", []

    def handle_endtag(self, tag: str) -> None:
        self.as_written = self.as_written and tag != "pre"
        if tag in BLOCKS:
            self.parts.append("\n\n")
        elif tag == "a" and self.link is not None:
            shown = "".join(self.inside)
            plain = self.link if self.link.startswith("http") and not shown.startswith("#") else shown
            self.parts.append(plain)
            self.link = None

    def handle_data(self, data: str) -> None:
        # Where a line of the source ends is nobody's business; <br> and the blocks say where a line of the text ends.
        text = data if self.as_written else data.replace("\n", " ")
        (self.parts if self.link is None else self.inside).append(text)


def text_of(html: str) -> str:
    """The text of a status with its line breaks, links and mentions; nothing that could run or hide survives."""
    reader = _Reader()
    cleaned = nh3.clean(html.replace("\x00", ""), tags=ALLOWED, attributes={"a": {"href", "class"}}, link_rel=None)
    reader.feed(cleaned)
    reader.close()
    lines = [line.strip() for line in "".join(reader.parts).split("\n")]
    text = "\n".join(lines).strip()
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text
