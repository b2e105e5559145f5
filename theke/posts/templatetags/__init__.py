"""Template tags of the composer and of what stands around it."""
