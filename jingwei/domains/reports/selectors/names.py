"""What can stand in a blank: the list for who writes a template."""

from dataclasses import dataclass

from jingwei.kernels.figures.declaring import Figure, declared

from ..rules.vocabulary import PLAIN_WORDS, Known
from .known import vocabulary

FEW = 12  # values of a cut that are told
WORDS = {
    "单位": "写总结的单位的简称",
    "单位全称": "写总结的单位的全称",
    "期间": "写的那段时间，例如 2026年10月",
    "上期期间": "前面同样长的一段时间",
    "截止日期": "统计到哪一天",
    "成文日期": "起草的那一天",
    "年份": "写的那段时间所在的年份",
}


@dataclass(frozen=True)
class NameOfBlank:
    """A name, what it counts, and what can be asked of it."""

    title: str
    definition: str
    unit: str = ""
    cuts: tuple[str, ...] = ()


def names_of_blanks() -> list[tuple[str, list[NameOfBlank]]]:
    """(heading, names), in the order in which they were declared."""
    known = list(vocabulary().by_title.values())
    groups = [
        ("数：现有多少", [one for one in known if not one.is_ratio and not one.happens]),
        ("数：这段时间发生多少", [one for one in known if not one.is_ratio and one.happens]),
        ("比率", [one for one in known if one.is_ratio]),
    ]
    words = [NameOfBlank(name, WORDS[name]) for name in PLAIN_WORDS]
    return [("文字", words), *((heading, [_name(one) for one in rows]) for heading, rows in groups)]


def _name(known: Known) -> NameOfBlank:
    one = declared(known.key)
    cuts = tuple(f"{cut.title}：{_values(list(cut.values))}" for cut in known.cuts) if isinstance(one, Figure) else ()
    return NameOfBlank(known.title, one.definition, known.unit, cuts)


def _values(words: list[str]) -> str:
    if not words:
        return "按登记的写"
    return "、".join(words[:FEW]) + ("等" if len(words) > FEW else "")
