"""What the connecting wizard remembers between its pages: sealed in the session, for one account at a time."""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.contrib.sessions.backends.base import SessionBase

from theke.channels.sealing import seal, unseal
from theke.networks.base import Field, Reconnect
from theke.networks.registry import network

SLOT = "connecting"


@dataclass
class Wizard:
    """Which network, which answers so far, what waits for the person to come back.

    `choices` are the accounts to choose from, each as value and name, under the question `asked`; `channel` is the one that is
    connected again. `cents` a month and `read` are what a manager has allowed, having read the words, where calls cost money.
    """

    key: str
    answers: dict[str, str] = field(default_factory=dict)
    pending: dict[str, Any] = field(default_factory=dict)
    url: str = ""
    choices: list[list[str]] = field(default_factory=list)
    asked: str = ""
    channel: int | None = None
    cents: int = 0
    read: str = ""

    @property
    def questions(self) -> tuple[Field, ...]:
        """What the network asks."""
        return network(self.key).facts.fields

    @property
    def open_question(self) -> Field | None:
        """The first question without an answer."""
        return next((q for q in self.questions if q.name not in self.answers), None)

    def back_to(self, name: str) -> None:
        """Forget the answer to this question and to those after it."""
        names = [q.name for q in self.questions]
        for later in names[names.index(name) :] if name in names else names:
            self.answers.pop(later, None)


def remember(session: SessionBase, wizard: Wizard) -> None:
    """Keep the wizard's state, sealed: it may hold a pasted token."""
    session[SLOT] = seal(asdict(wizard))


def recall(session: SessionBase) -> Wizard | None:
    """The state that was kept; None when there is none or it cannot be opened."""
    sealed = session.get(SLOT)
    try:
        return Wizard(**unseal(sealed)) if sealed else None
    except (Reconnect, TypeError):
        return None


def forget(session: SessionBase) -> None:
    """Done, or given up."""
    session.pop(SLOT, None)
