"""The library's own practice network: to learn on and to try, reached over HTTP like any other."""

from theke.networks.base import Facts, gettext_noop

FACTS = Facts(
    key="practice",
    label=gettext_noop("Practice network"),
    code="ÜB",
    colour="violet",
    about=gettext_noop(
        "A small network inside this desk, to learn and to try. Only colleagues see it; they can play the public. Nothing leaves the house."
    ),
    signs_in_by_redirect=True,
    in_house=True,
    answers_privately=True,
    to_learn=True,
    resend="after_looking",
    settle_seconds=2,
    looks=1,
    burst=1000,
    refill=100.0,
)
