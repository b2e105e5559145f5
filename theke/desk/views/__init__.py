"""Pages of the desk itself."""
