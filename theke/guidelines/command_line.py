"""`theke check`: the rules for the command line and for other tools. Needs no database, no settings and no network.

Exit codes: 0 nothing blocks, 1 something blocks (with `--jsonl`: never, each line says so itself), 2 something was not understood.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import IO, Any

from theke.guidelines import reading_lines
from theke.guidelines.asking import Question, Unclear, moment_of
from theke.guidelines.phrasing import SAID

DESCRIPTION = "Says what the guideline has to say to a text, read from standard input in UTF-8."
EPILOG = """
exit codes: 0 nothing blocks; 1 something blocks; 2 an option or a line was not understood.
With --jsonl each line says by itself whether it is blocked, and 1 is not used.

  echo "Wir haben neue Romane. Mehr: http://bib.example" | theke check --lang de
  theke check --jsonl < posts.jsonl > findings.jsonl
"""


OPTIONS: dict[str, dict[str, Any]] = {
    "--lang": {"choices": SAID, "default": "de", "help": "language of the text (de)"},
    "--form": {"choices": ("post", "reply"), "default": "post", "help": "a post, or an answer that everybody can read (post)"},
    "--kind": {
        "choices": ("library", "personal"),
        "default": "library",
        "help": "who speaks: the library, or one person (library)",
    },
    "--at": {"metavar": "ISO", "help": "when it goes out, as 2026-12-05T10:00; without offset in the time of the region (now)"},
    "--region": {"default": "", "help": "where the library stands, as DE-NW or SE: for holidays and telephones"},
    "--own-domain": {"action": "append", "default": [], "metavar": "HOST", "help": "a domain of the library; may be repeated"},
    "--own-phone": {
        "action": "append",
        "default": [],
        "metavar": "NUMBER",
        "help": "a telephone of the library; may be repeated",
    },
    "--own-iban": {"action": "append", "default": [], "metavar": "IBAN", "help": "an account of the library; may be repeated"},
    "--election": {"action": "store_true", "help": "it goes out in an election period"},
    "--say": {"choices": SAID, "help": "language of the messages (that of the text)"},
    "--json": {"action": "store_true", "help": "answer with one JSON object"},
    "--jsonl": {
        "action": "store_true",
        "help": "one JSON object a line, in and out: id text lang form kind at own_domains own_phones own_ibans region election",
    },
}


def parser() -> argparse.ArgumentParser:
    """The options of `theke check`."""
    layout = argparse.RawDescriptionHelpFormatter
    made = argparse.ArgumentParser(
        "theke check", description=DESCRIPTION, epilog=EPILOG, formatter_class=layout, allow_abbrev=False
    )
    for name, how in OPTIONS.items():
        made.add_argument(name, **how)
    return made


def main(arguments: Sequence[str], source: IO[bytes], out: IO[bytes], errors: IO[str]) -> int:
    """Read a text, or lines of JSON, and write what the rules find. Gives the exit code; wrong options end the process with 2."""
    options = parser().parse_args(arguments)
    now = datetime.now(UTC)
    try:
        question = _question(options, now)
        if options.jsonl:
            return reading_lines.answer(question, options.say, now, source, out, errors)
        return _answer_one(question, options, source, out)
    except Unclear as trouble:
        errors.write(f"theke check: {trouble}\n")
        return 2


def _question(options: argparse.Namespace, now: datetime) -> Question:
    return Question(
        text="",
        lang=options.lang,
        form=options.form,
        kind=options.kind,
        at=moment_of(options.at, options.region, options.lang) if options.at else now,
        region=options.region,
        own_domains=tuple(options.own_domain),
        own_phones=tuple(options.own_phone),
        own_ibans=tuple(options.own_iban),
        election=options.election,
    )


def _answer_one(question: Question, options: argparse.Namespace, source: IO[bytes], out: IO[bytes]) -> int:
    try:
        text = source.read().decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise Unclear(f"the text is not UTF-8 (byte {trouble.start})") from None
    answered = question.about(text).asked()
    say = options.say or options.lang
    out.write(answered.as_json(say) if options.json else answered.as_lines(say))
    out.flush()
    return 1 if answered.blocked else 0


def run() -> None:
    """Answer the process's own standard input."""
    try:
        code = main(sys.argv[2:], sys.stdin.buffer, sys.stdout.buffer, sys.stderr)
    except BrokenPipeError:  # whoever reads has heard enough
        sys.stderr.close()
        code = 0
    raise SystemExit(code)
