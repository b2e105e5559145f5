"""What can be done about comments: approve, hold, mark as spam, put into the trash. Doing it twice is as good as once."""

from theke.networks.base import Account, Action, Ref, Refused, gettext_noop
from theke.networks.judging import Rejected
from theke.networks.wordpress import api
from theke.networks.wordpress.answering import COMMENTS, number_of

STATUS: dict[Action, str] = {"approve": "approved", "hold": "hold", "spam": "spam", "remove": "trash"}
CANNOT = gettext_noop("WordPress cannot do this with a comment.")
NOT_THERE = gettext_noop("The comment is no longer on %(host)s.")


def act(account: Account, action: Action, ref: Ref) -> None:
    """Give the comment the state that the action leads to. A comment that is gone counts as removed."""
    if action not in STATUS:
        raise Refused(CANNOT)
    # No e-mail address of the commenter comes along: only what is named in `_fields` is sent.
    query = {"_fields": "id,status"}
    try:
        api.post(account, f"{COMMENTS}/{number_of(ref)}", json={"status": STATUS[action]}, query=query, repeatable=True)
    except Rejected as no:
        if no.answer.status not in api.GONE:
            raise
        if action != "remove":
            raise Refused(NOT_THERE, host=no.answer.host) from no
