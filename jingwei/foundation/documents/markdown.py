"""Markdown (.md): the text without its markup. Asterisks that stand for a blank ("不少于**万元") stay."""

import re

_FENCE = re.compile(r"^\s*(```|~~~).*$")
_RULE = re.compile(r"^\s*([-*_])(\s*\1){2,}\s*$")
_UNDERLINE = re.compile(r"^\s*(=+|-+)\s*$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_LEAD = re.compile(r"^\s*(?:>\s?)*\s*(?:#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s+)?)?")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_PICTURE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_CODE = re.compile(r"`([^`\n]+)`")
_STRUCK = re.compile(r"~~([^~\n]+)~~")
_UNDERSCORED = re.compile(r"(?<![\w_])(_{1,2})(?=[^\s_])([^_\n]+?)(?<=\S)\1(?![\w_])")
_STARS = re.compile(r"(?<![*\\])\*{1,3}(?![*])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>])")

# What follows a blank for a number or a name: units and places, but not the words that merely begin with one.
_AFTER_BLANK = re.compile(
    r"\s?(?:[万亿千百]?元|平方米|[万千百]|人(?![才员民大口])次?|名(?![单称])|个(?![人别体性])|次(?!序)|场(?![所地景])|家(?![庭风长])"
    r"|户(?!外)|项(?!目)|条(?!件)|件|支|处|座|期(?![限间])|篇|份|批(?!准|评)|课时|学时|小时|分钟|天|周|月(?!度)|日(?!常)|号|年(?![度轻终底])"
    r"|[%％]|镇|街道|村|社区|县|区(?!域)|市(?!场)|乡(?!村)|同志|书记)"
)
_NO_END = re.compile(r"[\s，、；,;（(]$")


def without_markup(text: str) -> str:
    """`text` (with "\\n" line ends) without headings' signs, lists' bullets, emphasis, links and table rules."""
    text = _COMMENT.sub("", _FRONT.sub("", text))
    lines: list[str] = []
    for line in text.split("\n"):
        if _FENCE.match(line) or _RULE.match(line) or ("|" in line and _TABLE_RULE.match(line)):
            continue
        if _UNDERLINE.match(line) and lines and lines[-1].strip():
            continue
        lines.append(_plain(line))
    return "\n".join(lines)


def _plain(line: str) -> str:
    line = _LEAD.sub("", line, count=1)
    if line.startswith("|") and line.rstrip().endswith("|"):
        line = "｜".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    line = _LINK.sub(r"\1", _PICTURE.sub("", line))
    line = _CODE.sub(r"\1", _STRUCK.sub(r"\1", line))
    line = _without_stars(line)
    return _ESCAPED.sub(r"\1", _UNDERSCORED.sub(r"\2", line))


def _without_stars(line: str) -> str:
    """The line without the pairs of asterisks that emphasise; a pair of blanks is no emphasis."""
    marks = list(_STARS.finditer(line))
    dropped: list[tuple[int, int]] = []
    index = 0
    while index + 1 < len(marks):
        opening, closing = marks[index], marks[index + 1]
        if _emphasises(line, opening, closing):
            dropped += [opening.span(), closing.span()]
            index += 1
        index += 1
    for start, end in reversed(dropped):
        line = line[:start] + line[end:]
    return line


def _emphasises(line: str, opening: re.Match[str], closing: re.Match[str]) -> bool:
    inside = line[opening.end() : closing.start()]
    if opening.group() != closing.group() or not inside.strip() or inside[0].isspace():
        return False
    blank_first = _AFTER_BLANK.match(line, opening.end()) is not None
    blank_last = _AFTER_BLANK.match(line, closing.end()) is not None
    return not (_NO_END.search(inside) or (blank_first and blank_last))
