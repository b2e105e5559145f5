"""Looks whether the installation is well, and says what mends what is not."""

import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.mail import get_connection
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from theke.channels.models import Channel, Credential
from theke.channels.sealing import unseal
from theke.jobs.models import Worker
from theke.networks.base import Reconnect
from theke.networks.registry import networks
from theke.notices.models import Notice
from theke.people.inviting import can_mail
from theke.people.models import Invitation, Library
from theke.publishing.health import health
from theke.ui.templatetags.ui import said

LITTLE_SPACE = 500_000_000
CLOCK_SLACK = timedelta(minutes=5)
WARN_OF_INTERFACE = timedelta(days=90)


@dataclass(frozen=True)
class Check:
    """One thing looked at. `mend` says what to do; with `ok` it is a hint."""

    name: str
    ok: bool
    words: str
    mend: str = ""


def checks(library: Library | None = None) -> list[Check]:
    """Look at everything; channels only of one library where one is given. Asks the mail server, no network."""
    found = [_data_folder(), _keys(), _database()]
    if not found[-1].ok:
        return found
    return [*found, _mail(), *_stuck_mails(library), _clock(), _worker(), _sealed(), *_interfaces(), *_channels(library)]


def _data_folder() -> Check:
    name, folder = _("Data folder"), Path(settings.DATA)
    probe = folder / ".doctor"
    try:
        probe.write_bytes(bytes(4096))
        probe.unlink()
        free = shutil.disk_usage(folder).free
    except OSError as trouble:
        return Check(
            name, False, f"{folder}: {trouble.strerror}", _("Give the program the right to write there, or make room.")
        )
    words = _("%(folder)s, %(free)s free") % {"folder": folder, "free": filesizeformat(free)}
    return Check(name, free > LITTLE_SPACE, words, "" if free > LITTLE_SPACE else _("Make room on the disk."))


def _keys() -> Check:
    name, folder = _("Keys"), Path(settings.DATA) / "keys"
    loose = [p.name for p in sorted(folder.glob("*")) if stat.S_IMODE(p.stat().st_mode) & 0o077]
    if loose:
        words = _("Others on this machine can read: %(files)s") % {"files": ", ".join(loose)}
        return Check(name, False, words, f"chmod 600 {folder}/*")
    return Check(name, True, _("Only the program can read them."))


def _database() -> Check:
    name = _("Database")
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        sound = _is_sound()
    except DatabaseError as trouble:
        return Check(name, False, str(trouble), _("Check DATABASE_URL, and whether the database is running."))
    if missing:
        return Check(name, False, _("The tables are those of an older version."), "theke migrate")
    if not sound:
        return Check(name, False, _("The database file is damaged."), _("Stop Theke and put the last backup in place."))
    return Check(name, True, _("%(vendor)s, tables up to date") % {"vendor": connection.display_name})


def _is_sound() -> bool:
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check(1)")
        return bool(cursor.fetchone() == ("ok",))


def _mail() -> Check:
    name = _("E-mail")
    if not can_mail():
        mend = _("Set THEKE_MAIL, or nobody can set a forgotten password anew and notices stay in the app.")
        return Check(name, True, _("No mail server is set."), mend)
    try:
        with get_connection():
            return Check(name, True, _("%(host)s answers") % {"host": settings.EMAIL_HOST})
    except OSError as trouble:
        words = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}: {trouble}"
        return Check(
            name, False, words, _("Check THEKE_MAIL and whether the mail server is running. Mails wait and are not lost.")
        )


def _stuck_mails(library: Library | None) -> Iterator[Check]:
    """What the mail server did not take: it is tried again, and somebody should know."""
    notices, invitations = Notice.objects.stuck(), Invitation.objects.to_mail().filter(mail_tries__gt=1)
    if library:
        notices, invitations = notices.filter(person__library=library), invitations.filter(person__library=library)
    waiting = notices.count() + invitations.count()
    if waiting:
        words = ngettext("%(n)d mail could not be sent so far.", "%(n)d mails could not be sent so far.", waiting)
        mend = _("They are tried again by themselves. Notices can be read in Theke meanwhile.")
        yield Check(_("Waiting mails"), False, words % {"n": waiting}, mend)


def _clock() -> Check:
    name, now = _("Clock"), timezone.now()
    last = Worker.objects.aggregate(last=Max("beat_at"))["last"]
    if last and last > now + CLOCK_SLACK:
        words = _("The clock of this machine was set back: something was written in the future.")
        return Check(name, False, words, _("Let the machine set its clock by itself (NTP)."))
    return Check(name, True, f"{now:%Y-%m-%d %H:%M} UTC")


def _worker() -> Check:
    name, state = _("Sending"), health(timezone.now())
    if not state.alive:
        mend = _("Start it: theke run, or theke worker.")
        return Check(name, False, _("No worker is running; nothing goes out."), mend)
    if state.overdue:
        words = _("%(n)d deliveries should be out already.") % {"n": state.overdue}
        return Check(
            name, False, words, _("Look at them on the page Posts; if the machine is overloaded, start another worker.")
        )
    return Check(name, True, _("A worker is running and nothing is overdue."))


def _sealed() -> Check:
    name, broken = _("Credentials"), 0
    for credential in Credential.objects.all().iterator():
        try:
            unseal(credential.sealed)
        except Reconnect:
            broken += 1
    if broken:
        words = _("%(n)d credentials cannot be opened with the sealing keys there are.") % {"n": broken}
        return Check(name, False, words, _("Put the old sealing key back below the new one, or connect those channels again."))
    return Check(name, True, _("All can be opened."))


def _interfaces() -> Iterator[Check]:
    """Networks end the versions of their interfaces: whoever uses one hears of it in good time."""
    today, used = timezone.localdate(), set(Channel.objects.connected().values_list("network_key", flat=True))
    for facts in (one.facts for one in networks() if one.facts.key in used and one.facts.api_ends):
        name, ends = _("Interface of %(network)s") % {"network": _(facts.label)}, facts.api_ends or today
        words = _("Version %(version)s, until %(day)s") % {
            "version": facts.api_version,
            "day": date_format(ends, "DATE_FORMAT"),
        }
        fine = ends - today > WARN_OF_INTERFACE
        yield Check(name, fine, words, "" if fine else _("Update Theke before that day, or this network refuses our calls."))


def _channels(library: Library | None) -> Iterator[Check]:
    found = Channel.objects.filter(disconnected_at=None, connected_at__isnull=False).select_related("library")
    for channel in found.filter(library=library) if library else found:
        name = channel.name if library else f"{channel.library}: {channel.name}"
        if channel.token_state == Channel.Token.DEAD:
            yield Check(name, False, said(channel.last_trouble) or _("no longer accepted"), _("Connect it again."))
        elif channel.token_state == Channel.Token.EXPIRING:
            yield Check(name, True, _("The access runs out soon."), _("Connect it again."))
        else:
            yield Check(name, True, channel.get_token_state_display())
