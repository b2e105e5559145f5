"""Places without an interface, or without one any more: MySpace, Google+, a newsletter, a printed board."""

from theke.networks.base import Facts, Field, gettext_noop

FACTS = Facts(
    key="byhand",
    label=gettext_noop("Another place, by hand"),
    code="XX",
    colour="grey",
    about=gettext_noop(
        "For a network that is gone or lets no program in, a newsletter, a notice board. The desk prepares text and pictures; "
        "you publish them there yourself and tell it where they are."
    ),
    fields=(
        Field("name", gettext_noop("What is the place called?"), example="Newsletter"),
        Field(
            "code",
            gettext_noop("Two letters for its label"),
            gettext_noop("They stand on the spine label, as NL for a newsletter."),
        ),
        Field(
            "address",
            gettext_noop("Does it have an address?"),
            gettext_noop("The page on which the posts can be seen. Leave it empty if there is none."),
            kind="address",
            required=False,
            example="https://…",
        ),
    ),
    by_hand=True,
    tried=gettext_noop("Nothing to try: a person publishes."),
    cannot={
        "inbox": gettext_noop("The desk cannot see what the public says there. Look yourself."),
        "counts": gettext_noop("Figures are entered by hand."),
    },
)
