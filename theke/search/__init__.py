"""One box that finds posts, drafts, conversations, people, channels and pictures."""
