"""The feed behind a secret address: A12, B27."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from tests import factories
from tests.calendar.diary import browser, day, on, out, planned, slot
from tests.people import Cast
from theke.calendar.feeding import make_key
from theke.calendar.models import FeedKey
from theke.people.models import Person
from theke.publishing.models import Delivery
from theke.publishing.scheduling import cancel, move

KEY = reverse("calendar:feed_key")


def made(person: Person, **filters: list[str]) -> str:
    return reverse("calendar:feed", args=[make_key(person, filters, timezone.now())])


def events(address: str) -> list[Any]:
    answer = Client().get(address)
    assert answer.status_code == 200 and answer["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_the_address_is_shown_once_and_reads_the_plan_without_signing_in(people: Cast) -> None:
    planned(people.jana, factories.channel(people.library, name="Facebook"), on(1), title="Buchtipp")
    jana = browser(people.jana)
    address: str = jana.post(KEY).context["address"]
    assert address not in jana.get(KEY).text
    (event,) = events("/" + address.split("/", 3)[3])
    assert str(event["SUMMARY"]) == "Buchtipp (Facebook)"
    assert event.decoded("DTSTART") == on(1)


def test_only_what_is_planned_and_published_and_free_places_and_no_word_of_a_draft(people: Cast) -> None:
    channel = factories.channel(people.library)
    planned(people.jana, channel, on(1), text="Geplant.")
    out(people.jana, channel, timezone.now() - timedelta(days=5), text="Draußen.")
    out(people.jana, channel, timezone.now() - timedelta(days=4), text="Kaputt.", state="failed")
    factories.post(people.jana, channel, wished_at=on(2), text="Geheimer Entwurf.")
    slot(people.library, starts=day(0), ends=day(6))
    found = events(made(people.jana))
    assert [str(event["SUMMARY"]).split(" (")[0] for event in found] == ["Draußen.", "Geplant.", "frei: Vorlesestunde"]
    assert [str(event["STATUS"]) for event in found] == ["CONFIRMED", "TENTATIVE", "TENTATIVE"]


def test_what_waits_for_a_persons_word_says_so_in_its_title(people: Cast) -> None:
    """R51: a calendar program shows nothing else of it in a month."""
    post = planned(people.jana, factories.channel(people.library, name="Blog"), on(1), title="Lesung")
    Delivery.objects.filter(post=post).update(held_at=timezone.now())
    (event,) = events(made(people.jana))
    assert str(event["SUMMARY"]) == "angehalten: Lesung (Blog)" and str(event["DESCRIPTION"]) == "angehalten"
    assert str(event["STATUS"]) == "TENTATIVE"


def test_a_moved_post_keeps_its_uid_and_raises_its_sequence(people: Cast) -> None:
    post = planned(people.jana, factories.channel(people.library), on(1))
    address = made(people.jana)
    (before,) = events(address)
    move(post, at=on(3), by=people.jana)
    (after,) = events(address)
    assert before["UID"] == after["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after.decoded("DTSTART") == on(3)


def test_what_was_taken_out_is_left_out(people: Cast) -> None:
    post = planned(people.jana, factories.channel(people.library), on(1))
    address = made(people.jana)
    cancel(post, by=people.jana)
    assert events(address) == []


def test_a_post_on_several_channels_is_one_event(people: Cast) -> None:
    one, two = (factories.channel(people.library, name=name) for name in ("Blog", "Mastodon"))
    post = factories.post(people.jana, one, two, title="Lesung", released_at=timezone.now())
    for channel in (one, two):
        factories.delivery(post, channel, due_at=on(1))
    assert [str(event["SUMMARY"]) for event in events(made(people.jana))] == ["Lesung (Blog, Mastodon)"]


def test_times_are_right_on_both_sides_of_the_change_of_the_clocks(people: Cast) -> None:
    slot(people.library, starts=day(0), ends=day(60), weekday=1)
    walls = {event.decoded("DTSTART").astimezone(people.library.zone).hour for event in events(made(people.jana))}
    assert walls == {16}


def test_filters_are_chosen_when_it_is_made(people: Cast) -> None:
    one, two = factories.channel(people.library, name="Blog"), factories.channel(people.library, name="Mastodon")
    planned(people.jana, one, on(1))
    planned(people.jana, two, on(2))
    answer = browser(people.jana).post(KEY, {"channel": [two.pk, "999999", "x"]})
    assert FeedKey.objects.get().filters == {"channel": [str(two.pk)]}
    (event,) = events("/" + answer.context["address"].split("/", 3)[3])
    assert "Mastodon" in event["SUMMARY"]


def test_a_new_address_ends_the_old_one_and_switching_off_ends_both(people: Cast) -> None:
    old = made(people.jana)
    new = made(people.jana)
    assert [Client().get(address).status_code for address in (old, new)] == [404, 200]
    browser(people.jana).post(reverse("calendar:feed_off"))
    assert Client().get(new).status_code == 404


def test_who_has_left_reads_no_more(people: Cast) -> None:
    address = made(people.jana)
    Person.objects.filter(pk=people.jana.pk).update(left_at=timezone.now())
    assert Client().get(address).status_code == 404


def test_a_token_that_is_nearly_right_looks_like_any_wrong_one(people: Cast) -> None:
    address = made(people.jana)
    wrong = [address[:-5] + ("A" if address[-5] != "A" else "B") + ".ics", reverse("calendar:feed", args=["x"])]
    answers = [Client().get(one) for one in wrong]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


def test_the_token_itself_is_not_kept(people: Cast) -> None:
    token = made(people.jana).rsplit("/", 1)[1].removesuffix(".ics")
    assert token not in FeedKey.objects.get().token and len(token) >= 40


def test_an_unchanged_feed_is_not_sent_twice(people: Cast) -> None:
    planned(people.jana, factories.channel(people.library), on(1))
    address = made(people.jana)
    first = Client().get(address)
    again = Client().get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    planned(people.jana, factories.channel(people.library), on(2))
    assert Client().get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_reading_is_noted_at_most_once_an_hour(people: Cast) -> None:
    address = made(people.jana)
    Client().get(address)
    first = FeedKey.objects.get().read_at
    Client().get(address)
    assert first and FeedKey.objects.get().read_at == first


@pytest.mark.parametrize("language", ["de", "sv", "en"])
def test_it_speaks_the_language_of_its_person(people: Cast, language: str) -> None:
    slot(people.library, starts=day(0), ends=day(6))
    Person.objects.filter(pk=people.jana.pk).update(language=language)
    words = {"de": "frei: ", "sv": "ledig: ", "en": "free: "}
    assert str(events(made(people.jana))[0]["SUMMARY"]).startswith(words[language])


def test_it_is_the_plan_of_ones_own_library(people: Cast) -> None:
    planned(people.jana, factories.channel(people.library), on(1))
    slot(people.library, starts=day(0), ends=day(6))
    assert events(made(people.stranger)) == []
    assert people.stranger.library and people.stranger.library.name in Client().get(made(people.stranger)).text


def test_line_breaks_and_commas_in_a_title_stay_in_it(people: Cast) -> None:
    planned(people.jana, factories.channel(people.library, name="A, B; C"), on(1), title="Ä" * 50 + "; END:VCALENDAR, \\n")
    (event,) = events(made(people.jana))
    assert "END:VCALENDAR" in event["SUMMARY"] and "A, B; C" in event["SUMMARY"]
