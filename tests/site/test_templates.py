"""What templates may not hold: the policy forbids inline script and style, the formats forbid literal dates."""

import re
from pathlib import Path

import pytest

import theke

ROOT = Path(theke.__file__).parent
TEMPLATES = sorted(ROOT.glob("*/templates/**/*.html"))
SCRIPTS = sorted(ROOT.glob("*/static/**/*.js"))

FORBIDDEN = {
    "an inline style": re.compile(r"<[^>]*\sstyle\s*="),
    "a style element": re.compile(r"<style[\s>]"),
    "an inline handler": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']"),
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)[^>]*>"),
    "hx-on": re.compile(r"\shx-on[:\-=]"),
    "js: values": re.compile(r"hx-(vals|headers)=[\"']\s*js(avascript)?:"),
    "a trigger filter": re.compile(r"hx-trigger=\"[^\"]*\["),
    "a literal date format": re.compile(r"\|\s*(date|time)\s*:\s*[\"'](?![A-Z_]+[\"'])"),
    "an address elsewhere": re.compile(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=[\"']https?://"),
    "unescaped text": re.compile(r"\|\s*safe\b|\{%\s*autoescape off"),
}


def requests_of(source: str) -> list[str]:
    return re.findall(r"<[^>]*\shx-(?:get|post)=[^>]*>", source)


@pytest.mark.parametrize("path", TEMPLATES, ids=[str(p.relative_to(ROOT)) for p in TEMPLATES])
def test_a_template_holds_nothing_forbidden(path: Path) -> None:
    source = path.read_text()
    found = {what: hit.group(0) for what, pattern in FORBIDDEN.items() if (hit := pattern.search(source))}
    assert not found
    assert all("hx-target" in one for one in requests_of(source)), "each hx-get and hx-post names its target"


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ('<p style="color:red">', "an inline style"),
        ('<a onclick="x()">', "an inline handler"),
        ("<script>x()</script>", "an inline script"),
        ('{{ day|date:"d.m.Y" }}', "a literal date format"),
        ("{{ text|safe }}", "unescaped text"),
        ('<img src="https://cdn.example/x.png">', "an address elsewhere"),
    ],
)
def test_the_patterns_have_power(source: str, what: str) -> None:
    assert FORBIDDEN[what].search(source)


def test_named_formats_are_allowed() -> None:
    assert not FORBIDDEN["a literal date format"].search('{{ day|date:"SHORT_DATE_FORMAT" }}')


@pytest.mark.parametrize("path", SCRIPTS, ids=[str(p.relative_to(ROOT)) for p in SCRIPTS])
def test_a_script_needs_no_eval_and_no_other_server(path: Path) -> None:
    source = path.read_text()
    assert not re.search(r"\beval\(|new Function\(|insertAdjacentHTML\(|document\.write|https?://(?!www\.w3\.org)", source)
