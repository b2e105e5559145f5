"""Slots that come back, their exceptions, and the secret addresses of feeds."""

from theke.calendar.models.feed import FeedKey
from theke.calendar.models.slot import Slot, SlotDay

__all__ = ["FeedKey", "Slot", "SlotDay"]
