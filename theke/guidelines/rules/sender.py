"""Who speaks must be seen (R01)."""

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.networks.base import gettext_noop

POINT = "3-transparency"
NOBODY = gettext_noop("Nobody stands behind this text. Please choose who sends it.")
UNSIGNED = gettext_noop(
    "%(channel)s shows who writes, but we do not know what to put there. Please fill in name, function and branch in your profile."
)


def sender_is_shown(draft: Draft, context: Context) -> list[Finding]:
    """R01: there is a sender, and each channel that shows the sender has something to show. Blocks."""
    if not draft.sender:
        return [Finding("R01", "block", POINT, NOBODY)]
    unsigned = [target for target in draft.targets if target.signs and not target.signature]
    return [Finding("R01", "block", POINT, UNSIGNED, {"channel": one.name}, target=one.key) for one in unsigned]


ENTRIES = (Entry("R01", POINT, "block", gettext_noop("Sender shown"), sender_is_shown),)
