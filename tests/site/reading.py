"""Reads pages as a program does: their forms, their links, and every word a person would see or hear."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

from theke.people.models import Person

OF_A_KIND = 2
"""Pages that one view draws, such as one for each rule: two of them speak for all."""
QUIET = frozenset({"script", "style", "template"})
DATED = re.compile(r"/\d{4}-\d\d-\d\d/")
"""Every day of the calendar has a page; walking through all of them would leave no time for the others."""
SPOKEN = ("aria-label", "title", "placeholder", "alt")


@dataclass
class Form:
    """A form as a page offers it."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


class Reader(HTMLParser):
    """Reads the forms, links and words of a page."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.texts: list[str] = []
        self.open = False
        self.quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.quiet += tag in QUIET
        self.texts += [given[name] for name in SPOKEN if given.get(name)]
        if tag == "a" and given.get("href", "").startswith("/"):
            self.links.append(urlsplit(given["href"]).path)
        if tag == "form":
            self.open = given.get("method", "").lower() == "post"
            if self.open:
                self.forms.append(Form(given.get("action") or self.path))
        if self.open and tag in {"input", "textarea", "select", "button"} and given.get("name"):
            self.forms[-1].fields[given["name"]] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        self.quiet -= tag in QUIET
        if tag == "form":
            self.open = False

    def handle_data(self, data: str) -> None:
        if not self.quiet and data.strip():
            self.texts.append(" ".join(data.split()))


def signed_in(person: Person) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(person)
    return client


def _kind_of(path: str) -> str:
    try:
        return resolve(path.partition("?")[0]).view_name
    except Resolver404:
        return path


def pages_of(client: Client, starts: list[str]) -> Iterator[Reader]:
    """Every kind of page that can be reached by links."""
    seen, waiting, kinds = set(starts), list(starts), Counter[str]()
    while waiting:
        path = waiting.pop(0)
        if kinds[kind := _kind_of(path)] == OF_A_KIND:
            continue
        kinds[kind] += 1
        response = client.get(path)
        assert response.status_code < 500, path
        if "text/html" not in response.headers.get("Content-Type", ""):
            continue
        page = Reader(path)
        page.feed(response.content.decode())
        yield page
        new = [link for link in page.links if link not in seen and "sign-out" not in link and not DATED.search(link)]
        seen.update(new)
        waiting += new


def forms_of(client: Client, starts: list[str]) -> Iterator[Form]:
    """Every form that can be reached by links, once per action."""
    told = set()
    for page in pages_of(client, starts):
        for form in page.forms:
            mark = (form.action, *sorted(form.fields))
            if mark not in told:
                told.add(mark)
                yield form
