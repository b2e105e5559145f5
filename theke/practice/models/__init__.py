"""What the practice network remembers: accounts, statuses with pictures, and how difficult it is told to be."""

from theke.practice.models.account import PracticeAccount
from theke.practice.models.faults import Faults
from theke.practice.models.status import Picture, Status

__all__ = ["Faults", "Picture", "PracticeAccount", "Status"]
