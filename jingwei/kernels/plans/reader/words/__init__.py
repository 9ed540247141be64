"""Word lists of the field, one subject per module; no code but the joining of words into patterns."""

import re


def either(words: str) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words.split()), key=lambda word: (-len(word), word)))
