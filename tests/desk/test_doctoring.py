import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from tests import factories
from tests.people import Cast
from theke.channels.models import Channel, Credential
from theke.desk.doctoring import Check, checks
from theke.jobs.models import Worker
from theke.notices.models import Notice
from theke.notices.telling import tell
from theke.people.inviting import order
from theke.people.models import Invitation, Library


def named(name: str, library: Library | None = None) -> Check:
    with translation.override("en"):
        return next(check for check in checks(library) if check.name == name)


def test_all_is_well_with_a_living_worker(people: Cast) -> None:
    Worker.objects.create(name="w")
    assert [check for check in checks() if not check.ok] == []


def test_a_silent_worker_is_wrong_and_says_what_mends_it(people: Cast) -> None:
    assert not named("Sending").ok and "theke run" in named("Sending").mend


def test_a_clock_set_back_is_seen(people: Cast) -> None:
    assert named("Clock").ok
    Worker.objects.create(name="w", beat_at=timezone.now() + timedelta(hours=1))
    assert not named("Clock").ok


def test_keys_that_others_can_read_are_wrong(people: Cast, settings: LazySettings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    (tmp_path / "keys").mkdir()
    key = tmp_path / "keys" / "secret"
    key.write_text("x")
    key.chmod(0o600)
    assert named("Keys").ok
    key.chmod(0o644)
    assert not named("Keys").ok


def test_a_data_folder_that_is_gone_is_wrong(people: Cast, settings: LazySettings, tmp_path: Path) -> None:
    settings.DATA = tmp_path / "gone"
    assert not named("Data folder").ok


def test_credentials_sealed_with_a_lost_key_are_wrong(people: Cast) -> None:
    factories.channel(people.library)
    assert named("Credentials").ok
    Credential.objects.update(sealed="gAAAAAjunk")
    assert not named("Credentials").ok


def test_a_mail_server_that_does_not_answer_is_wrong(people: Cast, settings: LazySettings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert not named("E-mail").ok


def test_mails_that_the_server_did_not_take_are_counted_for_their_own_library(people: Cast) -> None:
    tell(people.jana, "x", "/")
    assert all(check.name != "Waiting mails" for check in checks(people.library))
    Notice.objects.update(mail_failed_at=timezone.now())
    assert named("Waiting mails", people.library).words == "1 mail could not be sent so far."
    assert not named("Waiting mails").ok and all(check.ok for check in checks(people.stranger.library) if "mail" in check.words)
    Notice.objects.update(read_at=timezone.now())
    assert all(check.name != "Waiting mails" for check in checks())
    order(people.jana, by=people.maria)
    Invitation.objects.update(mail_tries=2)
    assert not named("Waiting mails", people.library).ok


def test_a_dead_channel_is_wrong_and_another_librarys_is_not_shown(client: Client, people: Cast) -> None:
    assert people.stranger.library
    factories.channel(people.library, name="Tot", token_state=Channel.Token.DEAD)
    factories.channel(people.stranger.library, name="Fremd", token_state=Channel.Token.DEAD)
    client.force_login(people.maria)
    page = client.get(reverse("desk:health")).content.decode()
    assert "Tot" in page and "Fremd" not in page


@pytest.mark.parametrize("who", ["jana", "anna"])
def test_the_health_page_is_for_managers(client: Client, people: Cast, who: str) -> None:
    client.force_login(getattr(people, who))
    assert client.get(reverse("desk:health")).status_code == 403


def test_the_command_ends_with_one_when_something_is_wrong(people: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        call_command("doctor")
    assert end.value.code == 1
    assert "WRONG" in capsys.readouterr().out
    Worker.objects.create(name="w")
    call_command("doctor")
    assert "WRONG" not in capsys.readouterr().out


def test_no_secret_is_shown(people: Cast) -> None:
    factories.channel(people.library, secret={"token": "sehr-geheim"})
    assert "sehr-geheim" not in json.dumps([check.words + check.mend for check in checks()])
