"""Where every call costs money: nothing without a budget, and never more than it (B02)."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.networks.recorded import account, op, picture
from tests.people import Cast
from tests.publishing.test_claiming import in_threads
from tests.servers.x import X
from theke.channels import budgeting, watching
from theke.channels.models import Budget, Channel, Expense
from theke.inbox import moderating
from theke.inbox.collecting import collect, listening
from theke.inbox.models import Collection, Message, Moderation
from theke.networks import net
from theke.networks.base import Draft
from theke.networks.x import costs, publish
from theke.publishing import looking
from theke.publishing.changing import remove
from theke.publishing.deciding import decide
from theke.publishing.handing_in import hand_in
from theke.publishing.models import Delivery, State
from theke.publishing.planning import NotPlanned
from theke.publishing.scheduling import schedule
from theke.publishing.sending import deliver
from theke.publishing.showing import mend_of

pytestmark = pytest.mark.django_db(transaction=True)
Pass = Callable[[float], None]


@pytest.fixture
def server() -> Iterator[X]:
    made = X()
    with net.use_transport(made):
        yield made


@pytest.fixture
def channel(people: Cast, server: X) -> Channel:
    since = timezone.now() - timedelta(minutes=1)
    given = {
        "connected_at": since,
        "network_key": "x",
        "address": "https://api.x.com",
        "remote_id": "42",
        "secret": server.secret,
        "budget_left": 1000,
    }
    return factories.channel(people.library, **given)


def allow(channel: Channel, people: Cast, micro: int) -> None:
    budgeting.decide(channel, cents=-(-micro // budgeting.CENT), read="It costs.", by=people.maria)


def delivery(people: Cast, channel: Channel, text: str = "Am Samstag wird vorgelesen.") -> Delivery:
    return schedule(factories.post(people.jana, channel, text=text), at=None, by=people.jana)[0]


def price(channel: Channel, text: str = "Hallo") -> int:
    return budgeting.price(channel, Draft(text))


def test_without_a_budget_nothing_is_scheduled_and_nobody_listens(people: Cast, channel: Channel) -> None:
    with pytest.raises(NotPlanned) as refused:
        delivery(people, channel)
    assert refused.value.words == budgeting.NO_BUDGET
    assert not listening().filter(pk=channel.pk)
    allow(channel, people, 100_000)
    assert delivery(people, channel)
    assert listening().filter(pk=channel.pk)


def test_a_budget_of_nothing_switches_the_channel_off(people: Cast, channel: Channel) -> None:
    allow(channel, people, 0)
    with pytest.raises(NotPlanned):
        delivery(people, channel)
    assert not listening().filter(pk=channel.pk)


def test_the_whole_way_of_a_post_and_its_removal(people: Cast, channel: Channel, server: X) -> None:
    allow(channel, people, 1_000_000)
    one = delivery(people, channel, "Mehr: https://bib.example/a")
    assert deliver(one.pk) == State.SENT
    assert budgeting.spent(channel) == price(channel, "https://bib.example") > price(channel)
    assert server.tweets[0]["text"].startswith("Mehr: https://bib.example/a")
    gone = remove(one.post, by=people.jana)[0]
    assert deliver(gone.pk) == State.SENT
    assert server.tweets == []


def test_what_would_cost_too_much_is_not_sent_and_a_raised_budget_mends_it(people: Cast, channel: Channel, server: X) -> None:
    allow(channel, people, budgeting.CENT)
    one = delivery(people, channel)
    assert deliver(one.pk) == State.FAILED
    assert server.calls == []
    one.refresh_from_db()
    assert one.trouble["words"] == budgeting.OVER
    assert mend_of(one, people.maria) == "budget"
    allow(channel, people, 100_000)
    assert decide(one, "resend", by=people.maria)
    assert deliver(one.pk) == State.SENT


@pytest.mark.parametrize(("posts", "sent"), [(1, 1), (2, 2)])
def test_two_workers_at_once_never_spend_more(people: Cast, channel: Channel, posts: int, sent: int) -> None:
    """The second case is the control: with money for both, both get it."""
    allow(channel, people, posts * 30_000)
    got: list[bool] = []

    def take(reference: str) -> None:
        with transaction.atomic():
            Channel.objects.select_for_update(no_key=True).get(pk=channel.pk)
            got.append(budgeting.reserve(channel, 25_000, reference))

    in_threads(lambda: take("a"), lambda: take("b"))
    assert got.count(True) == sent
    assert budgeting.spent(channel) == sent * 25_000 <= posts * 30_000


def test_deliveries_in_many_threads_stay_within_the_budget(people: Cast, channel: Channel, server: X) -> None:
    allow(channel, people, 2 * price(channel) + 9_999)
    rows = [delivery(people, channel, f"Beitrag {number}") for number in range(4)]
    for _round in range(6):
        in_threads(*[lambda pk=one.pk: deliver(pk) for one in rows])
    assert len(server.tweets) == 2
    assert Delivery.objects.filter(state=State.FAILED).count() == 2
    assert budgeting.spent(channel) == 2 * price(channel)


def test_money_of_what_never_left_is_given_back_and_of_a_doubt_kept(
    people: Cast, channel: Channel, server: X, pass_time: Pass
) -> None:
    allow(channel, people, 1_000_000)
    server.faults = [429, "lost"]
    one = delivery(people, channel)
    assert deliver(one.pk) == State.DUE
    assert budgeting.spent(channel) == 0
    pass_time(200)
    assert deliver(one.pk) == State.SENDING
    assert budgeting.spent(channel) == price(channel)
    pass_time(200)
    assert deliver(one.pk) == State.SENT
    assert budgeting.spent(channel) == price(channel)
    assert len(server.tweets) == 1


def test_each_look_after_the_first_is_paid_and_what_never_left_given_back(
    people: Cast, channel: Channel, server: X, pass_time: Pass
) -> None:
    allow(channel, people, 1_000_000)
    server.faults = [500]
    one = delivery(people, channel)
    assert deliver(one.pk) == State.SENDING
    pass_time(200)
    assert deliver(one.pk) == State.SENDING, "not there so far"
    assert budgeting.spent(channel) == price(channel), "the write has paid for one look"
    pass_time(200)
    assert deliver(one.pk) == State.SENT, "looked once more, and sent again"
    assert budgeting.spent(channel) == 2 * price(channel) + costs.LOOK


def test_without_money_for_another_look_a_person_is_asked(people: Cast, channel: Channel, server: X, pass_time: Pass) -> None:
    allow(channel, people, budgeting.price(channel, Draft("Hallo")))
    Budget.objects.update(cents=price(channel) // budgeting.CENT + 1)
    server.faults = [500]
    one = delivery(people, channel)
    for _round in range(2):
        assert deliver(one.pk) == State.SENDING
        pass_time(200)
    calls = len(server.calls)
    assert deliver(one.pk) == State.ASK
    one.refresh_from_db()
    assert (one.trouble["words"], len(server.calls)) == (looking.TOO_DEAR, calls)


def test_hiding_an_answer_is_paid_and_not_done_without_money(people: Cast, channel: Channel, server: X) -> None:
    allow(channel, people, 1_000_000)
    Collection.objects.create(channel=channel)
    server.mention("Unsinn", "501")
    collect(channel.pk)
    before, message = budgeting.spent(channel), Message.objects.get()
    act = moderating.ask_for(message, Moderation.Action.HIDE, by=people.jana)
    assert moderating.run(act.pk)
    assert (server.hidden, budgeting.spent(channel) - before) == ({"501": True}, costs.ACT)
    Budget.objects.update(cents=1)
    act = moderating.ask_for(message, Moderation.Action.SHOW, by=people.jana)
    assert moderating.run(act.pk)
    act.refresh_from_db()
    assert (act.state, act.trouble["words"]) == (Moderation.State.FAILED, budgeting.OVER)
    assert server.hidden == {"501": True}


def test_the_look_at_the_profile_is_paid_from_the_first_on_and_so_is_counting(
    people: Cast, channel: Channel, server: X
) -> None:
    watching.check(channel.pk)
    assert server.calls == [], "nobody has allowed anything"
    allow(channel, people, 1_000_000)
    watching.check(channel.pk)
    assert (server.calls, budgeting.spent(channel)) == (["GET /2/users/me"], costs.of_read(1))
    assert budgeting.may_count(channel, 7, timezone.now())
    assert budgeting.spent(channel) == costs.of_read(8)
    assert not budgeting.may_count(channel, 1_000, timezone.now())


def test_before_a_change_a_removal_and_an_approval_the_page_says_what_it_costs(
    people: Cast, channel: Channel, server: X
) -> None:
    allow(channel, people, 1_000_000)
    client = Client()
    client.force_login(people.jana)
    one = delivery(people, channel)
    assert deliver(one.pk) == State.SENT
    removal = client.get(reverse("publishing:removals", args=[one.post.uuid]))
    assert [round(each.price, 3) for each in removal.context["costs"]] == [price(channel) / 1_000_000]
    assert "US-$" in removal.text
    change = client.get(reverse("publishing:changes", args=[one.post.uuid]))
    assert (change.context["costs"], 'id="nowhere"' in change.text) == ([], True), "X changes nothing, and no button says so"
    Channel.objects.update(approval=Channel.Approval.ALWAYS)
    asked = factories.post(people.jana, channel, text="Mehr: https://bib.example/a")
    hand_in(asked, by=people.jana, at=None)
    assert "0,210 US-$" in client.get(reverse("publishing:hand_in", args=[asked.uuid])).text
    client.force_login(people.anna)
    assert "0,210 US-$" in client.get(reverse("publishing:approval", args=[asked.uuid])).text


def test_before_another_try_the_page_says_what_it_costs(people: Cast, channel: Channel, server: X, client: Client) -> None:
    allow(channel, people, budgeting.CENT)
    one = delivery(people, channel)
    assert deliver(one.pk) == State.FAILED
    one.refresh_from_db()
    client.force_login(people.jana)
    page = client.get(reverse("publishing:page", args=[one.post.uuid]))
    assert [round(each.price * budgeting.DOLLAR) for line in page.context["shown"].lines for each in line.costs] == [
        price(channel)
    ]
    alone = client.get(reverse("publishing:delivery", args=[one.pk]))
    assert ("US-$" in page.text, "US-$" in alone.text) == (True, True)
    client.force_login(people.maria)
    assert decide(one, "give_up", by=people.maria)
    assert "US-$" not in client.get(reverse("publishing:page", args=[one.post.uuid])).text


def test_a_refusal_costs_nothing(people: Cast, channel: Channel, server: X) -> None:
    allow(channel, people, 1_000_000)
    server.faults = [402]
    assert deliver(delivery(people, channel).pk) == State.FAILED
    assert budgeting.spent(channel) == 0


def test_a_refusal_that_was_looked_into_costs_the_look(people: Cast, channel: Channel, server: X) -> None:
    allow(channel, people, 1_000_000)
    assert deliver(delivery(people, channel).pk) == State.SENT
    server.lists_own = False
    before = budgeting.spent(channel)
    assert deliver(delivery(people, channel).pk) == State.FAILED
    assert budgeting.spent(channel) - before == costs.LOOK


def test_a_sign_in_that_ran_out_is_renewed_on_the_way(people: Cast, channel: Channel, server: X) -> None:
    allow(channel, people, 1_000_000)
    server.access = "something-newer"
    assert deliver(delivery(people, channel).pk) == State.SENT
    assert server.calls == ["POST /2/tweets", "POST /2/oauth2/token", "POST /2/tweets"]
    assert deliver(delivery(people, channel, "Noch einer").pk) == State.SENT
    assert server.calls[3:] == ["POST /2/tweets"]


def test_a_new_month_begins_at_midnight_of_the_library(people: Cast, channel: Channel) -> None:
    allow(channel, people, 50_000)
    before, after = datetime(2026, 11, 30, 22, 59, tzinfo=UTC), datetime(2026, 11, 30, 23, 1, tzinfo=UTC)
    assert budgeting.reserve(channel, 50_000, "a", before)
    assert budgeting.left(channel, before) == 0
    assert not budgeting.reserve(channel, 1, "b", before)
    assert budgeting.left(channel, after) == 50_000


def test_reading_costs_what_was_read_and_stops_with_the_budget(people: Cast, channel: Channel, server: X) -> None:
    allow(channel, people, 150_000)
    Collection.objects.create(channel=channel)
    server.mention("Danke!", "501")
    assert collect(channel.pk) == 1
    assert Message.objects.get(remote_id="501").channel == channel
    assert budgeting.spent(channel) == 10_000
    waits = Collection.objects.get(channel=channel).next_at - timezone.now()
    assert waits.total_seconds() > 800
    Expense.objects.create(channel=channel, reference="other", micro=100_000)
    Collection.objects.update(next_at=timezone.now())
    calls = len(server.calls)
    assert collect(channel.pk) == 0
    assert len(server.calls) == calls


def test_the_budget_is_remembered_with_who_read_what(people: Cast, channel: Channel) -> None:
    allow(channel, people, 100_000)
    kept = Budget.objects.get(channel=channel)
    assert (kept.by, kept.confirmed, kept.cents) == (people.maria, "It costs.", 10)


def test_pictures_go_with_their_descriptions(tmp_path: Path, server: X) -> None:
    kept: dict[str, object] = {}
    here = account(address="https://api.x.com", secret=server.secret)
    whole = op(draft=Draft("Hallo", media=(picture(tmp_path),)), state=kept)
    publish.prepare(here, whole, kept.__setitem__)
    publish.send(here, whole)
    assert list(server.media.values()) == ["Ein Regal am Hafen"]
    assert server.tweets[0]["media"] == {"media_ids": ["90"]}
