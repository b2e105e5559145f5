"""Which part of the inbox is shown: the tab, whose, and which channels; the last two are remembered."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest

from theke.channels.models import Channel
from theke.inbox.models import Conversation
from theke.inbox.models.conversation import ConversationQuerySet
from theke.people.models import Branch, Person
from theke.people.remembering import recall
from theke.ui.picking import key_in

STATES = ("open", "later", "done")
WHOSE = ("mine", "free", "all")


@dataclass(frozen=True)
class Chosen:
    """A part of the inbox; 0 stands for every channel, every branch."""

    state: str = "open"
    whose: str = "all"
    channel: int = 0
    branch: int = 0

    def query(self, **other: object) -> str:
        """As the query of an address, with some values replaced."""
        own = {"state": self.state, "whose": self.whose, "channel": self.channel or "", "branch": self.branch or ""}
        return urlencode(own | other)

    @property
    def narrowed(self) -> bool:
        """Whether channels or branches are left out."""
        return bool(self.channel or self.branch)


def chosen(request: HttpRequest) -> Chosen:
    """What this request asks for, else what the person chose last."""
    given = recall(request, "inbox", ("whose", "channel", "branch"))
    state = request.GET.get("state", "open")
    whose = next(iter(given.get("whose", [])), "all")
    return Chosen(
        state if state in STATES else "open",
        whose if whose in WHOSE else "all",
        _key(given.get("channel", [])),
        _key(given.get("branch", [])),
    )


def _key(values: list[str]) -> int:
    return next(filter(None, map(key_in, values)), 0)


def narrowed(person: Person, part: Chosen) -> ConversationQuerySet:
    """The conversations on the chosen channels, in every state."""
    every = Conversation.objects.visible_to(person)
    if part.channel:
        every = every.filter(channel=part.channel)
    return every.filter(channel__branch=part.branch) if part.branch else every


def conversations(person: Person, part: Chosen) -> ConversationQuerySet:
    """The conversations of that part, in the order of the list."""
    every = narrowed(person, part).filter({"mine": Q(owner=person), "free": Q(owner=None), "all": Q()}[part.whose])
    if part.state == "done":
        return every.done().order_by("-last_at")
    if part.state == "later":
        return every.later().order_by("snoozed_until")
    return every.open().longest_waiting_first()


def offered(person: Person) -> dict[str, list[Channel] | list[Branch]]:
    """What the filters offer."""
    channels = list(Channel.objects.visible_to(person).select_related("branch"))
    return {"channels": channels, "branches": list({c.branch_id: c.branch for c in channels if c.branch}.values())}
