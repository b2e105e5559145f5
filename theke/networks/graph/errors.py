"""What Meta means by a no, in words for a librarian.

Sources: developers.facebook.com/docs/graph-api/guides/error-handling, /docs/instagram-platform/instagram-graph-api/reference/error-codes,
/docs/graph-api/overview/rate-limiting; 4279009 and 1366051 as reported by many who publish to Threads and Facebook.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from theke.networks.base import Later, NetworkError, Reconnect, Refused, Unsure, Words, gettext_noop
from theke.networks.judging import (
    ASKED_TO_WAIT,
    LONGEST_WAIT,
    LONGEST_WORDS,
    NO_CLEAR_ANSWER,
    SAID_NO,
    Answer,
    Rejected,
    SignInRefused,
)

RATE = frozenset({4, 17, 32, 613, *range(80000, 80015)})
DEAD = frozenset({102, 190, 467})
PERMISSION = frozenset({3, 10, *range(200, 300)})
USUAL_REST = 300.0
QUOTA_REST = 3600.0
NOT_READY_REST = 30.0
NOT_FOUND_YET = 4279009
NOT_READY = 2207027
TWICE = frozenset({1366051})
BUSY = frozenset({2207001, 2207003, 2207032, 2207053})

TOKEN_DEAD = gettext_noop("%(host)s no longer accepts the sign-in of this channel. Please connect it again.")
PASSWORD_CHANGED = gettext_noop(
    "The person who connected this channel has changed their password or was signed out. Please connect it again."
)
APP_REMOVED = gettext_noop("The app was taken off the account that connected this channel. Please connect it again.")
NO_PERMISSION = gettext_noop(
    "The library's app may not do this. Connect the channel again, leave every tick set on Meta's page, and see that your role on the app still stands: %(answer)s"
)
BLOCKED = gettext_noop(
    "Meta has blocked this action for a while, mostly because it took something for spam. Look at the account itself for a notice: %(answer)s"
)
QUOTA_USED = gettext_noop("The account has published as much as Meta allows in 24 hours.")
STILL_PROCESSING = gettext_noop("Meta is still processing the post.")

MEDIA: dict[int, Words] = {
    2207004: gettext_noop("The picture is too large. Instagram takes up to 8 MB."),
    2207005: gettext_noop("The picture has a format that is not taken here."),
    2207009: gettext_noop("The picture is too tall or too wide. Its sides must lie between 4:5 and 1.91:1."),
    2207010: gettext_noop("The text is too long, or it has too many hashtags or mentions."),
    2207023: gettext_noop("The picture has a kind that is not taken here."),
    2207028: gettext_noop("The pictures of this post cannot be put together. It must be 2 to 10, all of a kind."),
    2207050: gettext_noop("The account is restricted. Open it in its app and follow what is asked there."),
    2207052: gettext_noop(
        "Meta could not fetch the picture from this desk. THEKE_URL must be reachable from the internet, without a password in front."
    ),
}
CODES = {36000: 2207004, 36001: 2207005, 36003: 2207009, 36004: 2207010, 9004: 2207052}


class GraphRefused(Refused):
    """A plain no, with Meta's numbers for it."""

    def __init__(self, words: Words, code: int, subcode: int, **params: object) -> None:
        super().__init__(words, **params)
        self.code = code
        self.subcode = subcode

    @property
    def gone(self) -> bool:
        """The thing is not there (any more), or is none that we may see: Meta makes no difference between the two."""
        return self.code == 803 or (self.code == 100 and self.subcode == 33)


def missing(trouble: NetworkError) -> bool:
    """Whether Meta said that it does not find the thing: in one of its two ways, of which one also means “not yet”."""
    no = trouble.__cause__
    not_yet = isinstance(no, Rejected) and told(no.answer).subcode == NOT_FOUND_YET
    return not_yet or (isinstance(trouble, GraphRefused) and trouble.gone)


