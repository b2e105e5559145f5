"""X, by its interface v2 and an app of the library's own. Every call costs money."""

from theke.networks.base import Facts, Field, Option, gettext_noop

FACTS = Facts(
    key="x",
    label="X",
    code="X1",
    colour="grey",
    about=gettext_noop(
        "X, formerly Twitter. You need an account, an app of your own in X's developer console, and prepaid credit there."
    ),
    fields=(
        Field(
            "client_id", gettext_noop("The client ID of your app"), gettext_noop("In X's developer console, under “OAuth 2.0”.")
        ),
        Field(
            "client_secret",
            gettext_noop("The client secret of your app"),
            gettext_noop("Shown once when the app is made; make a new one if it is lost."),
            kind="secret",
        ),
    ),
    options=(
        Option(
            "made_with_ai", gettext_noop("Made with AI"), gettext_noop("X then marks the post as made with AI."), kind="flag"
        ),
    ),
    signs_in_by_redirect=True,
    needs_consent=True,
    resend="after_looking",
    settle_seconds=60,
    looks=2,
    api_version="2",
    costs=gettext_noop(
        "X asks money for every call: a post costs 0.015 US dollars, one with a link 0.20, and reading costs, too (August 2026)."
    ),
    tried=gettext_noop("Only against its documented contract, on 26 November 2026; never against X itself."),
    cannot={
        "reply": gettext_noop(
            "X lets an app answer only where somebody has mentioned or quoted the library, and refuses all else. Open the message and answer on X itself."
        ),
        "thread": gettext_noop("X does not say whether an app may go on with its own posts, so a chain is not offered."),
        "edit": gettext_noop(
            "X makes a new post of a change, and only for paying accounts. Remove the post and publish it again."
        ),
        "title": gettext_noop("Posts have no title here."),
        "warning": gettext_noop("X knows no content warnings with words of your own."),
        "audience": gettext_noop("Posts go to everybody."),
        "language": gettext_noop("X finds out the language of a post by itself."),
        "moderate": gettext_noop("Answers below our posts can be hidden and shown again, but not removed."),
    },
)
