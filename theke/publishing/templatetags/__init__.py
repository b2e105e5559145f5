"""Template tags of the way out."""
