"""Pictures, their renditions, and where they are shown."""

from theke.media.models.asset import Asset, AssetQuerySet, Rendition, RenditionOrder, Showing

__all__ = ["Asset", "AssetQuerySet", "Rendition", "RenditionOrder", "Showing"]
