"""What a demo library knows of its pictures: somebody who agrees to be shown, and a licence that ends soon."""

from datetime import datetime, timedelta

from theke.media.consenting import note
from theke.media.models import Asset, Consent
from theke.people.models import Library

READER, WINDOW = "reader.jpg", "window.jpg"
"""File names of the picture that shows somebody, and of the one that is lent."""
LENT = {
    "seeborn": ("Fotokreis Seeborn", "Fotokreis Seeborn, Mail vom Oktober", "Nutzung bis Monatsende zugesagt"),
    "sjoby": ("Sjöby fotoklubb", "Sjöby fotoklubb, mejl i oktober", "Får användas till och med sista dagen"),
}
SHOWN = {"seeborn": "Mara Lindqvist", "sjoby": "Tuva Ek"}


def agree(library: Library, now: datetime) -> None:
    """Note both; `now` (aware) is the moment from which the days count."""
    today = library.local(now).date()
    pictures = Asset.objects.filter(library=library)
    for asset in pictures.filter(file_name=READER).select_related("by"):
        if asset.by:
            who = SHOWN[library.slug]
            note(Consent(asset=asset, who=who, until=today + timedelta(days=300)), by=asset.by)
            pictures.filter(pk=asset.pk).update(terms=Asset.Terms.OWN, author=asset.by.name, source=library.name)
    author, source, licence = LENT[library.slug]
    lent = {"terms": Asset.Terms.PERMISSION, "author": author, "source": source, "licence": licence}
    pictures.filter(file_name=WINDOW).update(**lent, credit="", rights_until=today + timedelta(days=9))
