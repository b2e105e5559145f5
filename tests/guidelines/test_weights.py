"""How much each check weighs: per layer, with date, reason and author, never overwritten (B12, B21)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.guidelines.documents import today, town
from tests.people import Cast
from theke.guidelines.layering import own_layer
from theke.guidelines.models import RuleSetting
from theke.guidelines.weighing import set_weight, weighed
from theke.posts.checking import findings
from theke.posts.hinting import Hint

TAG = "Am Samstag um 11 Uhr. #wirlesengemeinsam"


def test_b21_what_was_set_stays_to_be_read(people: Cast) -> None:
    made = set_weight(
        own_layer(people.library), "R35", "warn", valid_from=today(people.library), reason="Zu bunt", by=people.maria
    )
    for act in (lambda: RuleSetting.objects.all().delete(), lambda: RuleSetting.objects.update(weight="off")):
        with pytest.raises(PermissionDenied):
            act()
    assert (made.by_name, made.reason) == ("Maria Sander", "Zu bunt")


def test_a_rule_that_does_not_exist_is_refused(people: Cast) -> None:
    with pytest.raises(KeyError):
        set_weight(own_layer(people.library), "R99", "warn", valid_from=today(people.library), reason="x", by=people.maria)


def test_a_finding_names_the_layer_that_gave_it_its_weight(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library), text=TAG)
    (before,) = [one for one in findings(post) if one.rule == "R35"]
    assert (before.severity, before.layer) == ("hint", "")
    set_weight(town(people).guideline, "R35", "block", valid_from=today(people.library), reason="x", by=people.maria)
    (after,) = [one for one in findings(post) if one.rule == "R35"]
    assert (after.severity, after.layer) == ("block", "Stadt Seeborn")
    assert Hint(after, library=people.library).kind == "danger"


def test_a_rule_that_is_off_says_nothing(people: Cast) -> None:
    post = factories.post(people.jana, factories.channel(people.library), text=TAG)
    set_weight(own_layer(people.library), "R35", "off", valid_from=today(people.library), reason="x", by=people.maria)
    assert "R35" not in {one.rule for one in findings(post)}


def test_the_page_shows_what_counts_and_what_is_to_come(people: Cast) -> None:
    day = today(people.library)
    set_weight(own_layer(people.library), "R35", "warn", valid_from=day + timedelta(3), reason="x", by=people.maria)
    (one,) = [one for one in weighed(people.library, day) if one.entry.id == "R35"]
    assert (one.weight, one.setting) == ("hint", None) and one.coming is not None and one.coming.weight == "warn"


@pytest.mark.parametrize("name", ["jana", "anna", "maria"])
def test_everybody_reads_the_weights_and_managers_set_them(people: Cast, client: Client, name: str) -> None:
    client.force_login(getattr(people, name))
    page = client.get(reverse("guidelines:weight", args=["R35"]))
    assert client.get(reverse("guidelines:weights")).status_code == page.status_code == 200
    assert (reverse("guidelines:new_setting", args=["R35"]) in page.text) is (name == "maria")


def test_a_reason_is_asked_for_at_its_field(people: Cast, client: Client) -> None:
    client.force_login(people.maria)
    layer, day = own_layer(people.library), today(people.library)
    here = reverse("guidelines:new_setting", args=["R35"])
    page = client.post(here, {"layer": layer.pk, "weight": "warn", "valid_from": day.isoformat(), "reason": ""})
    assert page.status_code == 422 and not RuleSetting.objects.exists() and 'id="id_reason_error"' in page.text
    yesterday = (day - timedelta(1)).isoformat()
    page = client.post(here, {"layer": layer.pk, "weight": "warn", "valid_from": yesterday, "reason": "Deshalb"})
    assert page.status_code == 422 and "Deshalb" in page.text
    client.post(here, {"layer": layer.pk, "weight": "warn", "valid_from": day.isoformat(), "reason": "Deshalb"})
    assert "Deshalb" in client.get(reverse("guidelines:weight", args=["R35"])).text


def test_another_librarys_layer_is_refused(people: Cast, client: Client) -> None:
    assert people.stranger.library is not None
    layer = own_layer(people.stranger.library)
    client.force_login(people.maria)
    given = {"layer": layer.pk, "weight": "off", "valid_from": today(people.library).isoformat(), "reason": "x"}
    assert client.post(reverse("guidelines:new_setting", args=["R35"]), given).status_code == 422
    assert not RuleSetting.objects.exists()
