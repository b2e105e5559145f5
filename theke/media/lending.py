"""Lends pictures to networks that fetch them themselves: each address can be guessed by nobody and ends by itself."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse

from theke.media.models import Rendition
from theke.media.publicity import ENDINGS

LENT_FOR = timedelta(hours=24)
"""A container of a network that fetches lives for a day; after that the picture is fetched no more."""
SALT = "theke.media.lending"


def lent_url(rendition: Rendition) -> str:
    """An address of this rendition under THEKE_URL, good for a day from now."""
    sealed = signing.dumps(rendition.pk, salt=SALT, compress=False)
    return settings.URL + reverse("media:lent", args=[sealed, ENDINGS[rendition.mime]])


def lent_rendition(sealed: str, ending: str) -> Rendition | None:
    """The rendition that was lent by this address; None when it has ended, is not ours, or the picture is in the bin or may no longer be shown."""
    try:
        pk: Any = signing.loads(sealed, salt=SALT, max_age=LENT_FOR)
    except signing.BadSignature:
        return None
    lent = Rendition.objects.select_related("asset__library").filter(pk=pk).first() if isinstance(pk, int) else None
    if lent is None or ENDINGS[lent.mime] != ending:
        return None
    return lent if lent.asset.binned_at is None and lent.asset.may_be_shown() else None
