"""Pictures, their renditions, where they are shown, and who agrees to it."""

from theke.media.models.asset import Asset, AssetQuerySet, Rendition, RenditionOrder, Showing
from theke.media.models.consent import Consent

__all__ = ["Asset", "AssetQuerySet", "Consent", "Rendition", "RenditionOrder", "Showing"]
