"""What calls may cost: a budget a month for each channel whose network asks money, never exceeded, and a ledger of what was spent.

Amounts are micro-US-dollars. A month is one of the library's time zone.
"""

from dataclasses import dataclass
from datetime import datetime
from types import ModuleType

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext_noop

from theke.channels.models import Budget, Channel, Expense
from theke.networks.base import Draft
from theke.networks.registry import network
from theke.people.models import HistoryEntry, Person

CENT = 10_000
DOLLAR = 1_000_000
DECIDED = gettext_noop("budget set")
NO_BUDGET = gettext_noop("%(channel)s costs money for every post. A manager first reads what it costs and sets a budget.")
OVER = gettext_noop("It would cost more than is left of this month's budget, and was not sent. A manager can raise the budget.")


@dataclass(frozen=True)
class Cost:
    """What something costs on a channel at most, and what is left of the month's budget there, in US dollars."""

    channel: Channel
    price: float
    left: float


def cost(channel: Channel, micro: int) -> Cost:
    """What a page says before it is done."""
    return Cost(channel, micro / DOLLAR, left(channel) / DOLLAR)


def costs_money(channel: Channel) -> bool:
    """Whether nothing may be called here without a budget."""
    return channel.facts.needs_consent


def budget_of(channel: Channel) -> Budget | None:
    """What a manager has allowed; None for nothing."""
    return Budget.objects.filter(channel=channel).select_related("by").first()


def switched_on(channel: Channel | None) -> bool:
    """Whether a manager has allowed it to cost anything."""
    budget = budget_of(channel) if channel else None
    return budget is not None and budget.cents > 0


def price(channel: Channel, draft: Draft | None) -> int:
    """What one write costs at most; a removal for None."""
    module = _prices(channel)
    return int(module.of_write(draft)) if module else 0


def _prices(channel: Channel) -> ModuleType | None:
    return network(channel.network_key).costs


def month_of(channel: Channel, now: datetime) -> datetime:
    """The moment at which the month of `now` began in the library."""
    return channel.library.local(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def spent(channel: Channel, now: datetime | None = None) -> int:
    """Spent and reserved since the month began."""
    rows = Expense.objects.filter(channel=channel, at__gte=month_of(channel, now or timezone.now()))
    return rows.aggregate(sum=Sum("micro"))["sum"] or 0


def left(channel: Channel, now: datetime | None = None) -> int:
    """What may still be spent this month; nothing without a budget."""
    budget = budget_of(channel)
    return max(0, budget.cents * CENT - spent(channel, now)) if budget else 0


def reserve(channel: Channel, micro: int, reference: str, now: datetime | None = None) -> bool:
    """Take the money for one call, or say no. Call it in a transaction that holds the lock of the channel's row.

    The same reference again takes nothing more: it is the same call.
    """
    if not costs_money(channel):
        return True
    if Expense.objects.filter(channel=channel, reference=reference).exists():
        return True
    if micro > left(channel, now):
        return False
    Expense.objects.create(channel=channel, reference=reference, micro=micro, at=now or timezone.now())
    return True


@transaction.atomic
def reserve_locked(channel: Channel, micro: int, reference: str, now: datetime | None = None) -> bool:
    """The same as `reserve`, with the lock of the channel's row."""
    if not costs_money(channel):
        return True
    Channel.objects.select_for_update(no_key=True).get(pk=channel.pk)
    return reserve(channel, micro, reference, now)


def give_back(channel: Channel, reference: str) -> None:
    """The call surely was not made, or cost nothing."""
    if costs_money(channel):
        Expense.objects.filter(channel=channel, reference=reference).delete()


def reserve_reading(channel: Channel, reference: str, now: datetime | None = None) -> bool:
    """Take the money for one helping of messages, before it is read; `settle_reading` gives back what it did not cost."""
    module = _prices(channel)
    if module is None:
        return not costs_money(channel)
    return reserve_locked(channel, int(module.of_read(module.HELPING)), reference, now)


def settle_reading(channel: Channel, reference: str, items: int) -> None:
    """So many messages were read."""
    module = _prices(channel)
    if module is None:
        return
    if items:
        Expense.objects.filter(channel=channel, reference=reference).update(micro=int(module.of_read(items)))
    else:
        give_back(channel, reference)


def may_look(channel: Channel, now: datetime) -> bool:
    """Whether the look at the account may be paid: the daily one, and the first when it is connected."""
    return reserve_things(channel, 1, f"look:{now.isoformat()}", now)


def may_count(channel: Channel, posts: int, now: datetime) -> bool:
    """Whether the responses to so many posts may be counted (`insights.counts`); each post is a thing read."""
    return reserve_things(channel, posts, f"counts:{now.isoformat()}", now)


def reserve_things(channel: Channel, things: int, reference: str, now: datetime) -> bool:
    """Take the money for so many things to be read at once."""
    module = _prices(channel)
    return reserve_locked(channel, int(module.of_read(things)) if module else 0, reference, now)


def reserve_act(channel: Channel, reference: str) -> bool:
    """Take the money for hiding an answer and the like."""
    module = _prices(channel)
    return reserve_locked(channel, int(module.ACT) if module else 0, reference)


def reserve_another_look(channel: Channel, reference: str) -> bool:
    """Take the money for another look at a doubtful write; a write pays for one itself."""
    return reserve_locked(channel, price_of_look(channel), reference)


def price_of_look(channel: Channel) -> int:
    """What one look at our own posts costs."""
    module = _prices(channel)
    return int(module.LOOK) if module else 0


def note_connecting(channel: Channel, now: datetime) -> None:
    """Connecting has read whose account it is; that was paid before there was a channel to ask."""
    module = _prices(channel)
    if costs_money(channel) and module is not None:
        reference = f"connecting:{now.isoformat()}"
        Expense.objects.create(channel=channel, reference=reference, micro=int(module.CONNECTING), at=now)


@transaction.atomic
def decide(channel: Channel, *, cents: int, read: str, by: Person) -> None:
    """Set the budget a month; `read` is what the manager has read and ticked. No money means that the channel is off."""
    kept = {"cents": cents, "confirmed": read, "by": by, "at": timezone.now()}
    Budget.objects.update_or_create(channel=channel, defaults=kept)
    HistoryEntry.write(DECIDED, channel, by=by, library=channel.library, dollars=f"{cents / 100:.2f}")
