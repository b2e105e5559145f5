"""Profiles on Threads, by its own API and the library's own app."""

from datetime import timedelta

from theke.networks.base import Facts, Option, gettext_noop
from theke.networks.graph.asking import FIELDS
from theke.networks.graph.version import THREADS_VERSION

FACTS = Facts(
    key="threads",
    label="Threads",
    code="TH",
    colour="grey",
    about=gettext_noop(
        "A profile on Threads. It takes the library's own app at Meta; for posts with pictures also a desk that Meta can reach from outside."
    ),
    fields=FIELDS,
    options=(
        Option(
            "topic",
            gettext_noop("Topic"),
            gettext_noop("One topic, up to 50 characters. Threads shows it beside the name."),
            longest=50,
        ),
    ),
    signs_in_by_redirect=True,
    fetches_media=True,
    prepares="always",
    # The container says whether it was published; only one that was not is offered again.
    resend="after_looking",
    settle_seconds=60,
    looks=2,
    burst=10,
    refill=0.5,
    renew_ahead=timedelta(days=20),
    api_version=THREADS_VERSION,
    costs=gettext_noop("Nothing but time: the app is free, and so is publishing."),
    tried=gettext_noop(
        "Only against its documented contract (a strict stand-in of ours), on 26 November 2026; not on Threads itself."
    ),
    cannot={
        "title": gettext_noop("Posts have no title here."),
        "edit": gettext_noop("Threads lets no program change a post. Remove it and write it anew."),
        "warning": gettext_noop("Threads knows no content warnings for texts."),
        "language": gettext_noop("Threads does not ask for the language of a post."),
        "audience": gettext_noop("What a public profile says is public."),
        "mentions": gettext_noop(
            "Mentions by strangers are told only to apps that Meta has reviewed. Replies to your posts come in."
        ),
        "moderate": gettext_noop("Only replies right below a post can be hidden, with all below them; none can be removed."),
    },
)
