"""The desk itself: Today, settings, first set-up and the health page."""
