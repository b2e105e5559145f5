"""Bluesky and the other servers of the AT Protocol, by an app password."""

from theke.networks.base import Facts, Field, gettext_noop

FACTS = Facts(
    key="bluesky",
    label="Bluesky",
    code="BS",
    colour="violet",
    about=gettext_noop("An account on Bluesky, on its own server or on another. You need an app password; it costs nothing."),
    fields=(
        Field(
            "handle",
            gettext_noop("What is the account called?"),
            gettext_noop("Its name as it stands under the picture on Bluesky."),
            example="bibliothek.bsky.social",
        ),
        Field(
            "server",
            gettext_noop("Does the account live on a server of your own?"),
            gettext_noop("Usually not: leave this empty, and the desk finds the server by the name."),
            kind="address",
            required=False,
            example="https://pds.bibliothek.example",
        ),
        Field(
            "password",
            gettext_noop("An app password"),
            gettext_noop(
                "Not the password that you sign in with. Made on Bluesky under “Settings”, “Privacy and security”, “App"
                " passwords”. It looks like: abcd-efgh-ijkl-mnop."
            ),
            kind="secret",
        ),
    ),
    prepares="always",
    resend="after_looking",
    # The record lies under a key of ours on one server, which is asked itself: a look is the truth as soon as the call has ended.
    settle_seconds=5,
    looks=1,
    tried=gettext_noop(
        "Tried against Bluesky's own server (PDS 0.5.35) and the service that its readers use, on 26 November 2026."
    ),
    cannot={
        "edit": gettext_noop("Posts on Bluesky cannot be changed. Remove the post and publish it again."),
        "title": gettext_noop("Posts have no title here."),
        "warning": gettext_noop("Bluesky knows no content warnings in words of one's own."),
        "audience": gettext_noop("Everything on Bluesky is public."),
        "moderate": gettext_noop("Answers of others can be hidden below our own posts; only their authors can remove them."),
    },
)
