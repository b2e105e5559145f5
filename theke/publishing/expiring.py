"""What follows when a licence or a consent comes to its end: once a day its people are told, ahead and then, and what is planned waits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_noop

from theke.jobs.sources import Source
from theke.media.finding import AHEAD
from theke.media.models import Asset, Consent
from theke.notices.telling import tell
from theke.people.access import EDITORS
from theke.people.models import HistoryEntry, Library, Person
from theke.publishing.guarding import NOT_OUT, hold_back
from theke.publishing.models import ExpiryRound
from theke.publishing.picturing import Use, uses_of

SOON = {
    True: gettext_noop("On %(day)s the licence of a picture ends. Please see what becomes of the posts that show it."),
    False: gettext_noop(
        "On %(day)s a consent to be shown on a picture ends. Please see what becomes of the posts that show it."
    ),
}
OVER = {
    True: gettext_noop(
        "The licence of a picture ended on %(day)s. What is planned with it waits; please remove what is public."
    ),
    False: gettext_noop(
        "A consent to be shown on a picture ended on %(day)s. What is planned with it waits; please remove what is public."
    ),
}
NO_LONGER = gettext_noop("A picture of this post may no longer be shown. Please remove the post.")
ENDED = {True: gettext_noop("licence has ended"), False: gettext_noop("consent has ended")}
SAID = {"planned": gettext_noop("planned"), "published": gettext_noop("published")}
MOST_NAMED = 8


@dataclass(frozen=True)
class Ending:
    """A licence or a consent that ends on a day, that day included, and who answers for it."""

    row: Asset | Consent
    asset: Asset
    day: date
    by: Person | None

    @property
    def licence(self) -> bool:
        """Whether it is the licence, and not a consent."""
        return isinstance(self.row, Asset)

    def mark(self, name: str) -> None:
        """Write that this end has been seen to, so that it is not seen to twice; another day is another end."""
        type(self.row)._default_manager.filter(pk=self.row.pk).update(**{name: self.day})


def due(most: int, now: datetime | None = None) -> list[int]:
    """The libraries whose day has begun and has not been looked at."""
    now = now or timezone.now()
    asked = Library.objects.annotate(seen=F("expiry_round__day")).order_by("pk")
    return [one.pk for one in asked if one.__dict__["seen"] is None or one.__dict__["seen"] < one.local(now).date()][:most]


def next_at(now: datetime | None = None) -> datetime | None:
    """When the next library's day begins."""
    now = now or timezone.now()
    return min((_midnight(one, now) for one in Library.objects.order_by("pk")), default=None)


def _midnight(library: Library, now: datetime) -> datetime:
    return datetime.combine(library.local(now).date() + timedelta(days=1), time(), library.zone)


@transaction.atomic
def run(pk: int, now: datetime | None = None) -> bool:
    """One library's look of the day, all of it or nothing; False when there is none to be had."""
    now = now or timezone.now()
    library = Library.objects.filter(pk=pk).first()
    if library is None:
        return False
    day = library.local(now).date()
    ExpiryRound.objects.get_or_create(library=library, defaults={"day": date.min})
    if not ExpiryRound.objects.filter(library=library, day__lt=day).update(day=day):
        return False
    for one in endings(library, day):
        _see_to(one, day)
    for asset in _ending_and_planned(library):
        hold_back(asset)
    return True


def _ending_and_planned(library: Library) -> Iterable[Asset]:
    """Pictures that may not be shown for ever, and that something planned shows: its end may come before the post does."""
    ends = Q(rights_until__isnull=False) | Q(consents__until__isnull=False)
    waits = {"attachments__post__deliveries__state__in": NOT_OUT, "attachments__post__deliveries__held_at": None}
    return Asset.objects.filter(ends, library=library, **waits).distinct()


def endings(library: Library, day: date) -> Iterator[Ending]:
    """What has ended before `day` or ends soon after it, and has not been seen to."""
    soon = Q(until__lte=day + AHEAD)
    consents = Consent.objects.filter(soon, asset__library=library, asset__binned_at=None, withdrawn_at=None)
    for consent in consents.exclude(ended_until=F("until")).select_related("asset__library", "by"):
        yield Ending(consent, consent.asset, consent.until or day, consent.by)
    licences = Asset.objects.kept().filter(library=library, rights_until__lte=day + AHEAD)
    for asset in licences.exclude(ended_until=F("rights_until")).select_related("library", "by"):
        yield Ending(asset, asset, asset.rights_until or day, asset.by)


def _see_to(one: Ending, day: date) -> None:
    if one.day >= day:
        if one.row.warned_until != one.day:
            one.mark("warned_until")
            _tell(one, SOON, list(uses_of(one.asset, most=None)))
        return
    one.mark("ended_until")
    HistoryEntry.write(ENDED[one.licence], one.asset, by=None, library=one.asset.library)
    uses = uses_of(one.asset, most=None)  # as they stood before
    hold_back(one.asset)
    told = _tell(one, OVER, uses)
    _tell_senders(uses, told)


def responsible(one: Ending) -> list[Person]:
    """Who noted it or added the picture; the editorial group, where they have left."""
    here = Person.objects.active().filter(library=one.asset.library)
    own = list(here.filter(pk=one.by.pk)) if one.by else []
    return own or list(here.filter(role__in=EDITORS))


def _tell(one: Ending, words: dict[bool, str], uses: Iterable[Use]) -> set[int]:
    """Tell its people, with the posts that show it; gives whom. Several consents that end together are told of once."""
    people, path = responsible(one), reverse("publishing:picture", args=[one.asset.pk])
    key = f"ends:{one.asset.pk}:{one.licence}:{one.day}:{words is OVER}"
    for person in people:
        with translation.override(person.language):
            params, excerpt = {"day": date_format(one.day, "SHORT_DATE_FORMAT")}, _listed(one.asset, uses)
        tell(person, words[one.licence], path, params=params, excerpt=excerpt, key=key)
    return {person.pk for person in people}


def _listed(asset: Asset, uses: Iterable[Use]) -> str:
    """The picture, and the posts that are planned or published with it, in the language that is active."""
    told = [f"{gettext(SAID[use.state])}: {use.post.headline}" for use in uses if use.state in SAID]
    more = [f"… (+{len(told) - MOST_NAMED})"] if len(told) > MOST_NAMED else []
    return "\n".join([asset.alt or asset.file_name, *told[:MOST_NAMED], *more])


def _tell_senders(uses: Iterable[Use], told: set[int]) -> None:
    """Whoever sent what is public removes it, unless they have just been told; what waits was told of when it was held."""
    for use in uses:
        if use.state == "published" and use.post.sender_id not in told:
            tell(use.post.sender, NO_LONGER, use.mend_url, excerpt=use.post.headline, key=f"unshown:{use.post.pk}")


SOURCE = Source("expiry", due, next_at, run)
