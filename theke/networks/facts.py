"""What a network declares of itself; `networks.base` gives it to the rest of the desk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

Words = str
"""An English sentence marked with `gettext_noop`; shown to people through gettext, with `%(name)s` filled in afterwards."""


def gettext_noop(text: str) -> Words:
    """Mark a sentence for translation. Networks do not know Django; the desk translates when it shows the words."""
    return text


@dataclass(frozen=True)
class Field:
    """One question of the connecting wizard; asked one a page."""

    name: str
    label: Words
    help: Words = ""
    kind: Literal["address", "text", "secret"] = "text"
    required: bool = True
    example: str = ""


@dataclass(frozen=True)
class Option:
    """One thing that a person may decide for a post on this network only, such as a category or a first comment.

    The answers come as `Draft.options[name]`: a string for text, long and choice, a list of strings for choices, a bool for flag.
    """

    name: str
    label: Words
    help: Words = ""
    kind: Literal["text", "long", "choice", "choices", "flag"] = "text"
    longest: int = 500
    choices: tuple[tuple[str, Words], ...] = ()
    """Of choice and choices: value and label; those that only the account knows stand in `Limits.choices[name]`."""
    needs: str = ""
    """An ability of `Limits.can` without which the option is not offered."""
    below: bool = False
    """The text goes out by itself, as an answer below the post, once the post is there: `Draft.reply_to` and `root` are the post."""


@dataclass(frozen=True)
class Facts:
    """What the product must know of a network, declared by the network itself."""

    key: str
    label: str
    code: str
    """Two letters for the spine label."""
    colour: Literal["petrol", "orange", "violet", "green", "red", "grey"]
    about: Words
    """What it is and what connecting takes, one or two sentences for a librarian."""
    fields: tuple[Field, ...] = ()
    options: tuple[Option, ...] = ()
    signs_in_by_redirect: bool = False
    own_pages: bool = False
    """Its posts stand on the library's own public pages, which the desk itself serves."""
    in_house: bool = False
    """It lives in this installation: nobody outside has to be asked, and its address is the desk's own."""
    to_learn: bool = False
    """A place to try: only colleagues see what stands there."""
    by_hand: bool = False
    """It has no interface, or none any more: the desk prepares text and pictures, and a person publishes them."""
    names_reader: bool = False
    """An answer reaches only those whose names stand in its text."""
    answers_privately: bool = False
    """A public message can be answered so that only its author reads it."""
    fetches_media: bool = False
    """It fetches pictures from a public address: the desk must be reachable from outside."""
    needs_consent: bool = False
    """Nothing is connected before a manager has read `costs` and given a budget."""
    prepares: Literal["pictures", "always"] = "pictures"
    """When `prepare` has something to do: for posts with pictures, or for every post and change."""
    resend: Literal["always", "after_looking", "never"] = "never"
    """After a doubtful outcome and a look that says Absent: is sending again safe?"""
    settle_seconds: int = 30
    """How long a doubtful write may take to become visible to `find`."""
    looks: int = 2
    """How many looks must say Absent before the post is sent again."""
    burst: int = 30
    """How many calls in a row we allow ourselves on one account."""
    refill: float = 1.0
    """How many calls a second we allow ourselves in the long run."""
    renew_ahead: timedelta = timedelta(days=7)
    """How long before it runs out a sign-in is renewed, where `connect.renew` can."""
    api_version: str = ""
    """Of an interface whose versions end: the one that we speak."""
    api_ends: date | None = None
    """The day after which that version may be refused."""
    costs: Words = ""
    """What it costs, in one or two sentences; empty for nothing."""
    tried: Words = ""
    """What the adapter was tried against, and when."""
    cannot: Mapping[str, Words] = field(default_factory=dict)
    """For each capability that is missing or odd: what to tell a person before they try."""


JSON = dict[str, Any]
