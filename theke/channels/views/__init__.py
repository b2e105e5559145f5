"""The register and the connecting wizard."""
