"""`theke check --jsonl`: one JSON object a line in, one a line out, in the same order."""

import json
from datetime import datetime
from typing import IO, Any

from theke.guidelines.asking import Question, Unclear, as_line, question_from


def answer(usual: Question, say: str | None, now: datetime, source: IO[bytes], out: IO[bytes], errors: IO[str]) -> int:
    """Answer every line; 0, or 2 if one was not understood.

    A line that is not understood is named on `errors` with its number, and answered with `error` and as blocked: what was not read
    was not checked. Empty lines are left out.
    """
    code = 0
    for number, line in enumerate(source, start=1):
        if not line.strip():
            continue
        known: dict[str, Any] = {}
        try:
            out.write(_answered(line, number, usual, say, now, known))
        except Unclear as trouble:
            code = 2
            errors.write(f"theke check: line {number}: {trouble}\n")
            out.write(as_line({"id": known.get("id"), "line": number, "error": str(trouble), "findings": [], "blocked": True}))
        out.flush()
    return code


def _answered(line: bytes, number: int, usual: Question, say: str | None, now: datetime, known: dict[str, Any]) -> bytes:
    """The answer to one line. What is read of it is kept in `known`, so that an error can name its id."""
    try:
        data = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except (ValueError, RecursionError) as trouble:
        raise Unclear(f"no JSON in UTF-8 ({trouble})") from None
    if isinstance(data, dict):
        known |= data
    question = question_from(data, usual, now)
    return as_line({"id": known.get("id")} | question.asked().as_data(say or question.lang))
