"""How long the guideline's rules take: on a post of 500 characters with all that is known around it, on a very long text, and from the command line.

`bin/bench check`. Each post is another text, so that no cache of an earlier one helps; the same text on four channels counts as one.
"""

import json
import statistics
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from itertools import cycle
from zoneinfo import ZoneInfo

from bench import ground
from tests.guidelines.texts import Sample, samples
from theke.guidelines.checking import check
from theke.guidelines.rules.base import Context, Draft, House, Own, Picture, Recent, Rights, Target
from theke.networks.base import Measure

POSTS = 400
WARM = 40
LENGTH = 500
LINES = 1000
LONG = 100_000
AT = datetime(2026, 11, 23, 11, tzinfo=UTC)
WEEK = {day: ((clock(10), clock(18)),) for day in range(6)}


def surroundings() -> Context:
    """A library with three branches, thirty names of its own and forty posts in the last days."""
    own = Own(
        domains=("bib.example", "stadt.example"),
        phones=("030 23125 100", "030 23125 200"),
        ibans=("DE02120300000000202051",),
        names=("Mara Lindqvist", "Hafenbibliothek", *(f"Zweigstelle Nummer {number}" for number in range(28))),
        internal_terms=("Projekt Blau", "Serverraum", "Dienstplan"),
        unnamed=("Petra Klein", "Ole Krause"),
        card_pattern=r"\d{10}",
        brands=("Tonie", "Tiptoi"),
        allowed=frozenset({"der trottel vom dienst"}),
        handles={"jana_privat": False, "ole_liest": True},
        candidates=("Mara Muster",),
    )
    houses = tuple(House(name, WEEK, {date(2026, 12, 24): "Heiligabend"}) for name in ("Hafen", "Südstadt", "Markt"))
    texts = [one.text for one in samples()]
    recent = tuple(
        Recent(str(number % 4), AT - timedelta(days=number % 12), text) for number, text in zip(range(40), texts, strict=False)
    )
    return Context(
        AT,
        ZoneInfo("Europe/Berlin"),
        "DE-NW",
        own,
        houses,
        staffed=True,
        languages={"0": ("de",)},
        election=True,
        recent=recent,
    )


def texts_of(length: int, number: int) -> list[str]:
    """So many different texts of this length, put together from the set."""
    parts, made = cycle([one.text for one in samples() if one.lang != "en"]), []
    for count in range(number):
        text = f"Beitrag {count}."
        while len(text) < length:
            text += " " + next(parts)
        made.append(text[:length])
    return made


def draft_of(text: str) -> Draft:
    """The text on four channels, with a picture."""
    targets = tuple(
        Target(str(key), f"Kanal {key}", text, "– Jana Berg, Hafen", True, measure=Measure("graphemes", url=23), text_max=1000)
        for key in range(4)
    )
    picture = Picture("1", "Eine Frau liest Kindern vor.", people="none", rights=Rights("eigenes Foto", "Jana Berg", "own"))
    return Draft(targets, "Jana Berg", pictures=(picture,), title="Vorlesen")


def milliseconds(drafts: list[Draft], context: Context) -> list[float]:
    """What each takes."""
    taken = []
    for draft in drafts:
        began = time.perf_counter()
        check(draft, context)
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def from_the_command_line(lines: int) -> tuple[float, int]:
    """Seconds for so many posts through `theke check --jsonl`, start included, and how many lines came back."""
    given = "".join(
        json.dumps(line_of(one, number)) + "\n" for number, one in zip(range(lines), cycle(samples()), strict=False)
    )
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "theke", "check", "--jsonl"],
        input=given,
        capture_output=True,
        text=True,
        cwd=ground.ROOT,
        check=False,
    )
    return time.perf_counter() - began, len(done.stdout.splitlines())


def line_of(sample: Sample, number: int) -> dict[str, object]:
    """One post as the command reads it; the number makes each text another."""
    return {
        "id": f"{sample.id}-{number}",
        "text": f"{sample.text}\n\n{number}",
        "lang": sample.lang,
        "form": sample.form,
        "kind": sample.kind,
        "at": sample.at,
        "own_domains": sample.options.get("own_domains", []),
        "own_phones": sample.options.get("own_phones", []),
    }


def main(lines: int = LINES) -> dict[str, float]:
    """Measure all three."""
    context = surroundings()
    milliseconds([draft_of(text) for text in texts_of(LENGTH, POSTS + WARM)[POSTS:]], context)
    taken = milliseconds([draft_of(text) for text in texts_of(LENGTH, POSTS)], context)
    (long_ms,) = milliseconds([draft_of(texts_of(LONG, 1)[0])], context)
    seconds, answered = from_the_command_line(lines)
    figures = {
        "median_ms": round(statistics.median(taken), 2),
        "p95_ms": round(ground.quantile(taken, 0.95), 2),
        "long_ms": round(long_ms),
        "jsonl_s": round(seconds, 2),
        "answered": answered,
    }
    ground.report(
        "check",
        [("posts", POSTS), ("slowest ms", round(max(taken), 2)), *figures.items()],
        **figures,
    )
    return figures


if __name__ == "__main__":
    main(*(int(given) for given in sys.argv[1:]))
