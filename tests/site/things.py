"""One thing of each kind, and which of them an address speaks of."""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from tests import factories
from tests.inbox.saying import conversation_about, published
from tests.people import Cast
from theke.calendar.models import Slot
from theke.guidelines.editing import add_point, begin
from theke.guidelines.layering import own_layer
from theke.guidelines.models import CoverRight, ElectionPeriod, Voice
from theke.inbox.models import Answer, Conversation, SavedReply
from theke.media.models import Asset, Consent
from theke.notices.models import Notice
from theke.people.models import Absence
from theke.posts.models import Attachment, Hashtag, Post, Remark, Starter
from theke.practice.models import Picture, PracticeAccount, Status
from theke.practice.opening import open_account


@dataclass(frozen=True)
class Scene:
    """What the addresses are tried with: `by_name` for one address, `by_space` for all of a package."""

    by_name: dict[str, list[Any]]
    by_space: dict[tuple[str, str], Any]

    def arguments(self, name: str, pattern: URLPattern) -> list[Any]:
        """What fills this address in. Raises KeyError for a kind of thing that the scene does not know."""
        if name in self.by_name:
            return self.by_name[name]
        space = name.partition(":")[0]
        return [self.by_space[space, argument] for argument in pattern.pattern.regex.groupindex]


def scene(people: Cast) -> Scene:
    """Make one thing of each kind, all of Tom's, so that Jana is a colleague without a part in it."""
    channel = factories.channel(people.library, publishers="editors")
    draft, delivery = factories.post(people.tom, channel), published(people.tom, channel)
    conversation = conversation_about(delivery)
    reply = factories.post(people.tom, channel, form="reply")
    message = conversation.messages.get()
    answer = Answer.objects.create(conversation=conversation, message=message, post=reply, by=people.tom, held=True)
    asset, slot, today = _asset(people), _slot(people), timezone.localdate()
    absence = Absence.objects.create(person=people.tom, starts=today, ends=today + timedelta(days=2))
    account = open_account(people.library, "Hafen")
    status = Status.objects.create(library=people.library, account=account, text="Hallo")
    saved = SavedReply.objects.create(library=people.library, name="Zeiten", text="Hallo")
    return Scene(
        by_name={
            **{name: [people.south.pk] for name in ("people:branch", "people:remove_branch")},
            "people:absence": [absence.pk],
            "desk:end_absence": [absence.pk],
            "posts:attachment": [Attachment.objects.create(post=draft, asset=asset).pk],
            "posts:remark": [Remark.objects.create(post=draft, by=people.tom, text="Hm").pk],
            "posts:add_word": ["hashtag"],
            "posts:change_word": ["hashtag", Hashtag.objects.create(library=people.library, word="Vorlesen").pk],
            "publishing:delivery": [delivery.pk],
            "publishing:decision": [delivery.pk],
            "media:picture": [asset.pk, "thumb"],
            "calendar:place": [slot.pk, today],
            "inbox:reply": [saved.pk],
            "inbox:moderations": [conversation.uuid, message.pk],
            "channels:network": ["practice"],
            "channels:budget": [factories.channel(people.library, network_key="x", name="X").pk],
            "inbox:remove_reply": [saved.pk],
            "inbox:filled_reply": [conversation.uuid, saved.pk],
            "practice:picture": [_practice_picture(account)],
            **_guideline(people),
            **_consent(asset),
            **{name: [status.pk] for name in ("practice:status", "practice:comments", "practice:reactions")},
            **{f"publishing:{name}": [delivery.post.uuid] for name in ("page", "changes", "removals")},
        },
        by_space=_spaces(people, draft, conversation, answer, asset, slot, account),
    )


