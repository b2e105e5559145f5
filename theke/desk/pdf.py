"""Draws a sheet on A4. It runs in a process of its own, which reads JSON and writes a PDF.

fpdf2 and its fonts take fifty megabytes, which the desk would keep for a page that is asked for twice a year. Knows no Django.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fpdf import FPDF

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Atkinson"
MARGIN, FOOT = 16.0, 14.0
COLUMNS, GAP = 2, 8.0
Ink = tuple[int, ...]
Line = dict[str, str]
INK, SOFT, RULE = (24, 32, 40), (84, 96, 106), (205, 212, 218)
SAID = (("head", 10.0, INK, True), ("beside", 8.5, SOFT, False), ("text", 9.5, INK, False))
"""How the parts of a line are written."""
BLUE = "#1d4f91"


class Paper(FPDF):
    """A4 with our letters and a foot."""

    def __init__(self, sheet: dict[str, Any], colour: str, page_word: str) -> None:
        super().__init__(format="A4")
        self.sheet, self.page_word = sheet, page_word
        self.colour = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
        self.add_font(FAMILY, "", FONTS / "atkinson-next-regular.ttf")
        self.add_font(FAMILY, "B", FONTS / "atkinson-next-bold.ttf")
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(True, FOOT + 6)
        self.c_margin = 0.0

    def footer(self) -> None:
        """As of when, and which page."""
        self.set_y(-FOOT)
        self._pen(8.5, SOFT)
        self.cell(self.epw - 30, 5, self.sheet["foot"])
        self.cell(30, 5, f"{self.page_word} {self.page_no()}", align="R")

    def _pen(self, size: float, ink: Ink = INK, *, bold: bool = False) -> None:
        self.set_font(FAMILY, "B" if bold else "", size)
        self.set_text_color(*ink)

    def say(
        self, text: str, size: float = 10, ink: Ink = INK, *, bold: bool = False, at: float = MARGIN, width: float = 0
    ) -> None:
        """A paragraph; long words are parted rather than cut."""
        self._pen(size, ink, bold=bold)
        self.set_x(at)
        self.multi_cell(width or self.epw, size * 0.48, text, align="L", new_x="LMARGIN", new_y="NEXT")

    def opening(self) -> None:
        """The title, which is the first bookmark, too."""
        self.start_section(self.sheet["title"], 0)
        self.say(self.sheet["title"], 20, self.colour, bold=True)
        self.ln(1.5)
        self.say(self.sheet["words"], 10.5)

    def part(self, part: dict[str, Any]) -> None:
        """A heading with its lines; it does not stand alone at the foot of a page."""
        if self.get_y() > self.h - 45:
            self.add_page()
        self.ln(4)
        self.set_draw_color(*RULE)
        self.line(MARGIN, self.get_y(), self.w - MARGIN, self.get_y())
        self.ln(2.5)
        self.start_section(part["title"], 1)
        self.say(part["title"], 13, self.colour, bold=True)
        if part["words"]:
            self.say(part["words"], 9.5, SOFT)
        lines = [_numbered(*one) for one in enumerate(part["lines"], 1)] if part["numbered"] else part["lines"]
        for start in range(0, len(lines), COLUMNS):
            self._row(lines[start : start + COLUMNS])

    def _row(self, lines: list[Line]) -> None:
        """Some lines side by side, on one page; the next row begins below the longest."""
        width = (self.epw - GAP * (COLUMNS - 1)) / COLUMNS
        tall = max(sum(self._tall(line[name], size, width, bold) for name, size, _ink, bold in SAID) for line in lines)
        if self.will_page_break(tall + 1.4):
            self.add_page()
        top = self.get_y() + 1.4
        for place, line in enumerate(lines):
            self.set_y(top)
            for name, size, ink, bold in SAID:
                if line[name]:
                    self.say(line[name], size, ink, bold=bold, at=MARGIN + place * (width + GAP), width=width)
        self.set_y(top + tall)

    def _tall(self, text: str, size: float, width: float, bold: bool) -> float:
        if not text:
            return 0.0
        self._pen(size, bold=bold)
        return float(self.multi_cell(width, size * 0.48, text, align="L", dry_run=True, output="HEIGHT"))  # type: ignore[arg-type]


def _numbered(place: int, line: Line) -> Line:
    return {"head": "", "beside": line["beside"], "text": f"{place}. {line['head']}"}


def drawn(given: dict[str, Any]) -> bytes:
    """The PDF: with its language, title, author and bookmarks."""
    sheet = given["sheet"]
    paper = Paper(sheet, given["colour"] or BLUE, given["page"])
    paper.set_lang(given["lang"])
    paper.set_title(sheet["title"])
    paper.set_author(given["author"])
    paper.set_creation_date(datetime.now(UTC))
    paper.set_display_mode("fullwidth")
    paper.add_page()
    paper.opening()
    for part in sheet["parts"]:
        paper.part(part)
    return bytes(paper.output())


if __name__ == "__main__":
    sys.stdout.buffer.write(drawn(json.load(sys.stdin)))
