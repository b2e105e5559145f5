from django.conf import LazySettings
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.people import Cast


def sign_in(client: Client, person_email: str, password: str = "geheim-geheim", **more: str) -> str:
    answer = client.post(reverse("account_login"), {"login": person_email, "password": password, **more}, follow=True)
    return str(answer.request["PATH_INFO"])


def test_an_employee_signs_in_and_out_by_e_mail_address(client: Client, people: Cast) -> None:
    assert sign_in(client, people.jana.email.upper()) == "/"
    assert client.get(reverse("account_logout")).status_code == 200
    client.post(reverse("account_logout"))
    assert client.get("/").headers["Location"].startswith(reverse("account_login"))


def test_the_page_asked_for_comes_after_sign_in(client: Client, people: Cast) -> None:
    asked = client.get("/?week=2")
    assert asked.headers["Location"] == f"{reverse('account_login')}?next=/%3Fweek%3D2"
    answer = client.post(
        reverse("account_login"), {"login": people.jana.email, "password": "geheim-geheim", "next": "/?week=2"}
    )
    assert answer.headers["Location"] == "/?week=2"


def test_sign_in_leads_to_no_other_site(client: Client, people: Cast) -> None:
    assert sign_in(client, people.jana.email, next="https://evil.example/") == "/"


def test_a_wrong_password_is_said_at_the_form_and_the_address_stays(client: Client, people: Cast) -> None:
    answer = client.post(reverse("account_login"), {"login": people.jana.email, "password": "falsch"})
    shown = answer.content.decode()
    assert answer.status_code == 200 and "error-summary" in shown and people.jana.email in shown


def test_many_wrong_passwords_are_slowed_down(client: Client, people: Cast) -> None:
    answers = [client.post(reverse("account_login"), {"login": people.tom.email, "password": f"falsch{n}"}) for n in range(8)]
    assert b"error-summary" in answers[0].content
    late = client.post(reverse("account_login"), {"login": people.tom.email, "password": "geheim-geheim"})
    assert "_auth_user_id" not in client.session and late.status_code in {200, 429}


def test_who_has_left_cannot_sign_in(client: Client, people: Cast) -> None:
    people.jana.is_active = False
    people.jana.save()
    sign_in(client, people.jana.email)
    assert "_auth_user_id" not in client.session


def test_there_is_no_sign_up(client: Client, people: Cast) -> None:
    for path in ("/signup/", "/accounts/signup/", "/sign-up/"):
        assert client.get(path).status_code == 404


def test_a_forgotten_password_is_set_anew_by_a_link_in_the_readers_language(client: Client, people: Cast) -> None:
    people.jana.language = "en"
    people.jana.save()
    client.post(reverse("account_reset_password"), {"email": people.jana.email})
    letter = mail.outbox[0]
    assert letter.subject == "Theke: set a new password" and people.jana.name in str(letter.body)
    link = next(word for word in str(letter.body).split() if "/password/" in word)
    form = client.get(link[link.index("/password/") :], follow=True)
    new = {"password1": "neu-und-lang-9", "password2": "neu-und-lang-9"}
    client.post(form.request["PATH_INFO"], new)
    assert sign_in(Client(), people.jana.email, "neu-und-lang-9") == "/"


def test_the_link_leads_to_this_installation_whatever_host_was_asked(client: Client, people: Cast) -> None:
    client.post(reverse("account_reset_password"), {"email": people.jana.email}, headers={"host": "127.0.0.1"})
    assert "http://localhost:8000/password/" in str(mail.outbox[0].body)


def test_too_many_sign_ins_from_one_place_get_a_page_that_says_so(client: Client, people: Cast) -> None:
    answers = [client.post(reverse("account_login"), {"login": f"{n}@x.example", "password": "x"}) for n in range(32)]
    assert answers[-1].status_code == 429 and b"theke.css" in answers[-1].content


def test_without_a_mail_server_no_link_is_promised(client: Client, people: Cast, settings: LazySettings) -> None:
    assert 'name="email"' in client.get(reverse("account_reset_password")).text
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    assert 'name="email"' not in client.get(reverse("account_reset_password")).text


def test_a_reset_for_an_unknown_address_looks_the_same_and_sends_nothing(client: Client, people: Cast) -> None:
    known = client.post(reverse("account_reset_password"), {"email": people.jana.email})
    mail.outbox.clear()
    unknown = client.post(reverse("account_reset_password"), {"email": "nobody@seeborn.example"})
    assert unknown.headers["Location"] == known.headers["Location"] and not mail.outbox


def test_a_form_sent_after_the_sign_in_ran_out_is_offered_again(client: Client, people: Cast) -> None:
    answer = client.post("/", {"text": "Am Samstag " * 20, "csrfmiddlewaretoken": "x"})
    assert answer.headers["Location"] == f"{reverse('account_login')}?next={reverse('people:kept')}"
    sign_in(client, people.jana.email)
    again = client.get(reverse("people:kept"))
    assert "Am Samstag " * 20 in again.content.decode()
    assert client.get(reverse("people:kept")).status_code == 302


def test_htmx_is_told_that_the_sign_in_ran_out_instead_of_getting_another_page(client: Client, people: Cast) -> None:
    answer = client.post("/", {"text": "x"}, headers={"HX-Request": "true"})
    assert answer.status_code == 401


def test_junk_in_the_sign_in_form_is_no_error_of_ours(client: Client, people: Cast) -> None:
    for junk in ("\x00", "a" * 5000, "\u202egrob", "' OR 1=1"):
        assert client.post(reverse("account_login"), {"login": junk, "password": junk}).status_code == 200
        assert client.post(reverse("account_reset_password"), {"email": junk}).status_code in {200, 302}
