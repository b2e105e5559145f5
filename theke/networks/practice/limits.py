"""What a practice account may send."""

from theke.networks import net
from theke.networks.base import JSON, Account, Limits, Measure, Profile

DEFAULT = Limits(
    500,
    Measure(url=23),
    image_types=frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"}),
    audiences=("public", "unlisted"),
    can=frozenset(
        {"text", "title", "link", "image", "alt", "focus", "warning", "language", "audience"}
        | {"thread", "edit", "remove", "reply", "inbox", "counts", "moderate:hide", "moderate:show", "moderate:remove"}
    ),
)


def probe(account: Account) -> tuple[Profile, Limits]:
    """Ask the network who we are and what we may send. Raises Reconnect when the token is dead."""
    answer = net.get(account, "/practice/api/account", bearer=account.secret.get("token", ""))
    with answer.reading():
        told = answer.object()
        return _profile(told), Limits.from_json(told["limits"])


def _profile(told: JSON) -> Profile:
    return Profile(
        remote_id=str(told["id"]),
        name=str(told["name"]),
        handle="@" + str(told["handle"]),
        url=str(told["url"]),
        about=str(told.get("about", "")),
        followers=told.get("followers"),
        posts=told.get("posts"),
    )