def _spaces(
    people: Cast, draft: Post, talk: Conversation, answer: Answer, asset: Asset, slot: Slot, account: PracticeAccount
) -> dict[tuple[str, str], Any]:
    """What an argument means in all addresses of a package."""
    return {
        ("posts", "uuid"): draft.uuid,
        ("posts", "pk"): Starter.objects.create(library=people.library, name="Tipp", text="[Titel]").pk,
        ("publishing", "uuid"): draft.uuid,
        ("publishing", "pk"): asset.pk,
        ("inbox", "uuid"): talk.uuid,
        ("inbox", "pk"): answer.pk,
        ("channels", "pk"): draft.versions.get().channel_id,
        ("notices", "pk"): Notice.objects.create(person=people.tom, words="Hallo", path="/").pk,
        ("people", "pk"): people.tom.pk,
        ("desk", "pk"): people.tom.pk,
        ("calendar", "uuid"): draft.uuid,
        ("calendar", "day"): timezone.localdate(),
        ("calendar", "pk"): slot.pk,
        ("practice", "pk"): account.pk,
    }


def _guideline(people: Cast) -> dict[str, list[Any]]:
    """A draft with a point, an open question, a rule, a publisher and an election."""
    layer, day = own_layer(people.library), timezone.localdate()
    edition = begin(layer, ["de"], by=people.maria)
    point = add_point(edition, {"de": "Mitmachen"})
    cover = CoverRight.objects.create(library=people.library, publisher="Leuchtturm")
    election = ElectionPeriod.objects.create(library=people.library, name="Wahl", first=day, last=day)
    voice = Voice.objects.create(library=people.library, question="accounts", by=people.jana, by_name="Jana Berg", text="Ja")
    of_edition = ("edition", "draft", "new_point", "decision", "drop", "package", "to_read")
    return {
        **{f"guidelines:{name}": [edition.pk] for name in of_edition},
        **{f"guidelines:{name}": [point.pk] for name in ("point", "place")},
        **{f"guidelines:{name}": [layer.pk] for name in ("begin", "take_over")},
        **{f"guidelines:{name}": ["R01"] for name in ("weight", "new_setting")},
        **{f"guidelines:{name}": ["accounts"] for name in ("question", "new_answer", "say")},
        "guidelines:take_back": [voice.pk],
        "guidelines:remove_cover": [cover.pk],
        "guidelines:remove_election": [election.pk],
    }


def _asset(people: Cast) -> Asset:
    given = {"sha256": "ab" * 32, "mime": "image/png", "width": 1, "height": 1, "size": 1}
    return Asset.objects.create(library=people.library, by=people.tom, **given)


def _consent(asset: Asset) -> dict[str, list[Any]]:
    """Somebody who agrees to be shown, with a signed form whose file has got lost."""
    consent = Consent.objects.create(asset=asset, who="Nils A.", scan="cd" * 32, scan_mime="application/pdf")
    of_consent = ("media:scan", "publishing:withdrawal", "publishing:withdrawal_undo", "publishing:last_day")
    return {"media:new_consent": [asset.pk], **{name: [consent.pk] for name in of_consent}}


def _slot(people: Cast) -> Slot:
    today = timezone.localdate()
    return Slot.objects.create(library=people.library, name="Vorlesen", weekday=today.weekday(), at=time(10), starts=today)


def _practice_picture(account: PracticeAccount) -> UUID:
    """A picture whose file has got lost."""
    return Picture.objects.create(account=account, mime="image/png", file="practice/lost.png").uuid


@dataclass(frozen=True)
class Door:
    """An address that is not public."""

    name: str
    pattern: URLPattern
    ability: str

    def url(self, of: Scene) -> str:
        """The address with the scene's things in it."""
        return reverse(self.name, args=of.arguments(self.name, self.pattern))

    @property
    def has_things(self) -> bool:
        """Whether it speaks of one thing."""
        return bool(self.pattern.pattern.regex.groups)


def doors(resolver: URLResolver | None = None, space: str = "") -> list[Door]:
    """Every address of the desk that asks for an ability."""
    found: list[Door] = []
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            found += doors(one, f"{one.namespace}:" if one.namespace else space)
        elif ability := getattr(one.callback, "ability", ""):
            found.append(Door(f"{space}{one.name}", one, ability))
    return found
