"""What a demo library has got used to: topics, hashtags, a partner, saved replies, a template, remarks, approval for the new."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Q

from theke.calendar.spanning import moment_at
from theke.channels.models import Channel
from theke.inbox.models import SavedReply
from theke.people.models import Library, Person
from theke.posts.approving import hand_in
from theke.posts.models import Hashtag, Partner, Post, Starter
from theke.posts.remarking import remark
from theke.posts.topics import topics_of


@dataclass(frozen=True)
class Habits:
    """Of one demo library. `about` says by which words in their text posts get which topic (by its place in the list)."""

    about: tuple[tuple[str, int], ...]
    hashtags: tuple[str, ...]
    partner: tuple[str, str]
    replies: tuple[tuple[str, str, str], ...]
    starter: tuple[str, str]
    careful: str = ""
    """The channel that asks for a second pair of eyes for new colleagues."""
    remark: tuple[str, str] = ("", "")


HABITS = {
    "seeborn": Habits(
        about=(("lies", 2), ("lesen", 2), ("Buch", 1), ("Uhr", 3), ("geöffnet", 4), ("E-Book", 1), ("Druck", 0)),
        hashtags=("Vorlesen", "BuchTipp", "SprachCafé", "MakerTage", "LangeNachtDerBibliotheken"),
        partner=("Stadtmuseum Seeborn", "@stadtmuseum@kultur.example"),
        replies=(
            ("Öffnungszeiten", "de", "Guten Tag {name}, {branch} ist geöffnet: {opening_hours}. Herzlich, {me}"),
            ("Opening hours", "en", "Hello {name}, {branch} is open: {opening_hours}. Best wishes, {me}"),
            (
                "Verlorenes Buch",
                "de",
                "Guten Tag {name}, das kommt vor. Kommen Sie bei uns in {branch} vorbei, wir finden einen Weg.",
            ),
        ),
        starter=(
            "Buchtipp der Woche",
            "Buchtipp der Woche: [Titel] von [Autor:in]. [Warum, in zwei Sätzen]. Standort: [Signatur]. #BuchTipp",
        ),
        careful="Mastodon",
        remark=("Anna Weiß", "@Jana Berg, stimmen die Zeiten für den Hafen so?"),
    ),
    "sjoby": Habits(
        about=(("läs", 2), ("bok", 1), ("klockan", 3), ("öppet", 4)),
        hashtags=("Sagostund", "BokTips", "MakerDagar"),
        partner=("Sjöby museum", "@museet@kultur.example"),
        replies=(
            ("Öppettider", "sv", "Hej {name}! {branch} har öppet: {opening_hours}. Hälsningar, {me}"),
            ("Borttappad bok", "sv", "Hej {name}! Det händer. Kom förbi {branch}, så ordnar vi det."),
        ),
        starter=(
            "Veckans boktips",
            "Veckans boktips: [titel] av [författare]. [Varför, i två meningar]. Finns på [hylla]. #BokTips",
        ),
        careful="Mastodon",
        remark=("Nils Åkerlund", "@Sara Wiklund, stämmer tiderna?"),
    ),
}


def settle_in(library: Library, now: datetime) -> None:
    """Give the library its habits; `now` (aware) is the moment from which its days count."""
    habits = HABITS.get(library.slug)
    if habits is None:
        return
    by = library.people.filter(role="editor").order_by("pk")[0]
    _topics(library, habits)
    Hashtag.objects.bulk_create(Hashtag(library=library, word=word) for word in habits.hashtags)
    Partner.objects.create(library=library, name=habits.partner[0], handle=habits.partner[1])
    for name, lang, text in habits.replies:
        SavedReply.objects.create(library=library, name=name, lang=lang, text=text, by=by)
    Starter.objects.create(library=library, name=habits.starter[0], text=habits.starter[1], by=by)
    Channel.objects.filter(library=library, name=habits.careful).update(approval=Channel.Approval.NEW)
    _remark(library, habits)
    _handed_in(library, now)


def _topics(library: Library, habits: Habits) -> None:
    topics = list(topics_of(library))
    for post in Post.objects.filter(library=library):
        found = {place for word, place in habits.about if word.lower() in f"{post.title} {post.text}".lower()}
        post.topics.set([topics[place] for place in sorted(found)[:2]])


def _remark(library: Library, habits: Habits) -> None:
    author = Person.objects.filter(library=library, name=habits.remark[0]).first()
    draft = Post.objects.drafts().posts().filter(library=library).exclude(Q(sender=author) | Q(text="")).order_by("pk").first()
    if author is not None and draft is not None:
        remark(draft, by=author, text=habits.remark[1])


def _handed_in(library: Library, now: datetime) -> None:
    """A new colleague has handed a draft in."""
    new = Person.objects.filter(library=library, introduction=None, role="employee").first()
    draft = Post.objects.drafts().posts().filter(library=library, sender=new).first() if new else None
    if new is not None and draft is not None:
        hand_in(draft, by=new, at=moment_at(library.local(now).date() + timedelta(days=2), time(15), library.zone))
