"""Two people in one draft: one writes, the other reads and may take over (E10, E32)."""

from typing import Any

import pytest
from django.urls import reverse

from tests import factories
from tests.people import Cast
from tests.posts.sheets import QUIETLY, desk_of, sent, upload
from theke.people.models import Person
from theke.posts.locking import hold, holder_of, writer
from theke.posts.models import Post


def pressed(person: Person, post: Post, act: str, **more: str) -> Any:
    return desk_of(person).post(reverse("posts:pen", args=[post.uuid]), {"act": act} | more)


def opened(person: Person, post: Post) -> str:
    page: str = desk_of(person).get(reverse("posts:edit", args=[post.uuid])).content.decode()
    return page


def watched(person: Person, post: Post, mark: str = "") -> Any:
    return desk_of(person).get(reverse("posts:watch", args=[post.uuid]), {"mark": mark})


def test_e32_the_second_person_reads_and_is_told_who_writes(people: Cast) -> None:
    post = factories.post(people.jana, text="Am Samstag wird vorgelesen.")
    assert 'id="composer"' in opened(people.jana, post)
    page = opened(people.tom, post)
    assert 'id="composer"' not in page and "<textarea" not in page.split("remark")[0]
    assert "Jana Berg schreibt" in " ".join(page.split())
    assert "Am Samstag wird vorgelesen." in page and "Übernehmen" in page


def test_taking_over_gives_the_composer_and_the_first_is_told_at_the_next_beat(people: Cast) -> None:
    post = factories.post(people.jana)
    opened(people.jana, post)
    assert pressed(people.tom, post, "take").status_code == 302
    assert 'id="composer"' in opened(people.tom, post)
    told = pressed(people.jana, post, "keep", page="p1")
    assert told.status_code == 409 and "Tom Ritter" in told.json()["words"]


def test_a_beat_renews_and_leaving_lets_go(people: Cast) -> None:
    post = factories.post(people.jana)
    assert pressed(people.jana, post, "keep", page="p1").status_code == 204
    assert pressed(people.jana, post, "leave", page="other").status_code == 204
    assert holder_of(post) == "Jana Berg"
    pressed(people.jana, post, "leave", page="p1")
    assert writer(post) is None


def test_a_save_of_somebody_without_the_pen_keeps_both_texts(people: Cast) -> None:
    post = factories.post(people.jana, text="Janas Text")
    hold(post, by=people.jana)
    quiet = sent(people.tom, post, script=True, text="Toms Text")
    assert (quiet.status_code, quiet.json()["held"]) == (409, True)
    answer = sent(people.tom, post, text="Toms Text")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Toms Text</textarea>" in page and "Janas Text" in page and 'name="take"' in page
    sent(people.tom, post, text="Toms Text", take="1", despite="1")
    stored = Post.objects.get(pk=post.pk)
    assert (stored.text, stored.set_aside["replaced"]["text"]) == ("Toms Text", "Janas Text")


def test_nothing_of_a_draft_is_changed_past_the_one_who_writes(people: Cast) -> None:
    """A crafted request does no more than the page offers."""
    post = factories.post(people.jana)
    hold(post, by=people.jana)
    client = desk_of(people.tom)
    client.post(reverse("posts:put_in_bin", args=[post.uuid]))
    assert Post.objects.get(pk=post.pk).binned_at is None
    refused = client.post(reverse("posts:attachments", args=[post.uuid]), {"files": upload()}, headers=QUIETLY)
    assert refused.status_code == 422 and "Jana Berg" in refused.content.decode()
    assert not post.attachments.exists()


def test_the_page_to_read_renews_itself_only_when_something_changed(people: Cast) -> None:
    post = factories.post(people.jana)
    hold(post, by=people.jana)
    mark = watched(people.tom, post).context["mark"]
    assert watched(people.tom, post, mark).status_code == 204
    pressed(people.jana, post, "leave")
    free = watched(people.tom, post, mark)
    assert free.status_code == 200 and "Weiterschreiben" in free.content.decode()


def test_planning_lets_go_of_the_draft(people: Cast) -> None:
    post, channel = factories.post(people.jana), factories.channel(people.library)
    sent(people.jana, post, channel, when="now")
    assert writer(post) is None


@pytest.mark.parametrize("act", ["keep", "leave", "take", "", "\x00", "junk"])
def test_another_librarys_draft_is_a_404_and_junk_is_harmless(people: Cast, act: str) -> None:
    post = factories.post(people.jana)
    assert pressed(people.stranger, post, act).status_code == 404
    assert pressed(people.jana, post, act, page="\x00" * 99).status_code < 500
    assert desk_of(people.jana).get(reverse("posts:pen", args=[post.uuid])).status_code == 405


def test_what_has_been_handed_over_is_read_no_longer_here(people: Cast) -> None:
    post = factories.post(people.jana, released_at=factories.soon())
    assert pressed(people.jana, post, "take").status_code == 403
    assert watched(people.tom, post).status_code == 200
