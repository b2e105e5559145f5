"""Sign-in for people of a library; nobody signs up by themselves."""

from typing import Any

from allauth.account import forms as allauth
from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth import password_validation
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from theke.people.models import Person


class LibraryAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes sign-up: people come in by invitation. Mail goes out in its reader's language."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write in the language the reader has chosen for the desk."""
        reader = context.get("user")
        with translation.override(reader.language if isinstance(reader, Person) else translation.get_language()):
            super().send_mail(template_prefix, email, context)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """A link to the address this installation is known by, whatever host the request named."""
        uidb36, _dash, token = key.partition("-")
        return str(settings.URL + reverse("account_reset_password_from_key", args=[uidb36, token]))

    def format_email_subject(self, subject: str) -> str:
        """The subject as it is, without a prefix."""
        return subject

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """No messages of allauth: our pages say what happened."""


def _without_placeholders(form: Any) -> None:
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)


class SignInForm(allauth.LoginForm):  # type: ignore[misc]
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail address")
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""
        _without_placeholders(self)


class ForgottenPasswordForm(allauth.ResetPasswordForm):  # type: ignore[misc]
    """The address to which the link goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        _without_placeholders(self)


class NewPasswordForm(allauth.ResetPasswordKeyForm):  # type: ignore[misc]
    """The new password, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("New password")
        self.fields["password1"].help_text = " ".join(password_validation.password_validators_help_texts())
        self.fields["password2"].label = _("New password, once more")
        _without_placeholders(self)
