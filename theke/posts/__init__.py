"""What the library wants to say: drafts, versions per channel, pictures."""
