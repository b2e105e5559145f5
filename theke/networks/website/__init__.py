"""The library's own pages and feeds. Nothing goes over the wire: what is delivered stands there at once."""

from theke.networks.base import Facts, gettext_noop

FACTS = Facts(
    key="website",
    label=gettext_noop("Website"),
    code="WEB",
    colour="petrol",
    about=gettext_noop(
        "The library's own pages with a feed, served by this desk. They need no account anywhere and no one's consent to cookies."
    ),
    own_pages=True,
    in_house=True,
    resend="always",
    settle_seconds=0,
    looks=1,
    cannot={"inbox": gettext_noop("The library's own pages take no comments.")},
)