@dataclass(frozen=True)
class Told:
    """What stands in an error of Meta's."""

    code: int = 0
    subcode: int = 0
    transient: bool = False
    words: str = ""


def told(answer: Answer) -> Told:
    """Read the error in an answer; empty where there is none."""
    data: Any = {}
    with suppress(ValueError, RecursionError):
        data = json.loads(answer.body)
    error = data.get("error") if isinstance(data, dict) else None
    if not isinstance(error, dict):
        return Told(words=answer.words())
    said = error.get("error_user_msg") or error.get("message") or ""
    line = answer.clean(" ".join(str(said).split()))[:LONGEST_WORDS]
    return Told(_number(error.get("code")), _number(error.get("error_subcode")), error.get("is_transient") is True, line)


def _number(value: Any) -> int:
    return int(value) if isinstance(value, int) or str(value).isdecimal() else 0


def meaning(no: Rejected | SignInRefused) -> NetworkError:
    """What this no is: a dead sign-in, a rest, a doubt, or a plain no in words."""
    answer, said = no.answer, told(no.answer)
    if said.code in DEAD or isinstance(no, SignInRefused):
        return _dead(said.subcode, answer.host)
    if said.subcode == 2207051 or said.code == 368:
        return _blocked_or_twice(answer, said)
    if said.code == 506 or said.subcode in TWICE:
        return Unsure(NO_CLEAR_ANSWER, host=answer.host)  # perhaps it is ours that stands there: look
    return _rest(answer, said) or _plain(answer, said)


def _dead(subcode: int, host: str) -> Reconnect:
    if subcode in (459, 460, 464):
        return Reconnect(PASSWORD_CHANGED)
    return Reconnect(APP_REMOVED) if subcode == 458 else Reconnect(TOKEN_DEAD, host=host)


def _blocked_or_twice(answer: Answer, said: Told) -> NetworkError:
    if "already posted" in said.words.lower():
        return Unsure(NO_CLEAR_ANSWER, host=answer.host)
    return GraphRefused(BLOCKED, said.code, said.subcode, answer=said.words)


def _rest(answer: Answer, said: Told) -> NetworkError | None:
    """Where waiting helps; None where it does not. A trouble that may have come after the deed is a doubt."""
    if said.subcode == 2207042:
        return Later(QUOTA_USED, again_in=QUOTA_REST)
    if said.code in RATE:
        return Later(ASKED_TO_WAIT, host=answer.host, again_in=rest_of(answer))
    if said.subcode in (NOT_FOUND_YET, NOT_READY):
        return Later(STILL_PROCESSING, again_in=NOT_READY_REST)
    if said.transient or said.code in (1, 2) or said.subcode in BUSY:
        return answer.doubt()
    return None


def _plain(answer: Answer, said: Told) -> GraphRefused:
    if said.code in PERMISSION:
        return GraphRefused(NO_PERMISSION, said.code, said.subcode, answer=said.words)
    words = MEDIA.get(said.subcode) or MEDIA.get(CODES.get(said.code, 0))
    if words:
        return GraphRefused(words, said.code, said.subcode)
    return GraphRefused(SAID_NO, said.code, said.subcode, host=answer.host, answer=said.words)


def rest_of(answer: Answer) -> float:
    """Seconds to wait: what X-Business-Use-Case-Usage estimates (it counts minutes), else five minutes."""
    usage: Any = {}
    with suppress(ValueError, RecursionError):
        usage = json.loads(answer.headers.get("x-business-use-case-usage", ""))
    rows = [row for rows in (usage.values() if isinstance(usage, dict) else ()) if isinstance(rows, list) for row in rows]
    minutes = [row.get("estimated_time_to_regain_access") for row in rows if isinstance(row, dict)]
    longest = max((m for m in minutes if isinstance(m, int | float)), default=0)
    return min(longest * 60.0 or USUAL_REST, LONGEST_WAIT)
