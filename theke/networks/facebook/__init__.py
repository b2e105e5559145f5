"""Pages on Facebook, by the Graph API and the library's own app."""

from theke.networks.base import Facts, Option, gettext_noop
from theke.networks.graph.asking import FIELDS
from theke.networks.graph.version import END, VERSION

FACTS = Facts(
    key="facebook",
    label="Facebook",
    code="FB",
    colour="violet",
    about=gettext_noop(
        "The library's Page on Facebook. It takes an app of the library's own at Meta: about an hour, once; the guide shows each step."
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
    # Facebook knows no key, and its list of posts may be late: only a person sends again.
    resend="never",
    settle_seconds=60,
    looks=2,
    burst=10,
    refill=0.5,
    api_version=VERSION,
    api_ends=END,
    costs=gettext_noop("Nothing but time: the app is free, and so is publishing."),
    tried=gettext_noop(
        "Only against its documented contract (a strict stand-in of ours), on 26 November 2026; not on Facebook itself."
    ),
    cannot={
        "title": gettext_noop("Posts have no title here."),
        "warning": gettext_noop("Facebook knows no content warnings."),
        "language": gettext_noop("Facebook does not ask for the language of a post."),
        "audience": gettext_noop("What a Page says is public."),
        "thread": gettext_noop("Posts are long enough here, so nothing is parted."),
        "direct": gettext_noop("Messages in Messenger stay there; the desk reads comments and posts."),
        "groups": gettext_noop("Groups and personal profiles have no interface; only Pages do."),
    },
)
