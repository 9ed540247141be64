"""What every text ends with: one kind of line end, no signs that cannot be seen."""

import re

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\u00ad]")


def tidy(text: str) -> str:
    """The text with "\\n" as the only line end and without control and zero-width signs."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


def full_lines(text: str) -> str:
    """The tidy text without the spaces around its lines and without empty lines."""
    return "\n".join(line for line in (line.strip() for line in tidy(text).split("\n")) if line)
