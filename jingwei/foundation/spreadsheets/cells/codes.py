"""Kinds whose cells come from a closed list."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from .kind import BadCell, Kind, as_typed, refuse_error
from .signs import NOTHING, compact

_BOTH = re.compile(r"([0-9a-z]+)[-—_.、:|()]*([^0-9a-z].*?)\)?")
_BRACKETED = re.compile(r"([^0-9a-z(]+)\(([0-9a-z]+)\)")
_TAILS = ("族", "性", "毕业")


@dataclass(frozen=True, eq=False)
class CodeTable:
    """A closed list of codes. `names`: code → name. `short`: other texts people write → code. Common short names of
    national standards are known anyway (short_names.yaml)."""

    title: str
    names: Mapping[str, str]
    short: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, title: str, pairs: Iterable[tuple[Any, str]], short: Mapping[str, str] | None = None) -> "CodeTable":
        """From (code, name) pairs such as the choices of a model."""
        return cls(title, {str(code): name for code, name in pairs}, short or {})

    def texts(self) -> dict[str, str]:
        """Every text that is understood, in its compact form → code. The more official a text, the stronger."""
        found: dict[str, str] = {}
        for source in (self._codes(), self._named(), self._shortened()):
            fresh: dict[str, str] = {}
            torn = set()
            for text, code in source:
                plain = compact(text).casefold()
                if fresh.setdefault(plain, code) != code:
                    torn.add(plain)  # it could mean two codes: nobody guesses
            found |= {text: code for text, code in fresh.items() if text and text not in torn and text not in found}
        return found

    def _codes(self) -> Iterable[tuple[str, str]]:
        for code, name in self.names.items():
            yield code, code
            yield name, code
        for text, code in self.short.items():
            yield text, code

    def _named(self) -> Iterable[tuple[str, str]]:
        for code, name in self.names.items():
            yield from ((text, code) for text in _short_names().get(name, ()))
            if code.isdigit() and len(code) > 1:
                yield code.lstrip("0"), code  # Excel turns 01 into 1

    def _shortened(self) -> Iterable[tuple[str, str]]:
        for code, name in self.names.items():
            bare = re.sub(r"[（(].*?[）)]", "", name)
            yield bare, code
            yield from ((bare.removesuffix(tail), code) for tail in _TAILS if bare.endswith(tail) and len(bare) > 1)


@dataclass(frozen=True)
class Code(Kind):
    """One code of a table, written as the code, the name, a short name, or both (01 汉族): gives the code."""

    table: CodeTable

    def reader(self, on: date) -> Callable[[Any], Any]:
        texts = self.table.texts()

        def read(raw: Any) -> str | None:
            text = _plain(raw)
            code = texts.get(text)
            if code is None:
                if text in NOTHING:
                    return None
                code = self._of_both(text, texts, as_typed(raw).strip())
            return code

        return lru_cache(20_000, typed=True)(read)

    def _of_both(self, text: str, texts: dict[str, str], typed: str) -> str:
        """The code where code and name stand together. Raises BadCell."""
        found = _BOTH.fullmatch(text) or _BRACKETED.fullmatch(text)
        if found:
            code, named = (texts.get(part) for part in sorted(found.groups()))  # digits come before words
            if code is not None and code == named:
                return code
            if code is not None and named is not None:
                raise BadCell(
                    f"代码和名称对不上：{code} 是“{self.table.names[code]}”。", "请只填名称，或从下拉列表里选择。"
                )
        refuse_error(text.upper())
        raise BadCell(f"“{_cut(typed)}”不在“{self.table.title}”的列表里。", self._suggestion(text, texts))

    def _suggestion(self, text: str, texts: dict[str, str]) -> str:
        names = list(self.table.names.values())
        is_word = len(text) > 1 and not text.isdigit() and sum(name in text for name in names) < 2
        near = get_close_matches(text[:40], [one for one in texts if len(one) > 1], n=1, cutoff=0.6) if is_word else []
        if near:
            return f"是不是“{self.table.names[texts[near[0]]]}”？请从下拉列表里选择。"
        return f"请填写：{'、'.join(names)}。" if len(names) <= 6 else "请从下拉列表里选择，或按填写说明里的名称填写。"

    def show(self, value: Any) -> str:
        return "" if value is None else self.table.names.get(str(value), str(value))

    def offered(self) -> tuple[str, ...]:
        return tuple(self.table.names.values())

    def explained(self) -> str:
        return "从下拉列表里选择" + ("。" if not self._has_codes else "，也可以填代码。")

    @property
    def _has_codes(self) -> bool:
        return all(code.isdigit() for code in self.table.names)


@dataclass(frozen=True)
class Choice(Code):
    """One of the choices of a model: gives its key. Made with `Choice.of("党籍状态", Standing.choices)`."""

    @classmethod
    def of(cls, title: str, pairs: Iterable[tuple[Any, Any]], short: Mapping[str, str] | None = None) -> "Choice":
        """From (key, label) pairs; `short`: other texts → key."""
        return cls(CodeTable.of(title, ((key, str(label)) for key, label in pairs), short))


def _plain(raw: Any) -> str:
    if isinstance(raw, str):
        return compact(raw).casefold()
    if isinstance(raw, bool):
        return "true" if raw else "false"
    return f"{raw:.15g}" if isinstance(raw, int | float) else str(raw)


def _cut(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19]}…"


@cache
def _short_names() -> dict[str, list[str]]:
    content: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("short_names.yaml").read_text("utf-8"))
    return content
