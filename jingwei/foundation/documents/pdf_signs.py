"""Signs that look like everyday characters and are not: PDF programs write the radical ⼀ (U+2F00) for 一 (U+4E00)."""

import unicodedata

_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
# The supplement's signs have no compatibility mapping; these have the full form of a character.
_RADICALS = "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳"
_CHARACTERS = "母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟"
_EVERYDAY = {**_KANGXI, **{ord(sign): character for sign, character in zip(_RADICALS, _CHARACTERS, strict=True)}}


def everyday_signs(text: str) -> str:
    """`text` with the radicals of the blocks U+2E80 and U+2F00 replaced by the characters they stand for."""
    return text.translate(_EVERYDAY)
