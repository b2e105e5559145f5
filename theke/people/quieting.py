"""The hours in which a person gets no mail."""

from datetime import time

NIGHT = (time(22), time(6))
"""Nobody gets a mail then, whatever they have chosen."""


def lies_in(clock: time, start: time, end: time) -> bool:
    """Whether the time of day lies from `start` until before `end`, over midnight where `start` is the later one."""
    return start <= clock < end if start <= end else clock >= start or clock < end


def is_open(quiet_from: time, quiet_until: time, hour: int) -> bool:
    """Whether mails may go out at the full hour."""
    clock = time(hour)
    return not lies_in(clock, quiet_from, quiet_until) and not lies_in(clock, *NIGHT)
