"""Layers, editions, points: drafts change, what is decided does not (A04, B12)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.guidelines.documents import decided, in_force, next_edition, today, town
from tests.people import Cast
from theke.guidelines import editing
from theke.guidelines.comparing import changed_anchors, compare, pieces
from theke.guidelines.confirming import in_force as counting
from theke.guidelines.deciding import Incomplete, decide
from theke.guidelines.layering import own_layer
from theke.guidelines.models import Edition, Point
from theke.guidelines.patterns import LANGUAGES, NAMES, lines, pattern
from theke.people.models import HistoryEntry


@pytest.mark.parametrize("key", NAMES)
def test_a04_every_template_is_whole_in_three_languages(key: str) -> None:
    found = pattern(key)
    assert all(found.intro[code] for code in LANGUAGES)
    for point in found.points:
        assert all(point.title[code] and point.text[code] for code in LANGUAGES), point.anchor
        assert set(point.do) in ({*()}, {*LANGUAGES}) and set(point.dont) in ({*()}, {*LANGUAGES})
    assert len({point.anchor for point in found.points}) == len(found.points)


def test_a04_the_seven_points_keep_the_anchors_that_findings_lead_to() -> None:
    found = [point.anchor for point in pattern("seven_points").points]
    assert found == ["1-take-part", "2-our-task", "3-transparency", "4-law", "5-respect", "6-mistakes", "7-criticism"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a22_a_text_keeps_to_the_length_it_was_written_for(code: str) -> None:
    names = {"library": "Stadtbibliothek", "municipality": "Seeborn", "imprint": "s.example/i", "function": "Auskunft"}
    for one in lines():
        text = one.filled(code, **names, email="i@s.example", privacy="s.example/d", netiquette="s.example/n", accounts="@s")
        assert not one.longest or len(text) <= one.longest, text
        assert "[" not in text


def test_what_is_not_known_stays_in_brackets() -> None:
    assert "[imprint]" in lines()[0].filled("de", library="X", imprint="")


def test_a_draft_counts_for_nobody_until_it_is_decided(people: Cast) -> None:
    draft = editing.from_pattern(own_layer(people.library), pattern("seven_points"), ["de"], by=people.maria)
    assert counting(people.library, today(people.library)) == []
    decided(draft, people.maria)
    assert counting(people.library, today(people.library)) == [draft]


def test_a_draft_with_missing_words_cannot_be_decided(people: Cast) -> None:
    draft = editing.from_pattern(own_layer(people.library), pattern("seven_points"), ["de"], by=people.maria)
    draft.languages = ["de", "sv"]
    draft.save()
    with pytest.raises(Incomplete):
        decided(draft, people.maria)
    assert {code for _point, code in editing.missing(draft)} == {"sv"}


def test_a_decided_edition_never_changes(people: Cast) -> None:
    edition = in_force(people)
    point = edition.points.first()
    assert point is not None
    for act in (
        lambda: editing.add_point(edition, {"de": "Neu"}),
        lambda: editing.move_point(point, 1),
        lambda: editing.drop_draft(edition, by=people.maria),
        lambda: decide(edition, valid_from=today(people.library), decided_by="X", by=people.maria),
    ):
        with pytest.raises(editing.NotADraft):
            act()


def test_the_last_that_has_begun_counts(people: Cast) -> None:
    first = in_force(people)
    draft = editing.from_last(first.guideline, by=people.maria)
    day = today(people.library)
    decide(draft, valid_from=day + timedelta(days=3), decided_by="Leitung", by=people.maria)
    assert counting(people.library, day) == [first]
    assert counting(people.library, day + timedelta(days=3)) == [draft]
    assert draft.number == 2


def test_there_is_one_draft_of_a_layer(people: Cast) -> None:
    first = in_force(people)
    one = editing.from_last(first.guideline, by=people.maria)
    assert editing.from_last(first.guideline, by=people.maria) == one
    assert editing.from_pattern(first.guideline, pattern("municipal"), ["de"], by=people.maria) == one


def test_points_move_and_keep_their_anchors(people: Cast) -> None:
    draft = editing.from_pattern(own_layer(people.library), pattern("municipal"), ["de"], by=people.maria)
    first = draft.points.all()[0]
    editing.move_point(first, 1)
    assert [one.anchor for one in draft.points.all()][:2] == ["3-transparency", "m-accounts"]
    editing.move_point(draft.points.get(pk=first.pk), -5)
    assert draft.points.all()[0].anchor == "m-accounts"


def test_a_new_point_gets_an_anchor_of_its_own(people: Cast) -> None:
    draft = editing.begin(own_layer(people.library), ["de"], by=people.maria)
    made = [editing.add_point(draft, {"de": "Wir hören zu!"}).anchor for _ in range(2)] + [
        editing.add_point(draft, {"de": "漢字"}).anchor
    ]
    assert made[0] == "1-wir-horen-zu" and len(set(made)) == 3


def test_two_editions_are_compared_word_by_word(people: Cast) -> None:
    first, second = in_force(people), next_edition(people)
    assert changed_anchors(first, second) == {"3-transparency": "changed"}
    found = {one.anchor: one for one in compare(first, second, "de")}
    assert found["3-transparency"].kind == "changed" and found["4-law"].kind == "same"
    assert {one.kind for one in found["3-transparency"].text} >= {"new", "gone"}


def test_the_pieces_put_both_texts_together_again() -> None:
    old, new = "Wir sagen, wer spricht.", "Wir sagen immer, wer hier spricht!"
    found = pieces(old, new)
    assert "".join(one.text for one in found if one.kind != "new") == old
    assert "".join(one.text for one in found if one.kind != "gone") == new
    assert pieces("", "") == ()


def test_what_is_done_is_in_the_history(people: Cast) -> None:
    in_force(people)
    assert {"draft begun", "edition decided"} <= set(HistoryEntry.objects.values_list("verb", flat=True))


@pytest.fixture
def maria(people: Cast, client: Client) -> Client:
    client.force_login(people.maria)
    return client


def test_a_manager_walks_from_the_template_to_the_decision(people: Cast, maria: Client) -> None:
    page = maria.post(reverse("guidelines:begin_own"), follow=True)
    draft = Edition.objects.get()
    assert "Mitmachen" in page.text
    point = draft.points.all()[0]
    given = {"title_de": "Alle machen mit", "text_de": "Ja, wirklich.", "do_de": "So\nUnd so", "dont_de": ""}
    assert maria.post(reverse("guidelines:point", args=[point.pk]), given).status_code == 302
    maria.post(reverse("guidelines:new_point", args=[draft.pk]), {"title": "Noch einer"})
    refused = maria.post(reverse("guidelines:decision", args=[draft.pk]), {"valid_from": "2026-01-01", "decided_by": "Leitung"})
    assert refused.status_code == 422 and "Noch einer" in refused.text and 'value="Leitung"' in refused.text
    last = Point.objects.order_by("-pk")[0]
    maria.post(reverse("guidelines:place", args=[last.pk]), {"act": "remove"})
    day = today(people.library).isoformat()
    maria.post(reverse("guidelines:decision", args=[draft.pk]), {"valid_from": day, "decided_by": "Leitung"})
    draft.refresh_from_db()
    assert not draft.is_draft and "Alle machen mit" in maria.get(reverse("guidelines:points")).text


def test_an_error_is_said_at_the_field_and_nothing_typed_is_lost(people: Cast, maria: Client) -> None:
    draft = editing.from_pattern(own_layer(people.library), pattern("seven_points"), ["de"], by=people.maria)
    page = maria.post(reverse("guidelines:draft", args=[draft.pk]), {"intro_de": "Meine Worte"})
    assert page.status_code == 422 and "Meine Worte" in page.text and 'id="id_languages"' in page.text
    page = maria.post(reverse("guidelines:new_layer"), {"layer": "municipality", "name": own_layer(people.library).name})
    assert page.status_code == 422


def test_the_municipalitys_layer_is_added_once(people: Cast, maria: Client) -> None:
    town(people)
    page = maria.post(reverse("guidelines:new_layer"), {"layer": "municipality", "name": "Noch eine"})
    assert page.status_code == 422
    assert maria.post(reverse("guidelines:new_layer"), {"layer": "further", "name": "Kreis"}).status_code == 302


def test_a_draft_is_seen_by_those_who_manage_alone(people: Cast, client: Client) -> None:
    draft = editing.from_pattern(own_layer(people.library), pattern("seven_points"), ["de"], by=people.maria)
    for who, status in ((people.jana, 404), (people.anna, 404), (people.maria, 200), (people.stranger, 404)):
        client.force_login(who)
        for name in ("edition", "package", "to_read"):
            assert client.get(reverse(f"guidelines:{name}", args=[draft.pk])).status_code == status, (who, name)
        assert client.get(f"{reverse('guidelines:comparison')}?new={draft.pk}").status_code == status


def test_old_editions_stay_to_be_read_and_compared(people: Cast, client: Client) -> None:
    first, second = in_force(people), next_edition(people, "Ganz neue Worte.")
    client.force_login(people.jana)
    assert client.get(reverse("guidelines:edition", args=[first.pk])).status_code == 200
    page = client.get(reverse("guidelines:comparison"), {"old": first.pk, "new": second.pk}).text
    assert "<ins" in page and "<del" in page and "neue" in page
    assert client.get(f"{reverse('guidelines:comparison')}?old=x&new={second.pk}").status_code == 404
