"""Puts a demo library into the database, as if it had been there for five weeks."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from theke.channels.models import Channel, Credential
from theke.channels.sealing import seal
from theke.media.models import Asset
from theke.media.receiving import receive
from theke.people.models import Absence, Branch, Companionship, Introduction, Library, OpeningHours, Person, Role
from theke.posts.models import Attachment, Post, Version
from theke.practice.models import PracticeAccount
from theke.practice.opening import open_account
from theke.publishing.scheduling import schedule
from theke.site.demo.pictures import drawn
from theke.site.demo.script import Account, Colleague, House, Piece, Script
from theke.site.demo.telling import tell_past

PASSWORD = "bibliothek-demo"  # noqa: S105 -- printed at the start of every demo


@dataclass
class Stage:
    """A demo library while it is being set up."""

    script: Script
    library: Library
    now: datetime
    houses: dict[str, Branch] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    accounts: dict[str, PracticeAccount] = field(default_factory=dict)
    pictures: dict[str, Asset] = field(default_factory=dict)
    password: str = field(default_factory=lambda: make_password(PASSWORD))
    rng: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311 -- for liveliness, not for secrets

    def moment(self, days_ago: int, clock: str) -> datetime:
        """The moment on a day before (after, when negative) today, by the library's clocks."""
        day = timezone.localdate(self.now, self.library.zone) - timedelta(days=days_ago)
        hour, minute = (int(part) for part in clock.split(":"))
        return datetime.combine(day, time(hour, minute), self.library.zone)


@transaction.atomic
def fill(script: Script, now: datetime) -> Library:
    """Make the library of a script; `now` (aware) is the moment from which its days count."""
    stage = Stage(script, _library(script), now)
    for position, house in enumerate(script.houses):
        stage.houses[house.code] = _branch(stage, house, position)
    for colleague in script.staff:
        stage.people[colleague.name] = _person(stage, colleague)
    for position, account in enumerate(script.accounts):
        stage.channels[account.name] = _channel(stage, account, position)
    _absences(stage)
    _companions(stage)
    for piece in script.pieces:
        _piece(stage, piece)
    for piece in script.drafts:
        compose(stage, piece)
    return stage.library


def _library(script: Script) -> Library:
    return Library.objects.create(
        name=script.name,
        slug=script.slug,
        municipality=script.municipality,
        languages=[script.language, "en"],
        time_zone=script.zone,
        jurisdiction=script.jurisdiction,
        population=script.population,
        contact_email=f"info@{script.mail}",
        imprint_url=f"https://{script.mail}/impressum",
        privacy_url=f"https://{script.mail}/datenschutz",
        address_form=Library.Address.DU,
    )


def _branch(stage: Stage, house: House, position: int) -> Branch:
    branch = Branch.objects.create(
        library=stage.library, name=house.name, shelf_code=house.code, slug=house.slug, position=position
    )
    for weekday, opens, closes in house.hours:
        OpeningHours.objects.create(
            branch=branch, weekday=weekday, opens=time.fromisoformat(opens), closes=time.fromisoformat(closes)
        )
    return branch


def _person(stage: Stage, colleague: Colleague) -> Person:
    first, last = colleague.name.lower().split(" ", 1)
    plain = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "å": "a", "ß": "s", " ": "-"})
    made: Person = Person.objects.create(
        email=f"{first}.{last}@{stage.script.mail}".translate(plain),
        password=stage.password,
        library=stage.library,
        name=colleague.name,
        function=colleague.function,
        initials=(first[0] + last[0]),
        phone=f"0700 4711-{10 + len(stage.people)}",
        home_branch=stage.houses[colleague.house],
        role=colleague.role,
        language=stage.script.language,
        languages=list(colleague.speaks or (stage.script.language,)),
        subject_areas=list(colleague.subjects),
        mail=Person.Mail.NONE,
    )
    if colleague.name not in stage.script.new:
        Introduction.objects.create(person=made, by=made)
    return made


