"""Messages from the public, the conversations they form, and what colleagues do with them."""

from theke.inbox.models.collection import Collection
from theke.inbox.models.conversation import Assignment, Closure, Conversation, Note, Presence, Reading
from theke.inbox.models.message import Answer, Contact, Message
from theke.inbox.models.moderation import Moderation
from theke.inbox.models.saved_reply import SavedReply
from theke.inbox.models.snooze import Snooze

__all__ = [
    "Answer",
    "Assignment",
    "Closure",
    "Collection",
    "Contact",
    "Conversation",
    "Message",
    "Moderation",
    "Note",
    "Presence",
    "Reading",
    "SavedReply",
    "Snooze",
]
