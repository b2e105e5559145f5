"""The open questions of private and library accounts, and private names (A08, B22 to B28)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.guidelines.documents import today
from tests.people import Cast
from theke.guidelines.handling import agree, enter, handle_of
from theke.guidelines.models import Handle, PolicyAnswer, Voice
from theke.guidelines.policies import QUESTIONS, answer, chosen, handles_allowed, handles_sign
from theke.notices.models import Notice
from theke.people.models import HistoryEntry


def answered(people: Cast, **options: str) -> None:
    day = today(people.library)
    for question, option in options.items():
        answer(people.library, question, option, words="", decided_on=day, review_on=day, by=people.maria)


def test_a08_the_strictest_answer_counts_as_long_as_there_is_none(people: Cast) -> None:
    found = {one.key: chosen(people.library, one.key) for one in QUESTIONS}
    assert found == {"accounts": "separate", "reposts": "never", "signing": "work_only", "placement": "website_first"}
    assert not handles_allowed(people.library)


def test_separate_accounts_win_over_the_other_answers(people: Cast) -> None:
    answered(people, signing="signed", reposts="allowed")
    assert not handles_allowed(people.library) and not handles_sign(people.library)
    answered(people, accounts="one_way")
    assert handles_allowed(people.library) and handles_sign(people.library)


def test_b28_an_answer_can_be_changed_and_the_earlier_one_stays(people: Cast, client: Client) -> None:
    client.force_login(people.maria)
    day = today(people.library)
    here = reverse("guidelines:new_answer", args=["accounts"])
    for option, words in (("open", "Erst einmal offen."), ("separate", "Doch lieber getrennt.")):
        given = {
            "option": option,
            "words": words,
            "decided_on": day.isoformat(),
            "review_on": (day + timedelta(99)).isoformat(),
        }
        assert client.post(here, given).status_code == 302
    page = client.get(reverse("guidelines:question", args=["accounts"])).text
    assert "Erst einmal offen." in page and "Doch lieber getrennt." in page
    assert chosen(people.library, "accounts") == "separate" and PolicyAnswer.objects.count() == 2


def test_b28_colleagues_go_on_talking_and_may_take_their_words_back(people: Cast, client: Client) -> None:
    answered(people, accounts="separate")
    say = reverse("guidelines:say", args=["accounts"])
    client.force_login(people.jana)
    assert client.post(say, {"text": "Ich sehe das inzwischen anders."}).status_code == 302
    voice = Voice.objects.get()
    client.force_login(people.tom)
    page = client.get(reverse("guidelines:question", args=["accounts"])).text
    assert "Ich sehe das inzwischen anders." in page and "take-back" not in page
    assert client.post(reverse("guidelines:take_back", args=[voice.pk])).status_code == 404
    client.post(say, {"text": "Ich auch."})
    assert {one.person for one in Notice.objects.filter(key="question:accounts")} == {people.maria, people.jana}
    client.force_login(people.jana)
    page = client.post(reverse("guidelines:take_back", args=[voice.pk]), follow=True).text
    assert Voice.objects.get().text == "Ich auch."
    assert 'value="Ich sehe das inzwischen anders."' in page, "the bar that undoes it has the words"


def test_b28_without_words_nothing_is_said(people: Cast, client: Client) -> None:
    client.force_login(people.jana)
    refused = client.post(reverse("guidelines:say", args=["accounts"]), {"text": " "})
    assert refused.status_code == 422 and refused.context["voice_form"].errors and not Voice.objects.exists()
    assert client.post(reverse("guidelines:say", args=["nonsense"]), {"text": "Ja"}).status_code == 404


def test_an_answer_without_a_day_to_come_is_refused_and_nothing_is_lost(people: Cast, client: Client) -> None:
    client.force_login(people.maria)
    day = today(people.library).isoformat()
    given = {"option": "open", "words": "Meine Worte", "decided_on": day, "review_on": day}
    page = client.post(reverse("guidelines:new_answer", args=["accounts"]), given)
    assert page.status_code == 422 and "Meine Worte" in page.text and not PolicyAnswer.objects.exists()


def test_its_day_to_be_looked_at_again_is_shown(people: Cast, client: Client) -> None:
    answered(people, accounts="open")
    client.force_login(people.jana)
    assert "Zeit, noch einmal hinzusehen" in client.get(reverse("guidelines:questions")).text


def test_b23_on_its_day_those_who_manage_are_asked_again_on_today(people: Cast, client: Client) -> None:
    wanted = f'href="{reverse("guidelines:questions")}"'
    for who, asked in ((people.maria, False), (people.jana, False)):
        client.force_login(who)
        assert (wanted in client.get("/").text) is asked
    answered(people, accounts="open")
    for who, asked in ((people.maria, True), (people.anna, False), (people.jana, False), (people.stranger, False)):
        client.force_login(who)
        assert (wanted in client.get("/").text) is asked, who
    day = today(people.library)
    answer(people.library, "accounts", "open", words="", decided_on=day, review_on=day + timedelta(9), by=people.maria)
    client.force_login(people.maria)
    assert wanted not in client.get("/").text


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.key)
def test_b23_everybody_reads_options_with_what_speaks_for_and_against(people: Cast, client: Client, question: object) -> None:
    client.force_login(people.jana)
    page = client.get(reverse("guidelines:question", args=[question.key]))  # type: ignore[attr-defined]
    assert page.status_code == 200 and page.text.count("Dafür") >= 3 and "<form" in page.text
    assert reverse("guidelines:new_answer", args=[question.key]) not in page.text  # type: ignore[attr-defined]


def test_b22_a_private_name_is_entered_by_its_owner_alone_and_leaves_nothing(people: Cast, client: Client) -> None:
    client.force_login(people.jana)
    here = reverse("guidelines:handle")
    client.post(here, {"enter": "1", "handle": "@JanaLiest"})
    assert handle_of(people.jana) is None, "strictly separate"
    answered(people, accounts="one_way", signing="named")
    before = HistoryEntry.objects.count()
    client.post(here, {"enter": "1", "handle": "@JanaLiest"})
    found = handle_of(people.jana)
    assert found is not None and found.handle == "janaliest" and not found.agreed
    client.post(here, {"agree": "1"})
    assert Handle.objects.get().agreed
    client.post(reverse("publishing:name_withdrawal"))
    assert not Handle.objects.exists() and HistoryEntry.objects.count() == before


def test_b27_another_name_has_to_be_confirmed_anew(people: Cast) -> None:
    enter(people.jana, "eins")
    agree(people.jana)
    assert not enter(people.jana, "zwei").agreed and not agree(people.tom)


def test_what_is_no_name_is_said_at_the_field(people: Cast, client: Client) -> None:
    answered(people, accounts="one_way", signing="named")
    client.force_login(people.jana)
    page = client.post(reverse("guidelines:handle"), {"enter": "1", "handle": "kein Name!"})
    assert page.status_code == 422 and "kein Name!" in page.text and not Handle.objects.exists()


def test_it_can_be_taken_back_also_after_the_library_has_changed_its_mind(people: Cast, client: Client) -> None:
    enter(people.jana, "janaliest")
    client.force_login(people.jana)
    assert "janaliest" in client.get(reverse("guidelines:handle")).text
    client.post(reverse("publishing:name_withdrawal"))
    assert not Handle.objects.exists()


def test_b22_no_colleague_sees_a_private_name_in_the_desk(people: Cast, client: Client) -> None:
    enter(people.jana, "janaliest")
    agree(people.jana)
    client.force_login(people.maria)
    for name in ("guidelines:handle", "people:colleagues", "people:history", "guidelines:ours", "guidelines:questions"):
        assert "janaliest" not in client.get(reverse(name)).text, name
