"""The ledger: deliveries and every attempt at them."""

from theke.publishing.models.attempt import Attempt
from theke.publishing.models.delivery import NEEDS_A_PERSON, ON_THE_WAY, Delivery, DeliveryQuerySet, Kind, State
from theke.publishing.models.round import ExpiryRound
from theke.publishing.models.urgent import Urgent, UrgentQuerySet

__all__ = [
    "NEEDS_A_PERSON",
    "ON_THE_WAY",
    "Attempt",
    "Delivery",
    "DeliveryQuerySet",
    "ExpiryRound",
    "Kind",
    "State",
    "Urgent",
    "UrgentQuerySet",
]
