"""What makes a demo library look like one: colour, coat of arms, statement; somebody with a digest, something in the bin."""

import io
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from theke.desk.looking import change, received
from theke.media.receiving import receive
from theke.people.models import Library, Person
from theke.posts.models import Post
from theke.site.demo.arms import ARMS
from theke.site.demo.pictures import drawn


@dataclass(frozen=True)
class Dress:
    """Of one demo library. Words are in its language."""

    colour: str
    arms: str
    """What its coat of arms shows, for those who do not see it."""
    digest: str
    """Who gets one mail a day."""
    thrown: tuple[str, str]
    """A draft in the bin: whose, and what."""
    picture: str
    """What the picture in the bin shows."""
    limits: str
    body: str


DRESSES = {
    "seeborn": Dress(
        colour="#1D4E89",
        arms="Wappen von Seeborn: silberner Brunnen über zwei Wellen auf blauem Grund.",
        digest="Greta Holm",
        thrown=("Anna Weiß", "Montag bleibt die Zentrale wegen der Personalversammlung geschlossen. (Ist verschoben!)"),
        picture="Gezeichnet: eine dampfende Tasse Tee neben drei Büchern.",
        limits="Alte Veranstaltungsplakate liegen nur als Bild vor.\nVideos aus der Zeit vor 2024 haben keine Untertitel.",
        body="Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen",
    ),
    "sjoby": Dress(
        colour="#8A1C3B",
        arms="Sjöbys vapen: tre röda sjöblad på guld.",
        digest="Petra Norling",
        thrown=("Nils Åkerlund", "På måndag är huvudbiblioteket stängt för personaldag. (Flyttad!)"),
        picture="Tecknat: en rykande tekopp bredvid tre böcker.",
        limits="Äldre affischer finns bara som bild.",
        body="Myndigheten för digital förvaltning (DIGG), www.digg.se/tdosanmalan",
    ),
}


def dress(library: Library, now: datetime) -> None:
    """Give the library its look and what lies about; `now` (aware) is the moment from which its days count."""
    found = DRESSES.get(library.slug)
    by = library.people.filter(role="manager").order_by("pk").first()
    if found is None or by is None:
        return
    _look(library, found, by)
    library.people.filter(name=found.digest).update(mail=Person.Mail.DIGEST)
    library.barriers, library.enforcement = found.limits, found.body
    library.statement_on = library.local(now).date() - timedelta(days=60)
    library.save(update_fields=["barriers", "enforcement", "statement_on"])
    _throw_away(library, found, now)


def _look(library: Library, found: Dress, by: Person) -> None:
    emblem = received(io.BytesIO(ARMS[library.slug]()), library, by=by)
    emblem.asset.alt, emblem.asset.file_name = found.arms, "wappen.png" if library.language == "de" else "vapen.png"
    emblem.asset.save(update_fields=["alt", "file_name"])
    library.brand_colour = found.colour
    change(library, emblem, by=by)


def _throw_away(library: Library, found: Dress, now: datetime) -> None:
    """A draft that was not needed, and a picture, two and five days ago."""
    author, text = found.thrown
    sender = library.people.get(name=author)
    post = Post.objects.create(library=library, sender=sender, saved_by=sender, text=text, lang=library.language, revision=1)
    Post.objects.filter(pk=post.pk).update(binned_at=now - timedelta(days=2))
    asset = receive(SimpleUploadedFile("tee.jpg", drawn("cup"), "image/jpeg"), library=library, by=sender)
    asset.alt, asset.credit, asset.binned_at = found.picture, library.name, now - timedelta(days=5)
    asset.save(update_fields=["alt", "credit", "binned_at"])
