"""Reads a list of people as spreadsheets write it: CSV of any dialect and encoding, pasted or uploaded."""

import codecs
import csv
import io
import unicodedata

MOST_BYTES = 1_000_000
MOST_ROWS = 500
MOST_CELLS = 12
LONGEST_CELL = 400
DELIMITERS = ";\t,"

COLUMNS = {
    "name": {"name", "namn", "vollstandiger name", "full name", "fullstandigt namn", "person"},
    "email": {"e mail", "email", "mail", "e mail adresse", "mailadresse", "e post", "epost", "e postadress", "e mail address"},
    "branch": {"zweigstelle", "branch", "enhet", "filial", "bibliotek", "haus", "home branch", "standort"},
    "function": {"funktion", "function", "aufgabe", "befattning", "stelle", "titel", "job title"},
    "role": {"rolle", "role", "roll", "recht", "rechte", "behorighet"},
}
ORDER = ("name", "email", "branch", "function", "role")
"""Of a list without a heading."""
RISKY = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that a spreadsheet takes for a formula."""


class NotATable(ValueError):
    """What was sent is no list of people; the words say why."""


def decoded(data: bytes) -> str:
    """The text behind the bytes: UTF-8, UTF-16 or, from older spreadsheets, Windows Western."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if data[1:200:2].count(0) > len(data[1:200:2]) // 2:
        return data.decode("utf-16-le", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def plain(word: str) -> str:
    """A word for comparing: lower case, without accents and without punctuation."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    kept = "".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join(kept.split())


def _delimiter(text: str) -> str:
    """The sign that parts the same number of cells in most lines; a comma inside an address loses against it."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    return max(
        DELIMITERS, key=lambda sign: (sum(line.count(sign) > 0 for line in lines), sum(line.count(sign) for line in lines))
    )


def cells(text: str) -> list[list[str]]:
    """The lines of the list with their cells; empty lines are left out. At most one line more than allowed comes back."""
    found: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text.replace("\x00", "")), delimiter=_delimiter(text)):
            trimmed = [" ".join(cell.split())[:LONGEST_CELL] for cell in row[:MOST_CELLS]]
            if any(trimmed):
                found.append(trimmed)
            if len(found) > MOST_ROWS + 1:
                break
    except csv.Error as broken:  # a cell of more than 131,072 characters
        raise NotATable from broken
    return found


def _heading(row: list[str]) -> dict[str, int]:
    """Which column stands where, if this row is a heading: it names the address, or two columns."""
    known = {key: n for n, cell in enumerate(row) for key, words in COLUMNS.items() if plain(cell) in words}
    return known if "email" in known or len(known) > 1 else {}


def _guessed(row: list[str]) -> dict[str, int]:
    """Without a heading: the address is where the @ is, the others follow in their order."""
    at = next((n for n, cell in enumerate(row) if "@" in cell), 1)
    others = [n for n in range(len(row)) if n != at]
    return {"email": at} | dict(zip((key for key in ORDER if key != "email"), others, strict=False))


def people_in(text: str) -> list[dict[str, str]]:
    """The people of a list, each with the columns that are known. Raises NotATable when there are none, or too many."""
    rows = cells(text)
    if not rows:
        raise NotATable
    places = _heading(rows[0])
    rows, places = (rows[1:], places) if places else (rows, _guessed(rows[0]))
    if not rows or len(rows) > MOST_ROWS:
        raise NotATable
    return [{key: row[n] if n < len(row) else "" for key, n in places.items()} for row in rows]


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(RISKY) else cell
