"""Professional accounts on Instagram, by Instagram Login and the library's own app; no Page on Facebook is needed."""

from datetime import timedelta

from theke.networks.base import Facts, Option, gettext_noop
from theke.networks.graph.asking import FIELDS
from theke.networks.graph.version import END, VERSION

FACTS = Facts(
    key="instagram",
    label="Instagram",
    code="IG",
    colour="red",
    about=gettext_noop(
        "A professional account on Instagram. It takes the library's own app at Meta, and a desk that Meta can reach from outside to fetch the pictures."
    ),
    fields=FIELDS,
    options=(
        Option(
            "first_comment",
            gettext_noop("First comment"),
            gettext_noop("Goes out right after the post and stands below it. The post's page shows what became of it."),
            kind="long",
            longest=2000,
            below=True,
        ),
    ),
    signs_in_by_redirect=True,
    fetches_media=True,
    # The container says whether it was published; only one that was not is offered again.
    resend="after_looking",
    settle_seconds=60,
    looks=2,
    burst=10,
    refill=0.5,
    renew_ahead=timedelta(days=20),
    api_version=VERSION,
    api_ends=END,
    costs=gettext_noop("Nothing but time: the app is free, and so is publishing."),
    tried=gettext_noop(
        "Only against its documented contract (a strict stand-in of ours), on 26 November 2026; not on Instagram itself."
    ),
    cannot={
        "text": gettext_noop("Every post needs a picture."),
        "link": gettext_noop("Addresses in a text cannot be followed here. Put them into the profile."),
        "title": gettext_noop("Posts have no title here."),
        "edit": gettext_noop("Instagram lets no program change a post. Change the text in its app."),
        "remove": gettext_noop("Instagram lets no program remove a post by this sign-in. Remove it in its app."),
        "mentions": gettext_noop(
            "Mentions elsewhere are told only to apps that Meta has reviewed. Comments on your posts come in."
        ),
        "audience": gettext_noop("What a professional account says is public."),
    },
)
