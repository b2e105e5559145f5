"""What any post needs before it can go anywhere: a channel, something to say, and no more than the channel takes.

These are not points of the guideline, so their findings carry none.
"""

import re

from django.utils.translation import gettext_noop

from theke.channels.models import Channel
from theke.guidelines.rules.base import Draft, Finding, Picture
from theke.guidelines.rules.texts import texts
from theke.networks.base import Limits
from theke.posts.fitting import misfits

OVERRIDES = re.compile("[\u202d\u202e]")
PLACE = re.compile(r"\[[^\[\]\n]{1,80}\](?!\()")
"""A place of a starter to fill in, such as [Title]. A link as Markdown writes it is none."""
NOWHERE = gettext_noop("Please choose at least one channel.")
NOTHING = gettext_noop("There is nothing to say yet: please write a text or add a picture.")
NO_TEXT = gettext_noop("%(channel)s needs a text.")
NO_PICTURE = gettext_noop("%(channel)s needs a picture.")
TOO_MANY = gettext_noop("%(channel)s takes at most %(most)s pictures; this post has %(have)s.")
TURNED = gettext_noop("The text holds an invisible sign that turns the direction of writing around. Please take it out.")
LONG_ALT = gettext_noop("%(channel)s takes at most %(most)s characters of picture description; this one has %(have)s.")
ONE_VOICE = gettext_noop("A personal statement has one author. Take %(names)s out, or speak on behalf of the library.")
TO_FILL_IN = gettext_noop("To be filled in: %(places)s")
NOT_CONNECTED = gettext_noop("%(channel)s is not connected at the moment.")


def gaps(draft: Draft, channels: dict[str, Channel]) -> list[Finding]:
    """Everything that keeps the post from being a post. `channels` are those of the targets, by key. All of it blocks."""
    if not draft.targets:
        return [_gap("P01", NOWHERE)]
    said = any(target.text.strip() for target in draft.targets) or draft.pictures
    if not said:
        return [_gap("P02", NOTHING)]
    return [
        *_turned(draft),
        *_one_voice(draft),
        *_places(draft),
        *(finding for key, channel in channels.items() for finding in _gaps_on(draft, key, channel)),
    ]


def _turned(draft: Draft) -> list[Finding]:
    """Marks that override the direction make a text say something else than it shows. Isolates and Arabic are left alone."""
    return [
        Finding("P07", "block", "", TURNED, target=key, start=found.start(), end=found.end(), seen=found.group(), mend="")
        for key, text in texts(draft)
        for found in OVERRIDES.finditer(text)
    ]


def _places(draft: Draft) -> list[Finding]:
    """What a starter left to fill in; a hint only, for square brackets may be meant."""
    left = [(key, PLACE.findall(text)) for key, text in texts(draft)]
    return [Finding("P10", "hint", "", TO_FILL_IN, {"places": " ".join(found)}, target=key) for key, found in left if found]


def _one_voice(draft: Draft) -> list[Finding]:
    """Who speaks for themselves speaks alone (A18, A21)."""
    names = ", ".join(draft.authors)
    return [Finding("P09", "block", "", ONE_VOICE, {"names": names})] if draft.authors and draft.kind == "personal" else []


def _gaps_on(draft: Draft, key: str, channel: Channel) -> list[Finding]:
    limits, have = channel.limits, len(draft.pictures)
    target = next(one for one in draft.targets if one.key == key)
    text = target.text
    found = [_gap("P03", NOT_CONNECTED, channel)] if not channel.connected else []
    if not text.strip() and (limits.text_required or not have):
        found.append(_gap("P04", NO_TEXT, channel))
    if limits.media_required and not have:
        found.append(_gap("P05", NO_PICTURE, channel))
    if have > most_pictures(limits):
        found.append(_gap("P06", TOO_MANY, channel, most=most_pictures(limits), have=have))
    found += misfits(target, channel, draft.title if draft.form == "post" else "-")
    return found + [_long_alt(picture, channel, limits.alt_max) for picture in _too_long(draft, limits.alt_max)]


def _too_long(draft: Draft, most: int | None) -> list[Picture]:
    return [p for p in draft.pictures if most is not None and not p.decorative and len(p.alt) > most]


def _long_alt(picture: Picture, channel: Channel, most: int | None) -> Finding:
    """A server refuses the whole picture when its description is too long, so this is found before."""
    params = {"channel": channel.name, "most": most, "have": len(picture.alt)}
    return Finding("P08", "block", "", LONG_ALT, params, target=str(channel.pk), picture=picture.key)


def most_pictures(limits: Limits) -> int:
    """How many pictures a channel takes."""
    return limits.media_max if "image" in limits.can else 0


def _gap(rule: str, words: str, channel: Channel | None = None, **params: int) -> Finding:
    named = params | ({"channel": channel.name} if channel else {})
    return Finding(rule, "block", "", words, named, target=str(channel.pk) if channel else "")
