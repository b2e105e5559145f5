"""The guideline in its layers, who has confirmed it, how much its rules weigh, and what is the library's own."""

from theke.guidelines.models.document import Acknowledgement, Edition, Guideline, Point
from theke.guidelines.models.link import Link
from theke.guidelines.models.own import CoverRight, ElectionPeriod, OwnThings
from theke.guidelines.models.policy import Handle, PolicyAnswer, Voice
from theke.guidelines.models.weights import RuleSetting

__all__ = [
    "Acknowledgement",
    "CoverRight",
    "Edition",
    "ElectionPeriod",
    "Guideline",
    "Handle",
    "Link",
    "OwnThings",
    "Point",
    "PolicyAnswer",
    "RuleSetting",
    "Voice",
]
