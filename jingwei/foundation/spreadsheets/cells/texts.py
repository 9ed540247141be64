"""Kinds of free text."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from .kind import EXACT, BadCell, Kind, as_typed, refuse_error
from .signs import CONTROL, trimmed

_LINE = re.compile(r"[ \t]*[\r\n\t]+[ \t]*")
_HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"
_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}])[\s\u3000]+(?=[{_HAN}])")
_DOTS = str.maketrans("•·．.・‧∙●", "········")
_NAME = re.compile(rf"[{_HAN}〇○·A-Za-z' -]+")


@dataclass(frozen=True)
class Text(Kind):
    """Text of at most `max` signs in one line, or in several where `lines`. Numbers and days typed there are taken as
    Excel shows them."""

    max: int = 100
    lines: bool = False

    def reader(self, on: date) -> Callable[[Any], Any]:
        return self._text

    def _text(self, raw: Any) -> str | None:
        text = raw if type(raw) is str else text_of(raw)
        if not text.isprintable() or text[:1].isspace() or text[-1:].isspace():  # else nothing is to be cleaned
            text = self._cleaned(text)
        if text[:1] == "#":
            refuse_error(text)
        if len(text) > self.max:
            raise BadCell(f"共 {len(text)} 个字，超过了 {self.max} 个字。", f"请缩写到 {self.max} 个字以内。")
        return text or None

    def _cleaned(self, text: str) -> str:
        text = trimmed(text.replace("\r\n", "\n"))
        text = text if self.lines else _LINE.sub(" ", text)
        if CONTROL.search(text):
            raise BadCell("里面有看不见的特殊符号。", "请删掉这一格，重新输入文字，不要从别处粘贴。")
        return text

    def explained(self) -> str:
        return f"文字，不超过 {self.max} 个字。"


@dataclass(frozen=True)
class PersonName(Text):
    """A person's name: “张  三” is 张三, the dots of 阿布都·热合曼 are made one sign."""

    max: int = 40

    def _text(self, raw: Any) -> str | None:
        if type(raw) is str and raw.isalpha() and 2 <= len(raw) <= self.max:
            return unicodedata.normalize("NFKC", raw)
        text = super()._text(raw)
        if text is None:
            return None
        if not text.isalpha():
            text = self._in_one_form(text)
        if len(text) < 2:
            raise BadCell("姓名只有一个字。", "请填写完整的姓名。")
        return text

    def _in_one_form(self, typed: str) -> str:
        text = _BETWEEN_HAN.sub("", unicodedata.normalize("NFKC", typed)).translate(_DOTS)
        if not _NAME.fullmatch(text):
            strange = next(sign for sign in typed if not _NAME.fullmatch(sign.translate(_DOTS)))
            raise BadCell(f"姓名里不能有“{strange}”。", "一格只填一个人的姓名；备注、编号请填到别的列。")
        return text

    def explained(self) -> str:
        return "一个人的姓名，与身份证一致；少数民族姓名中间用“·”。"


@dataclass(frozen=True)
class Reference(Text):
    """The name (or number) of something that a register looks up: gives the text, which the register resolves.
    `of`: what it is, for the explanation."""

    of: str = "名称"
    max: int = 100

    def explained(self) -> str:
        return f"{self.of}，与系统里登记的一致；同名的请在前面写上级名称，如“上级名称/名称”。"


def text_of(raw: Any) -> str:
    """A number, tick or day as Excel shows it. Raises BadCell for a number whose tail is lost."""
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return as_typed(raw)
    if not abs(raw) < EXACT:
        raise BadCell(
            "这一格是按数字录入的，超过 15 位的部分已经丢失。", "请把这一列设为“文本”后重新录入，不要只改格式。"
        )
    return f"{raw:.15g}" if raw != int(raw) else str(int(raw))
