"""Finds pictures again."""

from datetime import timedelta

from theke.media.models import Asset, AssetQuerySet
from theke.people.models import Person

AHEAD = timedelta(days=14)
"""How long before a licence or a consent ends its people are told, and the picture stands among those that end soon."""
ALL = "all"
SHOWN = ("all", "undescribed", "mine", "unused", "unsaid", "ending", "ended")
PER_PAGE = 24


def found(person: Person, words: str = "", show: str = ALL) -> AssetQuerySet:
    """The library's pictures: those that the words speak of, narrowed to one kind. The newest first, or what ends first."""
    pictures = Asset.objects.visible_to(person).kept().speaking_of(words)
    if show == "undescribed":
        pictures = pictures.filter(alt="")
    elif show == "mine":
        pictures = pictures.filter(by=person)
    elif show == "unused":
        pictures = pictures.filter(attachments=None)
    else:
        pictures = _by_rights(pictures, person, show)
    return pictures.order_by(*(["ends"] if show == "ending" else []), "-at", "-pk")


def _by_rights(pictures: AssetQuerySet, person: Person, show: str) -> AssetQuerySet:
    """Narrowed to those of which nobody has said why we may use them, those that end soon, or those that may not be shown."""
    if show == "unsaid":
        return pictures.filter(terms="")
    if person.library is None or show not in ("ending", "ended"):
        return pictures
    day = person.library.today
    if show == "ending":
        return pictures.ending(day, day + AHEAD).with_end()
    return pictures.exclude(pk__in=Asset.objects.showable(day).values("pk"))
