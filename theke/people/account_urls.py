"""The pages of allauth that we use, under its names; sign-up, e-mail management and the rest stay closed."""

from allauth.account import views
from django.urls import path, re_path

from theke.people.access import public
from theke.people.inviting import can_mail

# A link that nobody can send is not promised: the page asks, each time, whether there is a mail server.
ask_for_link = views.PasswordResetView.as_view(extra_context={"can_mail": can_mail})

urlpatterns = [
    path("sign-in/", public(views.login), name="account_login"),
    path("sign-out/", public(views.logout), name="account_logout"),
    path("sign-in/closed/", public(views.account_inactive), name="account_inactive"),
    path("password/", public(ask_for_link), name="account_reset_password"),
    path("password/sent/", public(views.password_reset_done), name="account_reset_password_done"),
    path("password/changed/", public(views.password_reset_from_key_done), name="account_reset_password_from_key_done"),
    re_path(
        r"^password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        public(views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
]
