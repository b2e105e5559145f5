"""What an answer of the network means for the delivery. Pure."""

from django.utils.translation import gettext_noop

from theke.networks.base import Later, NetworkError, NotSent, Reconnect, Refused, Sent, Unsure
from theke.publishing import timing
from theke.publishing.models import Attempt, State
from theke.publishing.recording import Result

UNEXPECTED = gettext_noop("Something unexpected happened on our side. We look whether it is there.")
HELD_UP = gettext_noop("The desk was held up and did not send. It tries again at once.")
CANNOT = gettext_noop("This network cannot do this.")
NO_PLACE = gettext_noop(
    "The desk does not know where the post stands, so nothing can be put below it. Please write it there by hand."
)
CANNOT_PREPARE = gettext_noop("A picture could not be made ready: %(why)s")


def pause_after(again_in: float, failures: int) -> float:
    """Seconds to wait before the next try: what was asked for, doubled with each failure in a row, at most five minutes."""
    return max(again_in, min(timing.LONGEST_PAUSE, again_in * 2.0 ** min(failures, 8)))


def weigh_sent(sent: Sent) -> Result:
    """It is out."""
    return Result(Attempt.Outcome.DONE, State.SENT, remote=sent.ref.as_json(), url=sent.url)


def weigh_trouble(trouble: Exception, *, settle: float, failures: int = 0) -> Result:
    """The call to publish raised this.

    `settle` is how long a doubtful write may take to show, in seconds; `failures` how often it could not be sent before.
    """
    if isinstance(trouble, Later):
        words, wait = trouble.said, trouble.again_in
        return Result(Attempt.Outcome.LATER, State.DUE, words, again_in=wait, never_left=True, channel_waits=wait)
    if isinstance(trouble, NotSent):
        wait = pause_after(trouble.again_in, failures)
        # Who cannot be reached cannot be reached by the next post either: it waits its turn behind this one.
        words = trouble.said
        return Result(Attempt.Outcome.LATER, State.DUE, words, again_in=wait, never_left=True, channel_waits=wait or None)
    if isinstance(trouble, Refused):
        return Result(Attempt.Outcome.REFUSED, State.FAILED, trouble.said, never_left=True, looked=trouble.looked)
    if isinstance(trouble, Reconnect):
        return Result(Attempt.Outcome.RECONNECT, State.FAILED, trouble.said, never_left=True, dead_token=True)
    words = trouble.said if isinstance(trouble, Unsure) else {"words": UNEXPECTED}
    return Result(Attempt.Outcome.UNSURE, State.SENDING, words, again_in=settle)


def weigh_preparing(trouble: Exception, failures: int) -> Result:
    """Preparing raised this: nothing is public yet, so the delivery is still due."""
    if isinstance(trouble, Unsure):
        return Result(Attempt.Outcome.LATER, State.DUE, trouble.said, again_in=pause_after(15, failures))
    if isinstance(trouble, NetworkError):
        result = weigh_trouble(trouble, settle=0, failures=failures)
        return Result(
            result.outcome,
            result.state,
            result.words,
            again_in=result.again_in,
            channel_waits=result.channel_waits,
            dead_token=result.dead_token,
        )
    words = {"words": CANNOT_PREPARE, "params": {"why": type(trouble).__name__}}
    if failures >= 3:
        return Result(Attempt.Outcome.REFUSED, State.FAILED, words)
    return Result(Attempt.Outcome.LATER, State.DUE, words, again_in=pause_after(5, failures))


def weigh_failed_look(trouble: Exception, looks: int, failures: int) -> Result:
    """Looking raised this: we know as little as before."""
    kind = Attempt.Outcome.LATER
    if isinstance(trouble, Refused):
        return Result(Attempt.Outcome.REFUSED, State.ASK, trouble.said, looks=looks)
    if isinstance(trouble, Reconnect):
        return Result(Attempt.Outcome.RECONNECT, State.ASK, trouble.said, looks=looks, dead_token=True)
    words = trouble.said if isinstance(trouble, NetworkError) else {"words": UNEXPECTED}
    again_in = trouble.again_in if isinstance(trouble, NotSent) else 15.0
    # A look is cheap: the first few follow quickly, and only a network that stays away is asked ever less often.
    again_in = pause_after(again_in, max(0, failures - 3))
    # The channel goes on: whoever wants to write there hears for himself when the network wants a rest.
    return Result(kind, State.SENDING, words, again_in=again_in, looks=looks)
