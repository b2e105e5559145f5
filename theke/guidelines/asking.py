"""One text and what is known of it, from outside the desk; asked, and answered as text or JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, tzinfo
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from theke.guidelines.checking import check
from theke.guidelines.phrasing import SAID, phrase
from theke.guidelines.rules.base import Context, Draft, Finding, Own, Target

Form = Literal["post", "reply"]
Kind = Literal["library", "personal"]
ZONES = {"DE": "Europe/Berlin", "SE": "Europe/Stockholm", "AT": "Europe/Vienna", "CH": "Europe/Zurich", "FI": "Europe/Helsinki"}
COUNTRY_OF_LANGUAGE = {"sv": "SE"}
NOON = time(12)


class Unclear(Exception):
    """What was given cannot be understood. The words say what and why."""


@dataclass(frozen=True)
class Question:
    """A text, and what `theke check` was told of it."""

    text: str
    at: datetime
    """Aware."""
    lang: str = "de"
    form: Form = "post"
    kind: Kind = "library"
    region: str = ""
    own_domains: tuple[str, ...] = ()
    own_phones: tuple[str, ...] = ()
    own_ibans: tuple[str, ...] = ()
    election: bool = False

    def about(self, text: str) -> "Question":
        """The same question about another text."""
        return replace(self, text=text)

    def asked(self) -> "Answered":
        """What the rules say."""
        target = Target(key="", name="", text=self.text, signature="", signs=False)
        draft = Draft((target,), sender="theke check", kind=self.kind, form=self.form, lang=self.lang)
        own = Own(domains=self.own_domains, phones=self.own_phones, ibans=self.own_ibans)
        zone = zone_of(self.region, self.lang)
        return Answered(tuple(check(draft, Context(self.at, zone, self.region.upper(), own, election=self.election))))


@dataclass(frozen=True)
class Answered:
    """What the rules said to one text."""

    findings: tuple[Finding, ...]

    @property
    def blocked(self) -> bool:
        """Whether it may not go out like this."""
        return any(one.severity == "block" for one in self.findings)

    def as_data(self, say: str) -> dict[str, Any]:
        """Plain data: `findings`, each with rule, severity, start, end (code points), message and point, and a mend where there is one."""
        return {"findings": [_plain(one, say) for one in self.findings], "blocked": self.blocked}

    def as_json(self, say: str) -> bytes:
        """One JSON object and a line end."""
        return as_line(self.as_data(say))

    def as_lines(self, say: str) -> bytes:
        """One line for each finding: place, severity, rule, message."""
        lines = (f"{one.start}-{one.end} {one.severity} {one.rule} {phrase(one, say)}\n" for one in self.findings)
        return "".join(lines).encode("utf-8", "replace")


def _plain(one: Finding, say: str) -> dict[str, Any]:
    data = {
        "rule": one.rule,
        "severity": one.severity,
        "start": one.start,
        "end": one.end,
        "message": phrase(one, say),
        "point": one.point,
    }
    return data if one.mend is None else data | {"mend": one.mend}


def as_line(data: Mapping[str, Any]) -> bytes:
    """The data as one line of JSON in UTF-8; half a surrogate pair, which UTF-8 cannot hold, stays escaped."""
    try:
        return (json.dumps(data, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:
        return (json.dumps(data) + "\n").encode()


def question_from(data: Any, usual: Question, now: datetime) -> Question:
    """The question in one JSON object; what it does not say is as in `usual`. Raises Unclear."""
    if not isinstance(data, dict):
        raise Unclear("a JSON object was expected")
    if "text" not in data:
        raise Unclear("there is no text")
    lang = _one_of({"lang": _words(data, "lang", usual.lang).partition("-")[0].lower()}, "lang", SAID, usual.lang)
    region = _words(data, "region", usual.region)
    at = data.get("at")
    return replace(
        usual,
        text=_words(data, "text", ""),
        lang=lang,
        region=region,
        form=_one_of(data, "form", get_args(Form), usual.form),
        kind=_one_of(data, "kind", get_args(Kind), usual.kind),
        at=usual.at if at is None else moment_of(at, region, lang),
        own_domains=_list(data, "own_domains", usual.own_domains),
        own_phones=_list(data, "own_phones", usual.own_phones),
        own_ibans=_list(data, "own_ibans", usual.own_ibans),
        election=bool(data.get("election", usual.election)),
    )


def _words(data: dict[str, Any], name: str, usual: str) -> str:
    given = data.get(name)
    if given is None and name != "text":
        return usual
    if not isinstance(given, str):
        raise Unclear(f"{name} is no string")
    return given


def _one_of(data: dict[str, Any], name: str, known: tuple[str, ...], usual: str) -> Any:
    given = _words(data, name, usual)
    if given not in known:
        raise Unclear(f"{name} is {given!r}; it must be one of {', '.join(known)}")
    return given


def _list(data: dict[str, Any], name: str, usual: tuple[str, ...]) -> tuple[str, ...]:
    given = data.get(name)
    if given is None:
        return usual
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise Unclear(f"{name} is no list of strings")
    return tuple(given)


def zone_of(region: str, lang: str) -> tzinfo:
    """The zone of a region such as DE-NW; without a region, that of the language's country."""
    country = region.partition("-")[0].upper() or COUNTRY_OF_LANGUAGE.get(lang, "DE")
    return ZoneInfo(ZONES.get(country, "Europe/Berlin"))


def moment_of(given: Any, region: str, lang: str) -> datetime:
    """An ISO moment, aware. Without an offset it is meant in the region; a bare day is its noon. Raises Unclear."""
    if not isinstance(given, str):
        raise Unclear("at is no string")
    zone = zone_of(region, lang)
    try:
        if len(given.strip()) == len("2026-12-05"):
            return datetime.combine(date.fromisoformat(given.strip()), NOON, zone)
        moment = datetime.fromisoformat(given.strip())
    except ValueError:
        raise Unclear(f"at is {given!r}; a moment such as 2026-12-05T10:00 was expected") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
