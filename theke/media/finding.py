"""Finds pictures again."""

from theke.media.models import Asset, AssetQuerySet
from theke.people.models import Person

ALL = "all"
SHOWN = ("all", "undescribed", "mine", "unused")
PER_PAGE = 24


def found(person: Person, words: str = "", show: str = ALL) -> AssetQuerySet:
    """The library's pictures, the newest first: those that the words speak of, narrowed to one kind."""
    pictures = Asset.objects.visible_to(person).kept().speaking_of(words)
    if show == "undescribed":
        pictures = pictures.filter(alt="")
    elif show == "mine":
        pictures = pictures.filter(by=person)
    elif show == "unused":
        pictures = pictures.filter(attachments=None)
    return pictures.order_by("-at", "-pk")
