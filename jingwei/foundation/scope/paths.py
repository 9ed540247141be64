"""Materialised paths: one segment of four characters a level, so a subtree is a plain range of strings.

36⁴ = 1,679,616 children a node; 64 characters hold 16 levels.
"""

import string

SEGMENT = 4
LONGEST = 64
_DIGITS = string.digits + string.ascii_lowercase


def segment(number: int) -> str:
    """The segment of the `number`-th child (from 1). ValueError outside 0 … 36⁴ − 1."""
    if not 0 <= number < 36**SEGMENT:
        raise ValueError(f"no segment for {number}")
    text = ""
    for _ in range(SEGMENT):
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text


def number_of(path: str) -> int:
    """The place of a path among its siblings: the inverse of `segment` for its last level."""
    return int(path[-SEGMENT:], 36)


def successor(path: str) -> str:
    """The smallest string above everything that starts with `path` (which is not empty)."""
    return path[:-1] + chr(ord(path[-1]) + 1)


def parent(path: str) -> str:
    """The path one level up; '' for a root."""
    return path[:-SEGMENT]


def depth(path: str) -> int:
    """Number of levels: 1 for a root."""
    return len(path) // SEGMENT


def lineage(path: str) -> tuple[str, ...]:
    """The path and all above it, from the root down."""
    return tuple(path[:end] for end in range(SEGMENT, len(path) + 1, SEGMENT))


def is_within(path: str, top: str) -> bool:
    """Whether `path` lies at or below `top`; nothing lies below an empty path."""
    return top != "" and path.startswith(top)
