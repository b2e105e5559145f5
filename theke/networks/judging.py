"""What an answer means: done, refused, later, or nobody knows. The rules are the same for every network."""

import json
import math
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from theke.networks.base import JSON, Later, NetworkError, Reconnect, Refused, Unsure, gettext_noop

LONGEST_WAIT = 2 * 3600.0
USUAL_WAIT = 60.0
LONGEST_WORDS = 200
# Above this a bare number is a moment in Unix time, below it a number of seconds.
EPOCH_FROM = 1_000_000_000

ASKED_TO_WAIT = gettext_noop("%(host)s asks us to wait a little.")
NO_CLEAR_ANSWER = gettext_noop("%(host)s gave no clear answer.")
TOKEN_REFUSED = gettext_noop("%(host)s no longer accepts the sign-in of this channel.")
SAID_NO = gettext_noop("%(host)s refused: %(answer)s")
MOVED = gettext_noop("%(host)s sends us to another address. Please connect the channel again with that address.")


class Rejected(Refused):
    """A plain no (4xx) with the answer itself, for networks that know better what it means."""

    def __init__(self, answer: "Answer") -> None:
        super().__init__(SAID_NO, host=answer.host, answer=answer.words())
        self.answer = answer


class SignInRefused(Reconnect):
    """A 401 with the answer itself, for networks on which it may mean something else than a dead sign-in."""

    def __init__(self, answer: "Answer") -> None:
        super().__init__(TOKEN_REFUSED, host=answer.host)
        self.answer = answer


@dataclass(frozen=True)
class Answer:
    """What came back from one call."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    whole: bool = True
    safe: bool = True
    host: str = ""
    clean: Callable[[str], str] = field(default=lambda text: text, repr=False)

    def json(self) -> Any:
        """The body as JSON. Raises Unsure (after a write) or Later (after a read) when it is cut off or is none."""
        if self.whole:
            with suppress(ValueError, RecursionError):
                data = json.loads(self.body)
                return without_nul(data) if b"\\u0000" in self.body else data
        raise self.doubt()

    def doubt(self) -> NetworkError:
        """What to raise when the answer is a yes that makes no sense."""
        return doubt(self.safe, self.host)

    def object(self) -> JSON:
        """The body as a JSON object; raises like `json`."""
        data = self.json()
        if not isinstance(data, dict):
            raise self.doubt()
        return data

    def objects(self) -> list[JSON]:
        """The body as a list of JSON objects; raises like `json`."""
        data = self.json()
        if not isinstance(data, list) or not all(isinstance(one, dict) for one in data):
            raise self.doubt()
        return data

    @contextmanager
    def reading(self) -> Iterator[None]:
        """What is read inside this block may lack anything: a missing or odd part raises what `json` raises."""
        try:
            yield
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as trouble:
            raise self.doubt() from trouble

    def words(self) -> str:
        """What the server says for itself, in one short line without secrets."""
        said: Any = ""
        with suppress(ValueError, RecursionError):
            said = json.loads(self.body)
        if isinstance(said, dict):
            said = said.get("error_description") or said.get("error") or said.get("message") or ""
        line = " ".join(str(said if isinstance(said, str) else "").replace("\x00", "").split())
        return self.clean(line)[:LONGEST_WORDS] or f"HTTP {self.status}"


def without_nul(data: Any) -> Any:
    """The same data with no NUL in any text: PostgreSQL keeps none, and nobody means one."""
    if isinstance(data, str):
        return data.replace("\x00", "")
    if isinstance(data, list):
        return [without_nul(one) for one in data]
    return {without_nul(k): without_nul(v) for k, v in data.items()} if isinstance(data, dict) else data


def doubt(safe: bool, host: str) -> NetworkError:
    """No clear answer: harmless after what may be repeated, a doubt after what may not."""
    return Later(NO_CLEAR_ANSWER, again_in=5.0, host=host) if safe else Unsure(NO_CLEAR_ANSWER, host=host)


def judge(answer: Answer, now: Callable[[], float] = time.time) -> Answer:
    """Give back a 2xx; raise what every other answer means."""
    status = answer.status
    if 200 <= status < 300:
        return answer
    if status == 429:
        raise Later(ASKED_TO_WAIT, host=answer.host, again_in=wait_of(answer.headers, now(), answer.body))
    if status == 401:
        raise SignInRefused(answer)
    if status in (301, 307, 308):
        raise Refused(MOVED, host=answer.host)
    if 400 <= status < 500 and status != 408:
        raise Rejected(answer)
    raise doubt(answer.safe, answer.host)


def wait_of(headers: Mapping[str, str], now: float, body: bytes = b"") -> float:
    """Seconds to wait, as the server asks: between 1 s and two hours, a minute when it does not say.

    Headers come first; Matrix said it in the body alone (`retry_after_ms`, milliseconds) before version 1.10 of its specification.
    """
    for name in ("retry-after", "x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset"):
        seconds = _seconds(headers.get(name, "").strip(), now)
        if seconds is not None:
            return _within_reason(seconds)
    return _within_reason(_wait_in(body) or USUAL_WAIT)


def _within_reason(seconds: float) -> float:
    return min(max(seconds, 1.0), LONGEST_WAIT)


def _wait_in(body: bytes) -> float | None:
    """The seconds that a JSON body asks for; None where it asks for none."""
    told: Any = None
    with suppress(ValueError, RecursionError):
        told = json.loads(body)
    asked: Any = told.get("retry_after_ms") if isinstance(told, dict) else None
    known = isinstance(asked, int | float) and not isinstance(asked, bool) and math.isfinite(asked)
    return float(asked) / 1000 if known and asked > 0 else None


def _seconds(value: str, now: float) -> float | None:
    """Seconds from now of a number of seconds, a Unix time, an ISO time or an HTTP date."""
    with suppress(ValueError):
        number = float(value)
        if math.isfinite(number):
            return number - now if number >= EPOCH_FROM else number
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError, TypeError, OverflowError):
            moment = read(value)
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now
    return None
