"""No page says anything in English to someone who reads German or Swedish."""

from pathlib import Path

import polib
import pytest

from tests.people import Cast
from tests.site.reading import pages_of, signed_in
from tools.messages import LANGUAGES, catalogue, packages


def english(language: str) -> set[str]:
    """What the source says, where this language says it differently."""
    entries = [e for p in packages() if (path := catalogue(p, language)).exists() for e in polib.pofile(str(path))]
    return {e.msgid for e in entries if e.msgstr and e.msgstr != e.msgid and "%(" not in e.msgid and len(e.msgid) > 2}


def known_words(language: str) -> set[str]:
    """What this language says on purpose, even where it looks like English elsewhere."""
    entries = [e for p in packages() if (path := catalogue(p, language)).exists() for e in polib.pofile(str(path))]
    return {e.msgstr for e in entries}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_speaks_the_language_of_its_reader(people: Cast, starts: list[str], language: str) -> None:
    people.maria.language = language
    people.maria.save()
    foreign = english(language) - known_words(language)
    pages = list(pages_of(signed_in(people.maria), starts))
    assert len(pages) > 20
    # The public pages speak the library's language, whoever looks at them.
    own = [page for page in pages if not page.path.startswith("/w/")]
    left = [f"{page.path}: {text}" for page in own for text in page.texts if text in foreign]
    assert not left, "\n".join(left)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_for_english_finds_it(people: Cast, starts: list[str], language: str) -> None:
    """The control: whoever reads English does see these words."""
    people.maria.language = "en"
    people.maria.save()
    foreign = english(language)
    pages = list(pages_of(signed_in(people.maria), starts[:1]))
    assert any(text in foreign for page in pages for text in page.texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_compiled_catalogue_is_fresh(language: str) -> None:
    for package in packages():
        path: Path = catalogue(package, language)
        if path.exists():
            po = polib.pofile(str(path))
            assert path.with_suffix(".mo").read_bytes() == po.to_binary(), f"{path}: run bin/messages"
            assert not po.untranslated_entries() and not po.fuzzy_entries(), path
