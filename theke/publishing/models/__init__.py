"""The ledger: deliveries and every attempt at them."""

from theke.publishing.models.attempt import Attempt
from theke.publishing.models.delivery import Delivery, Kind, State

__all__ = ["Attempt", "Delivery", "Kind", "State"]
