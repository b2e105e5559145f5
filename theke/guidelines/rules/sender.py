"""Who speaks must be seen (R01, R02, R03, R61)."""

from theke.guidelines.rules.base import Context, Draft, Entry, Finding
from theke.networks.base import gettext_noop

POINT, TASK, PART = "3-transparency", "2-our-task", "1-take-part"
NOBODY = gettext_noop("Nobody stands behind this text. Please choose who sends it.")
UNSIGNED = gettext_noop(
    "%(channel)s shows who writes, but we do not know what to put there. Please fill in name, function and branch in your profile."
)
AWAY = gettext_noop("%(name)s is away when this goes out, and answers come to whoever is named.")
AWAY_NEXT = gettext_noop("%(name)s is away when this goes out, and answers come to whoever is named. %(next)s would be next.")
SILENT_PROFILE = gettext_noop("%(channel)s: %(gaps)s")
UNREAD = gettext_noop("Whoever sends this has not yet confirmed the guideline as it stands now.")


def sender_is_shown(draft: Draft, context: Context) -> list[Finding]:
    """R01: there is a sender, and each channel that shows the sender has something to show. Blocks."""
    if not draft.sender:
        return [Finding("R01", "block", POINT, NOBODY)]
    unsigned = [target for target in draft.targets if target.signs and not target.signature]
    return [Finding("R01", "block", POINT, UNSIGNED, {"channel": one.name}, target=one.key) for one in unsigned]


def sender_is_there(draft: Draft, context: Context) -> list[Finding]:
    """R02: nobody signs who will be away when it goes out; who is next in line is named. Warns, where the text shows who writes."""
    if not any(target.signs for target in draft.targets):
        return []
    away = [name for name in context.absent if name == draft.sender or name in draft.authors]
    words = AWAY_NEXT if context.next_in_line else AWAY
    return [Finding("R02", "warn", TASK, words, {"name": ", ".join(away), "next": context.next_in_line})] if away else []


def profiles_say_who_we_are(draft: Draft, context: Context) -> list[Finding]:
    """R03: the profile of each channel names employer, function and imprint. A hint: the register warns those who can mend it."""
    return [
        Finding("R03", "hint", POINT, SILENT_PROFILE, {"channel": one.name, "gaps": " ".join(gaps)}, target=one.key)
        for one in draft.targets
        if (gaps := context.bio_gaps.get(one.key, ()))
    ]


def sender_knows_the_guideline(draft: Draft, context: Context) -> list[Finding]:
    """R61: whoever sends it has confirmed the guideline, where the library asks for that. Blocks.

    That nobody approves what they have had a hand in is held by `posts/approving.py`, on the way out.
    """
    return [Finding("R61", "block", PART, UNREAD)] if context.acknowledged is False else []


ENTRIES = (
    Entry("R01", POINT, "block", gettext_noop("Sender shown"), sender_is_shown),
    Entry("R02", TASK, "warn", gettext_noop("Sender there for answers"), sender_is_there),
    Entry("R03", POINT, "hint", gettext_noop("Profile says who we are"), profiles_say_who_we_are),
    Entry("R61", PART, "block", gettext_noop("Guideline confirmed"), sender_knows_the_guideline),
)
