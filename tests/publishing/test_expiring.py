"""Licences and consents that come to their end: people are told ahead and then, once, and nothing more goes out (A25, R13, R15)."""

from datetime import datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.media.test_consenting import desk_of
from tests.media.test_finding import kept
from tests.publishing.conftest import World
from tests.publishing.test_guarding import fresh, licensed, planned
from tests.publishing.test_withdrawing import agreed, picture, shown
from theke.media.models import Asset, Consent
from theke.notices.models import Notice
from theke.people.models import HistoryEntry, Library, Person
from theke.posts.models import Post
from theke.publishing import expiring
from theke.publishing.models import ExpiryRound
from theke.publishing.scheduling import schedule

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["picture"]


def noon(library: Library, days: int = 0) -> datetime:
    """Noon at the library, so many days from now."""
    return datetime.combine(library.today + timedelta(days=days), time(12), library.zone)


def look(library: Library, days: int = 0) -> bool:
    return expiring.run(library.pk, noon(library, days))


def told(person: Person) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("words", flat=True))


def test_two_weeks_ahead_its_people_are_told_once_with_the_posts_that_show_it(world: World, picture: Asset) -> None:
    licensed(picture, 20)
    delivery = planned(world, picture, 15)
    for days in (0, 5):
        assert look(picture.library, days)
        assert told(world.people.jana) == []
    for days in (6, 7, 12):
        assert look(picture.library, days)
    notice = Notice.objects.get(person=world.people.jana)
    assert notice.words == expiring.SOON[True] and notice.path == reverse("publishing:picture", args=[picture.pk])
    assert notice.excerpt.endswith(f"geplant: {delivery.post.headline}")
    assert not Notice.objects.exclude(person=world.people.jana).exists()


def test_when_it_has_ended_they_are_told_again_and_what_is_planned_waits(world: World, picture: Asset) -> None:
    licensed(picture, 20)
    delivery, out = planned(world, picture, 19), shown(world, picture, "Draußen")
    out.sender = world.people.tom
    out.released_at = timezone.now()
    out.save()
    factories.delivery(out, world.channel, state="sent")
    licensed(picture, 2)
    look(picture.library, 2)
    fresh(delivery)
    assert told(world.people.jana)[0] == expiring.SOON[True]
    look(picture.library, 3)
    look(picture.library, 4)
    assert fresh(delivery).is_held
    assert told(world.people.jana).count(expiring.OVER[True]) == 1
    assert told(world.people.tom) == [expiring.NO_LONGER]
    assert Notice.objects.get(person=world.people.tom).path == reverse("publishing:removals", args=[out.uuid])
    assert HistoryEntry.objects.about(picture).filter(verb="licence has ended").count() == 1


def test_the_page_of_the_picture_leads_to_each_removal(world: World, picture: Asset) -> None:
    out = shown(world, picture, "Draußen")
    Post.objects.filter(pk=out.pk).update(released_at=timezone.now())
    factories.delivery(out, world.channel, state="sent")
    removals = reverse("publishing:removals", args=[out.uuid])
    page = reverse("publishing:picture", args=[picture.pk])
    assert removals not in desk_of(world.people.jana).get(page).text
    licensed(picture, -1)
    assert removals in desk_of(world.people.jana).get(page).text


def test_several_consents_that_end_together_are_one_notice(world: World, picture: Asset) -> None:
    for name in ("Nils A.", "Mia B.", "Ole C."):
        agreed(world, picture, who=name, until=picture.library.today + timedelta(days=3))
    look(picture.library)
    look(picture.library, 1)
    assert told(world.people.jana) == [expiring.SOON[False]]
    assert "Nils" not in Notice.objects.get().excerpt
    look(picture.library, 4)
    assert told(world.people.jana) == [expiring.SOON[False], expiring.OVER[False]]


def test_another_last_day_is_another_end(world: World, picture: Asset) -> None:
    licensed(picture, 3)
    look(picture.library)
    licensed(picture, 40)
    look(picture.library, 4)
    assert told(world.people.jana) == [expiring.SOON[True]]
    look(picture.library, 30)
    assert told(world.people.jana) == [expiring.SOON[True]] * 2


def test_where_the_person_has_left_the_editorial_group_is_told(world: World, picture: Asset) -> None:
    licensed(picture, 3)
    Person.objects.filter(pk=world.people.jana.pk).update(left_at=timezone.now())
    look(picture.library)
    people = world.people
    assert [len(told(one)) for one in (people.jana, people.tom, people.anna, people.maria, people.stranger)] == [0, 0, 1, 1, 0]


def test_what_was_withdrawn_or_thrown_away_is_not_spoken_of(world: World, picture: Asset) -> None:
    agreed(world, picture, until=picture.library.today + timedelta(days=3))
    Consent.objects.update(withdrawn_at=timezone.now())
    thrown = kept(world.people.jana, 7, rights_until=picture.library.today, binned_at=timezone.now())
    assert thrown
    look(picture.library)
    assert told(world.people.jana) == []


def test_a_day_is_looked_at_once_and_a_killed_look_is_done_again(
    world: World, picture: Asset, monkeypatch: pytest.MonkeyPatch
) -> None:
    licensed(picture, 3)
    library = picture.library

    def killed(*_args: object, **_named: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched, pytest.raises(SystemExit):
        patched.setattr(expiring, "hold_back", killed)
        planned(world, picture, 1)
        look(library)
    assert told(world.people.jana) == [] and library.pk in expiring.due(9, noon(library))
    assert look(library) and not look(library)
    assert told(world.people.jana) == [expiring.SOON[True]]
    assert library.pk not in expiring.due(9, noon(library))
    assert library.pk in expiring.due(9, noon(library, 1))


def test_each_library_has_its_own_day(world: World) -> None:
    """Two libraries, and midnight comes to one before the other."""
    home, other = world.people.library, world.people.stranger.library
    assert other
    Library.objects.filter(pk=home.pk).update(time_zone="Asia/Tokyo")
    Library.objects.filter(pk=other.pk).update(time_zone="Europe/Stockholm")
    evening = datetime.combine(other.today, time(20), other.zone)
    for library in (home, other):
        expiring.run(library.pk, evening - timedelta(hours=8))
    assert expiring.due(9, evening) == [home.pk]
    expiring.run(home.pk, evening)
    assert expiring.due(9, evening) == []
    midnight = datetime.combine(other.today + timedelta(days=1), time(), other.zone)
    assert expiring.next_at(evening) == midnight
    assert set(ExpiryRound.objects.values_list("library", flat=True)) == {home.pk, other.pk}


def test_one_librarys_look_leaves_the_others_pictures_alone(world: World) -> None:
    strangers = world.people.stranger.library
    assert strangers
    day = strangers.today
    kept(world.people.stranger, 1, rights_until=day)
    look(world.people.library)
    assert told(world.people.stranger) == []
    look(strangers)
    assert told(world.people.stranger) == [expiring.SOON[True]]


def test_a_consent_noted_too_short_is_found_on_the_next_day(world: World, picture: Asset) -> None:
    delivery = schedule(shown(world, picture), at=timezone.now() + timedelta(days=30), by=world.people.jana)[0]
    agreed(world, picture, until=picture.library.today + timedelta(days=25))
    look(picture.library)
    assert fresh(delivery).is_held
