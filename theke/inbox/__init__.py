"""The one way in: messages from the public, and how they are answered."""
