"""The money of a delivery: reserved in its claim, given back when it surely did not go out, kept when nobody knows."""

from collections.abc import Iterable
from datetime import datetime

from theke.channels import budgeting
from theke.channels.models import Channel, Expense
from theke.networks.base import JSON, Draft, NetworkError
from theke.networks.judging import NO_CLEAR_ANSWER
from theke.posts.models import Version
from theke.publishing.fixing import payloads_of
from theke.publishing.models import Attempt, Delivery, Kind, State

OVER: JSON = {"words": budgeting.OVER}


def pay(delivery: Delivery, now: datetime | None = None) -> bool:
    """Reserve what the next try costs; False when that is more than is left. In the claim's transaction."""
    channel = delivery.channel
    if not budgeting.costs_money(channel):
        return True
    sends = delivery.attempts.filter(step=Attempt.Step.SEND).count()
    draft = None if delivery.kind == Kind.REMOVE else _draft(delivery.payload)
    return budgeting.reserve(channel, budgeting.price(channel, draft), f"{_mark(delivery)}{sends}", now)


def pay_look(delivery: Delivery) -> bool:
    """Reserve what this look at a doubtful write costs; False when that is more than is left. Each try pays for its first look."""
    if not budgeting.costs_money(delivery.channel):
        return True
    looks = delivery.attempts.filter(step=Attempt.Step.FIND)
    sends = delivery.attempts.filter(step=Attempt.Step.SEND)
    if looks.count() <= sends.count():
        return True
    return budgeting.reserve_another_look(delivery.channel, _look(delivery))


def pay_back_look(delivery: Delivery, trouble: Exception) -> None:
    """The look came to nothing: it is given back unless the network may have counted it."""
    if isinstance(trouble, NetworkError) and trouble.words != NO_CLEAR_ANSWER and budgeting.costs_money(delivery.channel):
        budgeting.give_back(delivery.channel, _look(delivery))


def _look(delivery: Delivery) -> str:
    return f"doubt:{delivery.uuid}:{delivery.attempts.filter(step=Attempt.Step.FIND).count()}"


def pay_back(delivery: Delivery, *, looked: bool = False) -> None:
    """The last try surely did not go out. A look made on the way, and what doubtful tries before it may have cost, stay spent."""
    latest = Expense.objects.filter(channel=delivery.channel_id, reference__startswith=_mark(delivery)).order_by("-pk").first()
    if latest is not None and looked:
        Expense.objects.filter(pk=latest.pk).update(micro=budgeting.price_of_look(delivery.channel))
    elif latest is not None:
        latest.delete()


def _mark(delivery: Delivery) -> str:
    return f"delivery:{delivery.uuid}:"


def for_money(delivery: Delivery) -> bool:
    """Whether it stands still only because of the budget."""
    return delivery.state == State.FAILED and delivery.trouble.get("words") == budgeting.OVER


def price_of(version: Version) -> int:
    """What a version costs at most, all its parts together."""
    channel = version.channel
    if not budgeting.costs_money(channel):
        return 0
    return sum(budgeting.price(channel, _draft(payload)) for payload in payloads_of(version))


def costs_of(places: Iterable[list[Delivery]], *, removal: bool) -> list[budgeting.Cost]:
    """What it costs at most to remove what is out, or to change it, place by place where calls cost money.

    A change is priced by the text that is out: an address that is added makes it dearer, and the try reserves what it costs then.
    """
    paid = [parts for parts in places if parts and budgeting.costs_money(parts[0].channel)]
    prices = [sum(budgeting.price(one.channel, None if removal else _draft(one.payload)) for one in parts) for parts in paid]
    return [budgeting.cost(parts[0].channel, price) for parts, price in zip(paid, prices, strict=True)]


def unpaid(channel: Channel) -> bool:
    """Whether a manager has yet to read what the channel costs."""
    budget = budgeting.budget_of(channel) if budgeting.costs_money(channel) else None
    return budgeting.costs_money(channel) and (budget is None or not budget.cents)


def _draft(payload: JSON) -> Draft:
    return Draft(payload["text"], options=payload.get("options", {}))
