"""By which words a name is found: what a person would type of it, as signs, as pinyin or as initials.

Every word is looked up whole, never as a range, so that a search of any part of the tree reads only what it shows.
"""

import re
from functools import cache

from pypinyin import Style, pinyin

from .surnames import COMPOUND, SURNAMES

SEPARATORS = re.compile(r"[\s·•・．.‧'’-]+")
LONGEST = 120


def plain(name: str) -> str:
    """A name or what was typed of it, without the dots and blanks between its parts, in small letters."""
    return name.lower() if name.isalnum() else SEPARATORS.sub("", name).lower()


def words_of(name: str) -> list[str]:
    """All words of a name, each once: 王建国 → 王建国, 王, 王建, 建国, wang, wangjian, wangjianguo, wj, wjg. Of a name
    of more than three signs also every three neighbours."""
    signs = plain(name)
    length = len(signs)
    if length == 0:
        return []
    words = [signs, signs[0]]
    words += [signs[i : i + 2] for i in range(length - 1)]
    if length > 3:
        words += [signs[i : i + 3] for i in range(length - 2)]
    read = ""
    initials = ""
    for syllable in syllables_of(signs):
        read += syllable
        initials += syllable[0]
        words.append(read)
    words += [initials, initials[:2]]
    return [word[:LONGEST] for word in dict.fromkeys(words)]


def syllables_of(signs: str) -> list[str]:
    """The syllables of a name, without tones; a surname as it is read in names: 曾 zeng, 单 shan, 尉迟 yuchi."""
    if signs[:2] in COMPOUND and len(signs) > 2:
        return [*COMPOUND[signs[:2]], *map(reading, signs[2:])]
    first = SURNAMES.get(signs[0])
    return [first or reading(signs[0]), *map(reading, signs[1:])]


@cache
def reading(sign: str) -> str:
    """The commonest reading of a sign; what is no Chinese sign is read as itself."""
    found = pinyin(sign, style=Style.NORMAL, heteronym=False)
    return str(found[0][0]).lower() or sign
