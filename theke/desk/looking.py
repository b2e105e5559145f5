"""Changes how the library looks: its colour, its coat of arms or logo, how it speaks to its public."""

from typing import IO

from django.db import transaction
from django.utils.translation import gettext_noop

from theke.media.models import Asset, Rendition
from theke.media.publicity import ENDINGS, open_to_public, withdraw
from theke.media.receiving import NotAPicture, receive
from theke.media.rendering import CannotRender, render
from theke.people.models import HistoryEntry, Library, Person

CHANGED_LOOK = gettext_noop("changed its look")
SHOWN_AS = "emblem"
SPEC = "thumb"


def received(file: IO[bytes], library: Library, *, by: Person) -> Rendition:
    """The picture, ready for the public pages. Raises NotAPicture with words for the person who sent it."""
    if b"<svg" in file.read(4096).lower():
        raise NotAPicture(gettext_noop("SVG can hold programs and is not taken. Please save the picture as PNG."))
    file.seek(0)
    try:
        return render(receive(file, library=library, by=by, name=gettext_noop("Coat of arms or logo")), SPEC)
    except (CannotRender, OSError) as trouble:
        raise NotAPicture(
            gettext_noop("This picture is damaged or incomplete. Please save it anew and try again.")
        ) from trouble


def emblem_named(name: str, library: Library) -> Rendition | None:
    """The picture of the library behind a name that it once had as its emblem."""
    return Rendition.objects.filter(asset__library=library, spec=SPEC, sha256=name.partition(".")[0][:64]).first()


@transaction.atomic
def change(library: Library, emblem: Rendition | None, *, by: Person) -> None:
    """Keep the library with its changed look; `emblem` is what it has from now on, None for none."""
    name = f"{emblem.sha256}.{ENDINGS[emblem.mime]}" if emblem else ""
    if name != library.emblem:
        for asset in Asset.objects.filter(library=library, showings__key=SHOWN_AS):
            withdraw(asset, SHOWN_AS)
    if emblem is not None:
        open_to_public(emblem.asset, SHOWN_AS)
    library.emblem = name
    library.save(update_fields=["name", "address_form", "brand_colour", "emblem"])
    HistoryEntry.write(CHANGED_LOOK, library, by=by, library=library)
