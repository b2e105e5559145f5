"""The one way out: each delivery to a channel, exactly once in effect."""
