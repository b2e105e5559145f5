"""Makes the blocks of WordPress from plain text: paragraphs, links, lists, headings, quotes, pictures. Pure.

Source of the markup: the block library of WordPress 6.1 (developer.wordpress.org/block-editor/reference-guides/core-blocks).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from theke.networks.measuring import URL

HEADING = re.compile(r"(#{1,3}) +(?=\S)")
BULLET = re.compile(r"[-–*•] +(?=\S)")
NUMBER = re.compile(r"([0-9]{1,2})[.)] +(?=\S)")
QUOTE = re.compile(r"> ?")


@dataclass(frozen=True)
class Picture:
    """A picture that lies on the site."""

    id: int
    url: str
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class _Line:
    kind: str
    text: str
    mark: str = ""


def content(text: str, pictures: Sequence[Picture] = (), *, lang: str = "", first_on_top: bool = False) -> str:
    """The whole post as blocks. `lang` marks each block; `first_on_top` puts the first picture before the text."""
    before = list(pictures[:1]) if first_on_top else []
    after = list(pictures[len(before) :])
    return "\n\n".join([*map(image, before), *_blocks(text, lang), *map(image, after)])


def image(picture: Picture) -> str:
    """One picture with its description, and its credit as caption."""
    caption = f'<figcaption class="wp-element-caption">{_plain(picture.caption)}</figcaption>' if picture.caption else ""
    source = f'<img src="{_value(picture.url)}" alt="{_value(picture.alt)}" class="wp-image-{picture.id}"/>'
    figure = f'<figure class="wp-block-image size-full">{source}{caption}</figure>'
    return _block("image", figure, f' {{"id":{picture.id},"sizeSlug":"full","linkDestination":"none"}}')


def inline(text: str) -> str:
    """Text on its way into HTML, with its addresses as links."""
    parts, at = [], 0
    for found in URL.finditer(text):
        address = found.group()
        parts += [_plain(text[at : found.start()]), f'<a href="{_value(address)}">{_plain(address)}</a>']
        at = found.end()
    return "".join([*parts, _plain(text[at:])])


def first_words(text: str, most: int = 80) -> str:
    """A title for a text that has none: its first line, cut between words."""
    line = next((line.text for line in map(_read, text.splitlines()) if line.text.strip()), "").strip()
    if len(line) <= most:
        return line
    return line[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def _blocks(text: str, lang: str) -> Iterable[str]:
    for piece in filter(None, re.split(r"\n\s*\n", text.strip())):
        for kind, lines in groupby(_settled([_read(line) for line in piece.split("\n")]), key=lambda line: line.kind):
            yield from MAKERS[kind](list(lines), _marked(lang))


def _read(line: str) -> _Line:
    bare = line.strip()
    for kind, pattern in (("heading", HEADING), ("bullet", BULLET), ("number", NUMBER), ("quote", QUOTE)):
        found = pattern.match(bare)
        if found:
            return _Line(kind, bare[found.end() :], found.group().strip())
    return _Line("plain", bare)


def _settled(lines: list[_Line]) -> list[_Line]:
    """A list has two lines or more, and a numbered one begins with 1: a signature and a date stay as they were written."""
    settled: list[_Line] = []
    for kind, run in groupby(lines, key=lambda line: line.kind):
        group = list(run)
        numbers = [str(number) for number in range(1, len(group) + 1)]
        lone = kind in ("bullet", "number") and len(group) < 2
        dates = kind == "number" and [line.mark.rstrip(".)") for line in group] != numbers
        settled += [_Line("plain", f"{line.mark} {line.text}") for line in group] if lone or dates else group
    return settled


def _marked(lang: str) -> Callable[[str], str]:
    """Puts a language on what stands in a block: on the words, because the editor takes no such mark on the block itself."""
    return lambda html: f'<span lang="{_value(lang)}">{html}</span>' if lang else html


def _paragraph(lines: list[_Line], mark: Callable[[str], str]) -> Iterable[str]:
    yield _block("paragraph", f"<p>{mark('<br>'.join(inline(line.text) for line in lines))}</p>")


def _headings(lines: list[_Line], mark: Callable[[str], str]) -> Iterable[str]:
    for line in lines:
        level = max(2, len(line.mark))
        more = "" if level == 2 else f' {{"level":{level}}}'
        yield _block("heading", f"<h{level}>{mark(inline(line.text))}</h{level}>", more)


def _list(lines: list[_Line], mark: Callable[[str], str]) -> Iterable[str]:
    items = "\n\n".join(_block("list-item", f"<li>{mark(inline(line.text))}</li>") for line in lines)
    ordered = lines[0].kind == "number"
    tag, more = ("ol", ' {"ordered":true}') if ordered else ("ul", "")
    yield _block("list", f"<{tag}>{items}</{tag}>", more)


def _quote(lines: list[_Line], mark: Callable[[str], str]) -> Iterable[str]:
    yield _block("quote", f'<blockquote class="wp-block-quote">{"".join(_paragraph(lines, mark))}</blockquote>')


MAKERS = {"plain": _paragraph, "heading": _headings, "bullet": _list, "number": _list, "quote": _quote}


def _block(name: str, html: str, more: str = "") -> str:
    return f"<!-- wp:{name}{more} -->\n{html}\n<!-- /wp:{name} -->"


def _plain(text: str) -> str:
    """Escaped; a square bracket would begin a shortcode, which runs code of the site."""
    return escape(text, quote=False).replace("[", "&#091;")


def _value(text: str) -> str:
    """Escaped for an attribute."""
    return escape(text).replace("[", "&#091;")
