"""A room on Matrix, in which a library announces and people answer."""

from theke.networks.base import Facts, Field, gettext_noop

FACTS = Facts(
    key="matrix",
    label="Matrix",
    code="MX",
    colour="green",
    about=gettext_noop(
        "A room on Matrix without encryption. You need an account that may write there; each room is a channel of its own."
    ),
    fields=(
        Field(
            "address",
            gettext_noop("Which homeserver is the account on?"),
            gettext_noop("The part after the colon of the account's name."),
            kind="address",
            example="matrix.org",
        ),
        Field(
            "room",
            gettext_noop("Which room?"),
            gettext_noop("Its address, or its internal id, which begins with an exclamation mark."),
            example="#stadtbibliothek:matrix.org",
        ),
        Field(
            "user",
            gettext_noop("The user name of the account"),
            gettext_noop("Leave this empty, and the next page, too, if you have an access token."),
            required=False,
        ),
        Field(
            "password",
            gettext_noop("The password of the account"),
            gettext_noop("It is used once to sign in, and not kept."),
            kind="secret",
            required=False,
        ),
        Field(
            "token",
            gettext_noop("Do you have an access token?"),
            gettext_noop("Only needed where the homeserver takes no passwords; else leave this empty."),
            kind="secret",
            required=False,
        ),
    ),
    resend="after_looking",
    # A homeserver gives the same event for the same transaction id, but to the same sign-in only: the look decides.
    settle_seconds=30,
    looks=1,
    tried=gettext_noop("Synapse 1.163.2 by hand (26 November 2026); recorded answers in every test run."),
    cannot={
        "title": gettext_noop("Posts have no title here."),
        "counts": gettext_noop("The desk does not count reactions in a Matrix room."),
        "encryption": gettext_noop("Encrypted rooms cannot be used."),
        "image": gettext_noop("Each picture is a message of its own before the text; a picture cannot be changed afterwards."),
    },
)
