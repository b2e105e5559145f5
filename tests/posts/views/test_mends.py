"""What one click mends, beside the text of a post and of an answer (R16, R33, R35, R46)."""

import re
from html import unescape

import pytest
from django.urls import reverse

from tests import factories
from tests.inbox.saying import conversation_about, published
from tests.inbox.test_views import as_, written
from tests.people import Cast
from tests.posts.sheets import sheet
from theke.inbox.answering import held_answer
from theke.media.models import Asset
from theke.people.models import Library
from theke.posts.models import Attachment

SWEDISH = "Hej alla, på lördag är det sagostund i biblioteket och vi bjuder på fika till er som kommer."
IN_ONE_CLICK = [
    ("Kommt! #wirlesengemeinsam", "data-mend", "#WirLesenGemeinsam"),
    ("Mehr: https://seeborn.example/a?utm_source=x&id=4", "data-mend", "https://seeborn.example/a?id=4"),
    (SWEDISH, "data-set", "sv"),
]


@pytest.fixture
def three_languages(people: Cast) -> Cast:
    Library.objects.filter(pk=people.library.pk).update(languages=["de", "sv"])
    return people


def offered(page: str, attribute: str) -> list[str]:
    return [unescape(one) for one in re.findall(rf'{attribute}="([^"]*)"', page)]


@pytest.mark.parametrize(("text", "attribute", "mend"), IN_ONE_CLICK)
def test_the_composer_offers_the_mend_where_it_is(three_languages: Cast, text: str, attribute: str, mend: str) -> None:
    jana = three_languages.jana
    channel = factories.channel(three_languages.library)
    post = factories.post(jana, channel)
    page = as_(jana).post(reverse("posts:review", args=[post.uuid]), sheet(post, channel, text=text)).content.decode()
    assert mend in offered(page, attribute)
    assert "id_text" in offered(page, "data-field") and "data-spot" in page


def test_a_credit_line_is_added_below_the_text(people: Cast) -> None:
    channel = factories.channel(people.library)
    post = factories.post(people.jana, channel)
    owed = {"author": "Ole Berg", "terms": Asset.Terms.CC_BY, "source": "https://a.example/1"}
    asset = Asset.objects.create(library=people.library, sha256="1" * 64, mime="image/jpeg", width=9, height=9, size=9, **owed)
    Attachment.objects.create(post=post, asset=asset, alt="Ein Leuchtturm an der Küste im Abendlicht")
    page = as_(people.jana).get(reverse("posts:edit", args=[post.uuid])).content.decode()
    assert any("Ole Berg" in one and "CC BY 4.0" in one for one in offered(page, "data-mend"))


@pytest.mark.parametrize(("text", "attribute", "mend"), IN_ONE_CLICK)
def test_the_answer_box_offers_it_too(three_languages: Cast, text: str, attribute: str, mend: str) -> None:
    conversation = conversation_about(published(three_languages.jana, factories.channel(three_languages.library)), lang="de")
    page = as_(three_languages.jana).post(reverse("inbox:review", args=[conversation.uuid]), written(conversation, text))
    assert mend in offered(page.content.decode(), attribute)
    assert "answer-text" in offered(page.content.decode(), "data-field")


def test_an_answer_marked_with_another_language_keeps_it(three_languages: Cast) -> None:
    jana = three_languages.jana
    conversation = conversation_about(published(jana, factories.channel(three_languages.library)), lang="de")
    review = reverse("inbox:review", args=[conversation.uuid])
    page = as_(jana).post(review, written(conversation, SWEDISH, lang="sv")).content.decode()
    answer = held_answer(conversation, jana)
    assert answer is not None and answer.post.lang == "sv" and 'data-set="sv"' not in page
    as_(jana).post(review, written(conversation, SWEDISH, lang="xx"))
    answer.post.refresh_from_db()
    assert answer.post.lang == "sv"
