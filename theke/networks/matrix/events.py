"""The events of a post: each picture is one, and the text is the last."""

from html import escape

from theke.networks.base import JSON, Draft, Op
from theke.networks.matrix.api import KEY


def text_event(op: Op) -> JSON:
    """The message with the text, as plain text and as escaped HTML."""
    draft = op.draft or Draft("")
    return words(draft.text) | {KEY: op.key} | relation(draft)


def words(text: str) -> JSON:
    """A text as a room shows it."""
    shown = escape(text).replace("\n", "<br>")
    return {"msgtype": "m.text", "body": text, "format": "org.matrix.custom.html", "formatted_body": shown}


def change_event(op: Op, target: str) -> JSON:
    """A change of the text; who does not know changes sees a new message with a star."""
    new = words((op.draft or Draft("")).text)
    return new | {
        "body": f"* {new['body']}",
        "formatted_body": f"* {new['formatted_body']}",
        "m.new_content": new,
        "m.relates_to": {"rel_type": "m.replace", "event_id": target},
        KEY: op.key,
    }


def picture_events(op: Op) -> list[tuple[str, JSON]]:
    """Each picture as transaction id and content, in order."""
    draft = op.draft or Draft("")
    return [(f"{op.key}-{number}", _picture(op, number, draft)) for number in range(1, len(draft.media) + 1)]


def _picture(op: Op, number: int, draft: Draft) -> JSON:
    media = draft.media[number - 1]
    info = {"mimetype": media.mime, "w": media.width, "h": media.height, "size": media.path.stat().st_size}
    shown = {"msgtype": "m.image", "body": media.alt or media.path.name, "url": str(op.state[media.key]["uri"]), "info": info}
    return shown | {KEY: f"{op.key}-{number}"} | relation(draft)


def relation(draft: Draft) -> JSON:
    """What the event answers, and the thread that it goes on with."""
    answers = draft.reply_to
    thread = draft.root.id if draft.root else str(answers.extra.get("thread") or "") if answers else ""
    if not thread and not answers:
        return {}
    related: JSON = {"m.in_reply_to": {"event_id": answers.id if answers else thread}}
    if thread:
        related |= {"rel_type": "m.thread", "event_id": thread, "is_falling_back": bool(draft.root)}
    author = str(answers.extra.get("author") or "") if answers else ""
    return {"m.relates_to": related} | ({"m.mentions": {"user_ids": [author]}} if author else {})
