"""The pages of the slots: adding, changing, ending, exceptions: A12, B10."""

from datetime import date, time
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from tests import factories
from tests.calendar.diary import browser, day, slot
from tests.people import Cast
from theke.calendar.beginning import begin_for_slot
from theke.calendar.models import Slot, SlotDay
from theke.people.models import HistoryEntry
from theke.ui.undoing import Undo, offered

NEW = reverse("calendar:new_slot")
LIST = reverse("calendar:slots")


def entered(**fields: Any) -> dict[str, Any]:
    return {"name": "Vorlesestunde", "weekday": "1", "at": "16:00", "every": "1", "starts": "2027-01-01"} | fields


def undo_of(answer: Any) -> Undo:
    found = [offered(message) for message in get_messages(answer.wsgi_request)]
    assert found and found[0]
    return found[0]


def test_a_slot_is_added_with_all_that_belongs_to_it(people: Cast) -> None:
    channel = factories.channel(people.library)
    data = entered(every="2", ends="2027-12-31", branch=people.harbour.pk, channels=[channel.pk])
    assert browser(people.anna).post(NEW, data)["Location"] == LIST
    made = Slot.objects.get()
    assert (made.library, made.weekday, made.at, made.every) == (people.library, 1, time(16), 2)
    assert (made.starts, made.ends, made.branch) == (date(2027, 1, 1), date(2027, 12, 31), people.harbour)
    assert list(made.channels.all()) == [channel] and made.by == people.anna
    assert HistoryEntry.objects.visible_to(people.anna).filter(verb="added").exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "a\u202eb"),
        ("name", "\x00"),
        ("name", "x" * 81),
        ("weekday", "7"),
        ("weekday", "9" * 400),
        ("at", "25:00"),
        ("every", "0"),
        ("every", "13"),
        ("every", "9" * 400),
        ("starts", "0001-01-01"),
        ("starts", "31.12."),
        ("ends", "2026-12-31"),
        ("branch", "9" * 400),
        ("channels", "9" * 400),
        ("topic", "x"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_kept_in_the_form(people: Cast, field: str, value: str) -> None:
    data = entered() | {"name": "Was ich tippte"} | {field: value}
    answer = browser(people.anna).post(NEW, data)
    assert answer.status_code == 422 and f'id="id_{field}' in answer.text
    assert field in answer.context["form"].errors
    assert field == "name" or "Was ich tippte" in answer.text
    assert not Slot.objects.exists()


def test_another_librarys_branch_or_channel_cannot_be_chosen(people: Cast) -> None:
    strange = factories.channel(people.stranger.library)  # type: ignore[arg-type]
    assert browser(people.anna).post(NEW, entered(channels=[strange.pk])).status_code == 422
    theirs = factories.branch(people.stranger.library)  # type: ignore[arg-type]
    assert browser(people.anna).post(NEW, entered(branch=theirs.pk)).status_code == 422


def test_a_slot_is_changed_and_its_posts_stay(people: Cast) -> None:
    made = slot(people.library)
    data = entered(name="Bilderbuchkino", at="15:00")
    browser(people.anna).post(reverse("calendar:slot", args=[made.pk]), data)
    made.refresh_from_db()
    assert (made.name, made.at) == ("Bilderbuchkino", time(15))


def test_ending_a_slot_is_undone(people: Cast) -> None:
    """E22."""
    made, anna = slot(people.library, ends=date(2030, 1, 1)), browser(people.anna)
    undo = undo_of(anna.post(reverse("calendar:end_slot", args=[made.pk])))
    made.refresh_from_db()
    assert made.ends and made.ends < day(0)
    anna.post(undo.url, undo.fields)
    made.refresh_from_db()
    assert made.ends == date(2030, 1, 1)


def test_a_day_is_left_out_brought_back_and_each_is_undone(people: Cast) -> None:
    """E22."""
    address = reverse("calendar:place", args=[slot(people.library).pk, day(1)])
    anna = browser(people.anna)
    undo = undo_of(anna.post(address, {"skipped": "1"}))
    assert SlotDay.objects.get().skipped
    anna.post(undo.url, undo.fields)
    assert not SlotDay.objects.get().skipped


def test_a_left_out_day_is_told_in_the_calendar_and_not_offered(people: Cast) -> None:
    made = slot(people.library)
    week = reverse("calendar:week", args=[day(0)])
    assert "freier Platz<" in browser(people.jana).get(week).text.replace("\n", "")
    browser(people.anna).post(reverse("calendar:place", args=[made.pk, day(1)]), {"skipped": "1"})
    page = browser(people.jana).get(week).text
    assert "entfällt" in page and f"?slot={made.pk}" not in page


def test_a_begun_post_says_for_which_slot_it_is(people: Cast) -> None:
    from_slot = begin_for_slot(slot(people.library), day(1), by=people.tom, now=people.tom.created_at)
    page = browser(people.jana).get(reverse("calendar:week", args=[day(0)])).text
    assert str(from_slot.uuid) in page and 'class="of-slot">Vorlesestunde' in page


def test_slots_are_everybodys_to_see_and_the_editorial_groups_to_change(people: Cast) -> None:
    made = slot(people.library)
    doors = [NEW, reverse("calendar:slot", args=[made.pk]), reverse("calendar:place", args=[made.pk, day(1)])]
    assert [browser(people.jana).get(one).status_code for one in (LIST, *doors)] == [200, 403, 403, 403]
    assert [browser(people.anna).get(one).status_code for one in (LIST, *doors)] == [200, 200, 200, 200]
    assert [browser(people.stranger).get(one).status_code for one in doors[1:]] == [404, 404]
    for address in (*doors, reverse("calendar:end_slot", args=[made.pk])):
        assert browser(people.jana).post(address, entered()).status_code == 403
    assert browser(people.stranger).post(reverse("calendar:end_slot", args=[made.pk])).status_code == 404
    assert "Neuer fester Platz" not in browser(people.jana).get(LIST).text


@pytest.mark.parametrize("days", [0, 2])
def test_a_day_on_which_the_slot_does_not_come_is_not_found(people: Cast, days: int) -> None:
    address = reverse("calendar:place", args=[slot(people.library).pk, day(days)])
    assert browser(people.anna).post(address, {"skipped": "1"}).status_code == 404


def test_the_list_asks_as_often_for_three_slots_as_for_one(people: Cast, django_assert_max_num_queries: Any) -> None:
    anna, counts = browser(people.anna), []
    for _round in range(2):
        slot(people.library, channels=[factories.channel(people.library)])
        slot(people.library, channels=[factories.channel(people.library)], ends=date(2021, 1, 1))
        with django_assert_max_num_queries(12) as asked:
            page = anna.get(LIST).text
        counts.append(len(asked.captured_queries))
        assert "jeden Dienstag, 16:00" in page
    assert counts[0] == counts[1]


def test_an_empty_list_says_what_slots_are_for(people: Cast) -> None:
    assert "Vorlesestunde jeden Dienstag" in browser(people.anna).get(LIST).text
