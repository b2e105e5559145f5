"""Mastodon and the servers that speak its API: GoToSocial, Pixelfed, Hollo, Takahē and others."""

from theke.networks.base import Facts, Field, gettext_noop

FACTS = Facts(
    key="mastodon",
    label="Mastodon",
    code="MA",
    colour="petrol",
    about=gettext_noop(
        "Mastodon or another server of its family (GoToSocial, Pixelfed, Hollo). You need an account there; it costs nothing."
    ),
    fields=(
        Field(
            "address",
            gettext_noop("Which server is the account on?"),
            gettext_noop("The part after the second @ of the account's name."),
            kind="address",
            example="bibliothek.social",
        ),
        Field(
            "token",
            gettext_noop("Do you have an access token?"),
            gettext_noop("Usually not: leave this empty, and sign in on the next page."),
            kind="secret",
            required=False,
        ),
    ),
    signs_in_by_redirect=True,
    names_reader=True,
    answers_privately=True,
    resend="after_looking",
    # Servers forget the key after an hour, and some ignore it: the look decides, never the key.
    settle_seconds=30,
    looks=2,
    tried=gettext_noop("A stand-in for Mastodon 4.6 (mastodon-mock), in every test run; recorded answers of its relatives."),
    cannot={
        "title": gettext_noop("Posts have no title here."),
        "moderate": gettext_noop("Replies of others cannot be removed here, only reported or muted on the server itself."),
    },
)
