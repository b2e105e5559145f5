"""The daily look at every sign-in tells a passing trouble from a dead one."""

from datetime import timedelta

import httpx2
import pytest
from cryptography.fernet import Fernet
from django.core.management import call_command
from django.utils import timezone

from tests import factories
from tests.people import Cast
from theke.channels import watching
from theke.channels.models import Channel, Credential
from theke.channels.sealing import account_of, seal
from theke.networks import net
from theke.notices.models import Notice

NOW = timezone.now()
TOLD = {
    "id": "1",
    "name": "Hafen",
    "handle": "hafen",
    "url": "http://localhost/",
    "followers": 40,
    "posts": 3,
    "limits": {"text_max": 300},
}


@pytest.fixture
def channel(people: Cast) -> Channel:
    return factories.channel(people.library, responsible=people.jana, deputy=people.tom, token_state="works")


def check(channel: Channel, answer: httpx2.Response | Exception) -> Channel:
    def handler(request: httpx2.Request) -> httpx2.Response:
        if isinstance(answer, Exception):
            raise answer
        return answer

    with net.use_transport(handler):
        watching.check(channel.pk, NOW)
    channel.refresh_from_db()
    return channel


def test_a_good_answer_keeps_profile_and_limits_for_a_day(channel: Channel) -> None:
    found = check(channel, httpx2.Response(200, json=TOLD))
    assert (found.profile["followers"], found.limits.text_max, found.handle) == (40, 300, "@hafen")
    assert (found.token_state, found.last_success_at, found.next_check_at) == ("works", NOW, NOW + timedelta(hours=24))


@pytest.mark.parametrize("answer", [httpx2.ConnectError("down"), httpx2.Response(503), httpx2.Response(200, text="<html>")])
def test_a_passing_trouble_says_nothing_about_the_sign_in(channel: Channel, answer: httpx2.Response | Exception) -> None:
    first = check(channel, answer)
    assert (first.token_state, first.next_check_at) == ("works", NOW + timedelta(minutes=5))
    assert first.last_trouble["words"]
    assert check(channel, answer).next_check_at == NOW + timedelta(minutes=10)
    for _more in range(20):
        check(channel, answer)
    assert channel.next_check_at == NOW + timedelta(hours=6)
    assert not Notice.objects.exists()


def test_a_dead_sign_in_is_told_to_the_person_responsible_once(people: Cast, channel: Channel) -> None:
    refused = httpx2.Response(401, json={"error": "revoked"})
    assert check(channel, refused).token_state == "dead"
    check(channel, refused)
    assert [n.person for n in Notice.objects.all()] == [people.jana]


def test_without_anyone_responsible_the_deputy_and_then_the_managers_are_told(people: Cast, channel: Channel) -> None:
    people.jana.left_at = NOW
    people.jana.save()
    check(channel, httpx2.Response(401))
    assert [n.person for n in Notice.objects.all()] == [people.tom]
    Channel.objects.update(token_state="works", deputy=None)
    Notice.objects.all().delete()
    channel.refresh_from_db()
    check(channel, httpx2.Response(401))
    assert [n.person for n in Notice.objects.all()] == [people.maria]


def test_a_dead_sign_in_that_works_again_is_well_again(channel: Channel) -> None:
    check(channel, httpx2.Response(401))
    assert check(channel, httpx2.Response(200, json=TOLD)).token_state == "works"


def test_a_sign_in_that_runs_out_is_told_a_week_before(people: Cast, channel: Channel) -> None:
    Credential.objects.update(expires_at=NOW + timedelta(days=6))
    assert check(channel, httpx2.Response(200, json=TOLD)).token_state == "expiring"
    assert [n.person for n in Notice.objects.all()] == [people.jana]


def test_a_check_that_breaks_down_does_not_come_round_at_once(channel: Channel) -> None:
    with pytest.raises(RuntimeError):
        check(channel, RuntimeError("a fault of our own"))
    channel.refresh_from_db()
    assert channel.next_check_at == NOW + timedelta(minutes=5)


def test_only_connected_channels_are_due(people: Cast, channel: Channel) -> None:
    factories.channel(people.library, disconnected_at=NOW)
    Channel.objects.update(next_check_at=NOW - timedelta(seconds=1))
    assert watching.due(10) == [channel.pk]
    assert watching.next_at() == NOW - timedelta(seconds=1)


def test_checking_what_is_gone_does_nothing(db: None) -> None:
    watching.check(999)


def test_keys_are_changed_by_putting_a_new_one_on_top(channel: Channel, settings: object) -> None:
    old = settings.SEALING_KEYS  # type: ignore[attr-defined]
    new = [Fernet.generate_key().decode()]
    settings.SEALING_KEYS = new + old  # type: ignore[attr-defined]
    call_command("reseal", verbosity=0)
    settings.SEALING_KEYS = new  # type: ignore[attr-defined]
    assert account_of(channel).secret == {"token": "t"}


def test_a_lost_key_is_said_and_asks_to_connect_again(
    channel: Channel, settings: object, capsys: pytest.CaptureFixture[str]
) -> None:
    Credential.objects.update(sealed=seal({"token": "t"}))
    settings.SEALING_KEYS = [Fernet.generate_key().decode()]  # type: ignore[attr-defined]
    call_command("reseal")
    assert "connect the channel again" in capsys.readouterr().err
    watching.check(channel.pk, NOW)
    channel.refresh_from_db()
    assert channel.token_state == "dead"
