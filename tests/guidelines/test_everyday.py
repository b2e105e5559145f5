"""What libraries write every day passes without a word, also in an election period; lines that begin with @ are answers."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.guidelines.drafts import saying
from tests.guidelines.texts import HERE
from theke.guidelines.checking import check
from theke.guidelines.rules.base import Context, Own

BERLIN = ZoneInfo("Europe/Berlin")
OWN = Own(domains=("bib.example",), phones=("030 23125 100", "08-508 30 900"))
LINES = [(lang, line) for lang in ("de", "sv", "en") for line in (HERE / f"everyday-{lang}.txt").read_text().splitlines()]


@pytest.mark.parametrize(("lang", "line"), LINES)
def test_everyday_posts_and_answers_pass(lang: str, line: str) -> None:
    region = "DE" if lang == "en" else ""
    context = Context(datetime(2026, 11, 23, 9, 30, tzinfo=BERLIN), BERLIN, region, OWN, election=True)
    form = "reply" if line.startswith("@") else "post"
    found = check(saying(line, lang=lang, form=form), context)
    assert [(one.rule, one.seen) for one in found] == []
