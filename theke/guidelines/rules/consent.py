"""People in pictures have agreed to be shown (R13, R14)."""

from collections.abc import Iterator
from datetime import date

from theke.guidelines.rules.base import Consent, Context, Draft, Entry, Finding, Picture, Target
from theke.networks.base import Words, gettext_noop

POINT = "4-law"
NO_CONSENT = gettext_noop(
    "People can be recognised in this picture, and no consent is kept for it. Please ask them, or take another picture."
)
NO_GUARDIANS = gettext_noop("Children can be recognised in this picture, and no consent of their guardians is kept for it.")
WITHDRAWN = gettext_noop("%(who)s no longer wants to be shown. Please take the picture out.")
EXPIRED = gettext_noop("%(who)s agreed to be shown until %(until)s, and this goes out later.")
ELSEWHERE = gettext_noop("%(who)s has not agreed to be shown on %(channel)s.")
TOO_FEW = gettext_noop("For %(who)s, %(have)s of %(needed)s guardians have agreed.")
NOT_ASKED = gettext_noop("%(who)s is old enough to be asked, and has not agreed.")


def people_agree(draft: Draft, context: Context) -> list[Finding]:
    """R13: whoever is of age and can be recognised has agreed, for this channel and this day. Blocks, as does any consent withdrawn."""
    return _looked("R13", draft, context, minors=False)


def guardians_agree(draft: Draft, context: Context) -> list[Finding]:
    """R14: for each child that can be recognised all guardians have agreed, and from about 14 the child itself. Blocks."""
    return _looked("R14", draft, context, minors=True)


def _looked(rule: str, draft: Draft, context: Context, minors: bool) -> list[Finding]:
    return [finding for picture in draft.pictures for finding in _firsts(rule, picture, minors, draft.targets, context.today)]


def _firsts(rule: str, picture: Picture, minors: bool, targets: tuple[Target, ...], today: date) -> list[Finding]:
    """The first thing that is missing, on all channels or on each."""
    found: dict[str, Finding] = {}
    for words, params, target in _missing(picture, minors, targets, today):
        found.setdefault(target, Finding(rule, "block", POINT, words, params, target=target, picture=picture.key))
    return [found[""]] if "" in found else list(found.values())


def _missing(
    picture: Picture, minors: bool, targets: tuple[Target, ...], today: date
) -> Iterator[tuple[Words, dict[str, str], str]]:
    """What is missing before the picture may be shown: words, what they name, and the channel that it concerns."""
    consents = [one for one in picture.consents if one.minor == minors]
    recognised = picture.people == "recognisable"
    nobody_asked = minors if picture.minors else not minors
    if recognised and nobody_asked and not consents:
        yield NO_GUARDIANS if minors else NO_CONSENT, {}, ""
    for one in consents:
        if one.withdrawn:
            yield WITHDRAWN, {"who": one.who}, ""
        elif recognised:
            yield from _gaps(one, targets, today)


def _gaps(one: Consent, targets: tuple[Target, ...], today: date) -> Iterator[tuple[Words, dict[str, str], str]]:
    if one.until is not None and one.until < today:
        yield EXPIRED, {"who": one.who, "until": one.until.isoformat()}, ""
    if one.minor and one.guardians < one.guardians_needed:
        yield TOO_FEW, {"who": one.who, "have": str(one.guardians), "needed": str(one.guardians_needed)}, ""
    if one.minor and one.asks_own and not one.own:
        yield NOT_ASKED, {"who": one.who}, ""
    for target in targets if one.targets is not None else ():
        if target.key not in (one.targets or ()):
            yield ELSEWHERE, {"who": one.who, "channel": target.name}, target.key


ENTRIES = (
    Entry("R13", POINT, "block", gettext_noop("People agree to be shown"), people_agree),
    Entry("R14", POINT, "block", gettext_noop("Guardians agree that children are shown"), guardians_agree),
)
