"""Duplicate a draft, use a published post again (E31)."""

from django.urls import reverse

from tests import factories
from tests.people import Cast
from tests.posts.sheets import desk_of
from theke.posts.models import Post

TEXT = "Am Samstag wird im Hafen vorgelesen."


def test_e31_a_post_that_is_out_is_used_again_as_a_draft_of_ones_own(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library), text=TEXT, released_at=factories.soon())
    answer = desk_of(people.tom).post(reverse("posts:duplicate", args=[post.uuid]), follow=True)
    made = Post.objects.exclude(pk=post.pk).get()
    assert answer.redirect_chain[-1][0] == reverse("posts:edit", args=[made.uuid])
    assert (made.sender, made.text, made.released_at) == (people.tom, TEXT, None)
    page = answer.content.decode()
    assert 'id="twin"' in page and reverse("publishing:page", args=[post.uuid]) in page
    assert answer.context["review"].clear, "a hint that blocks nothing"


def test_a_colleagues_draft_may_be_duplicated_and_another_librarys_not(people: Cast) -> None:
    post = factories.post(people.jana)
    assert desk_of(people.stranger).post(reverse("posts:duplicate", args=[post.uuid])).status_code == 404
    assert desk_of(people.tom).get(reverse("posts:duplicate", args=[post.uuid])).status_code == 405
    assert desk_of(people.tom).post(reverse("posts:duplicate", args=[post.uuid])).status_code == 302
    assert Post.objects.count() == 2


def test_what_lies_in_the_bin_is_not_copied(people: Cast) -> None:
    post = factories.post(people.jana, binned_at=factories.soon())
    assert desk_of(people.jana).post(reverse("posts:duplicate", args=[post.uuid])).status_code == 404
