"""Lists of words as they are easiest to read and to add to."""


def listed(words: str) -> frozenset[str]:
    """The words that stand in a text, parted by blanks and ends of lines."""
    return frozenset(words.split())
