"""What can be done about messages of others: take them out of the room. Doing it twice is as good as once."""

from theke.networks.base import Account, Action, Ref, Refused, gettext_noop
from theke.networks.matrix.publish import redact

CANNOT = gettext_noop("In a Matrix room messages can only be removed.")


def act(account: Account, action: Action, ref: Ref) -> None:
    """Remove the message for everybody, where the account has the right to (`Limits.can`)."""
    if action != "remove":
        raise Refused(CANNOT)
    redact(account, ref.id, f"remove-{ref.id}")
