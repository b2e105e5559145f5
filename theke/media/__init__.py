"""Pictures: received, cleaned, described, and rendered for each network."""
