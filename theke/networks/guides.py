"""The guide of each network: what it takes, what it costs and what it cannot do, written for a librarian.

`<key>/guide/<language>.html` is a fragment of plain HTML: h2, p, ul, ol, li, table, strong, code and links to the network's own pages.
"""

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = ("en", "de", "sv")


@cache
def guide(key: str, language: str) -> str:
    """The fragment in this language, else in English; empty where a network has no guide."""
    folder = HERE / key / "guide"
    found = next((path for lang in (language, "en") if (path := folder / f"{lang}.html").is_file()), None)
    return found.read_text(encoding="utf-8") if found and key.isidentifier() else ""