def _companions(stage: Stage) -> None:
    """Somebody of the editorial group goes along with each who is new."""
    group = [one for one in stage.people.values() if one.role == Role.EDITOR]
    for name in stage.script.new:
        given = {"companion": group[0], "by": group[0], "agreed_at": stage.now, "at": stage.now}
        Companionship.objects.create(newcomer=stage.people[name], **given)


def _absences(stage: Stage) -> None:
    today: date = timezone.localdate(stage.now, stage.library.zone)
    for away, stand_in in stage.script.away:
        Absence.objects.create(
            person=stage.people[away],
            stand_in=stage.people[stand_in],
            starts=today - timedelta(days=2),
            ends=today + timedelta(days=5),
        )


def _channel(stage: Stage, account: Account, position: int) -> Channel:
    branch = stage.houses[account.house]
    responsible = next(p for p in stage.people.values() if p.home_branch == branch and p.role != "employee")
    deputies = [p for p in stage.people.values() if p.role == "editor" and p != responsible]
    made = Channel(
        library=stage.library,
        network_key=account.network,
        branch=branch,
        name=account.name,
        address=settings.URL,
        purpose=account.purpose,
        responsible=responsible,
        deputy=deputies[position % len(deputies)],
        language=stage.script.language,
        publishers=account.publishers,
        signature=account.signature,
        position=position,
        connected_at=stage.now - timedelta(days=400),
        last_success_at=stage.now,
        token_state=Channel.Token.WORKS,
        settings={"code": account.code, "colour": account.colour} if account.code else {},
    )
    secret = _open(stage, made) if account.network == "practice" else _own_pages(stage, made)
    made.save()
    Credential.objects.create(channel=made, sealed=seal(secret))
    return made


def _open(stage: Stage, channel: Channel) -> dict[str, str]:
    """Open the account on the practice network that the channel stands for."""
    account = open_account(stage.library, channel.name, branch=channel.branch, handle=f"{stage.script.slug}_{channel.name}")
    account.followers = stage.rng.randint(180, 900)
    account.about = f"{channel.purpose} · {stage.library.name}"
    account.save(update_fields=["followers", "about"])
    stage.accounts[channel.name] = account
    channel.remote_id, channel.handle = str(account.pk), f"@{account.handle}"
    channel.profile = {"name": channel.name, "about": account.about, "followers": account.followers}
    return {"token": account.new_token()}


def _own_pages(stage: Stage, channel: Channel) -> dict[str, str]:
    channel.remote_id, channel.handle = stage.script.slug, stage.library.name
    channel.url = f"{settings.URL}/w/{stage.script.slug}/"
    channel.settings = {"pages_url": channel.url, "post_url": f"{channel.url}{{id}}/"}
    return {}


def _picture(stage: Stage, piece: Piece) -> Asset:
    if piece.picture not in stage.pictures:
        file = SimpleUploadedFile(f"{piece.picture}.jpg", drawn(piece.picture), "image/jpeg")
        asset = receive(file, library=stage.library, by=stage.people[piece.by])
        asset.alt, asset.credit = piece.alt, stage.library.name
        asset.save(update_fields=["alt", "credit"])
        stage.pictures[piece.picture] = asset
    return stage.pictures[piece.picture]


def compose(stage: Stage, piece: Piece) -> Post:
    """Write the piece as a draft."""
    post = Post.objects.create(
        library=stage.library,
        sender=stage.people[piece.by],
        title=piece.title,
        text=piece.text,
        kind=piece.kind,
        lang=stage.script.language,
        late=Post.Late.SEND,
    )
    for name in piece.channels:
        Version.objects.create(post=post, channel=stage.channels[name])
    if piece.picture:
        Attachment.objects.create(post=post, asset=_picture(stage, piece), alt=piece.alt)
    return post


def _piece(stage: Stage, piece: Piece) -> None:
    post, at = compose(stage, piece), stage.moment(piece.days, piece.clock)
    if at > stage.now:
        schedule(post, at=at, by=post.sender)
    else:
        tell_past(post, at, piece.answers, stage.accounts, stage.rng)
