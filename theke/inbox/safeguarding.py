"""Answers that belong into private: a text in their place that names a private way, or an answer that one person alone can read (R10, R57)."""

from django.utils.translation import gettext, override

from theke.guidelines.knowing import private_ways
from theke.inbox.answering import language_of
from theke.inbox.filling import branch_name, filled
from theke.inbox.models import Answer, Conversation, SavedReply
from theke.people.models import Person
from theke.posts.models import Post

PRIVATE, PUBLIC = "direct", "public"


def can_be_private(conversation: Conversation) -> bool:
    """Whether the network lets us answer here so that only they can read it."""
    return conversation.direct or conversation.channel.facts.answers_privately


def is_private(answer: Answer | None) -> bool:
    """Whether only the person it answers will read it."""
    return answer is not None and answer.post.audience == PRIVATE


def make_private(answer: Answer, private: bool) -> None:
    """Say who will read a held answer. Does nothing where the network does not allow it."""
    if answer.held and can_be_private(answer.conversation) and not answer.conversation.direct:
        Post.objects.filter(pk=answer.post_id).update(audience=PRIVATE if private else PUBLIC)


def safe_text(conversation: Conversation, person: Person) -> str:
    """What everybody may read in place of an answer: the saved reply that the library has marked for it, else our own words."""
    lang = language_of(conversation)
    kept = SavedReply.objects.visible_to(person).filter(lang=lang, safe_way=True).first()
    return filled(kept, conversation, person) if kept else _own_words(conversation, person, lang)


def _own_words(conversation: Conversation, person: Person, lang: str) -> str:
    with override(lang):
        ways = _ways(conversation) or [gettext("in person, at %(branch)s") % {"branch": branch_name(conversation, person)}]
        last = ways.pop()
        told = gettext("%(ways)s or %(last)s") % {"ways": ", ".join(ways), "last": last} if ways else last
        words = gettext(
            "Thank you for your message! What concerns one person alone is not for everybody to read. We gladly help: %(ways)s."
        )
        return words % {"ways": told}


def _ways(conversation: Conversation) -> list[str]:
    phone, address = private_ways(conversation.library)
    ways = [gettext("by telephone, %(number)s") % {"number": phone}] if phone else []
    ways += [gettext("by e-mail to %(address)s") % {"address": address}] if address else []
    return [*ways, gettext("by a private message here")] if conversation.channel.facts.answers_privately else ways
