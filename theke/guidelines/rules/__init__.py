"""The rules: pure functions from a draft and its context to findings."""
