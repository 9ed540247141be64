"""What a blank means: which figure, which part of it, of which months, and in which words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .notation import Blank, Mistake, Written
from .vocabulary import PLAIN_WORDS, Known, KnownCut, Vocabulary, nearest

# How a number is told (choices.Form) and of which months.
FORMS = {"余": "about", "数字": "digits", "名单": "list"}
COMPARED = {
    "比上期": ("change", "上期"),
    "比去年同期": ("change_year", "去年同期"),
    "同比": ("change_year", "去年同期"),
}
SPANS = {"本期": "", "上期": "before", "去年同期": "year_before", "本年": "year_so_far", "本年以来": "year_so_far"}
LIST, SPREAD = "名单", "构成"
COLONS = str.maketrans({":": "："})


@dataclass(frozen=True)
class Meaning:
    """`form`: exact, about, digits, change, change_year, list, spread. `span`: "" the months of the report, before,
    year_before, year_so_far. `value` of `cut`: "" for the whole of the figure; `label` goes before it in a
    composition."""

    known: Known
    cut: str = ""
    value: str = ""
    form: str = "exact"
    span: str = ""
    label: str = ""

    @property
    def is_change(self) -> bool:
        return self.form in ("change", "change_year")


def meaning(blank: Blank, vocabulary: Vocabulary) -> Meaning | None:
    """What the blank means; None for plain words. Raises LookupError in words for what nobody knows."""
    if blank.name in PLAIN_WORDS:
        if blank.asked:
            raise LookupError(f"“{blank.name}”后面不用再写“{blank.asked[0]}”。")
        return None
    meant = Meaning(vocabulary.find(blank.name))
    for words in blank.asked:
        meant = _asked(meant, words.translate(COLONS))
    _must_make_sense(meant)
    return meant


def mistakes(written: Written, vocabulary: Vocabulary) -> list[Mistake]:
    """All that is wrong with a template, line by line."""

    def unknown() -> Iterator[Mistake]:
        for line, blank in written.blanks():
            try:
                meaning(blank, vocabulary)
            except LookupError as wrong:
                yield Mistake(line, f"{blank}：{wrong.args[0]}")

    return sorted([*written.mistakes, *unknown()], key=lambda one: one.line)


def _asked(meant: Meaning, words: str) -> Meaning:
    if words in SPANS:
        return replace(meant, span=SPANS[words])
    if words in COMPARED:
        return _told(meant, COMPARED[words][0], words)
    if words in FORMS:
        return _told(meant, FORMS[words], words)
    head, colon, rest = words.partition("：")
    if head == LIST and colon:
        return _valued(_told(meant, "list", words), rest)
    if head == SPREAD and colon:
        return _divided(_told(meant, "spread", words), _cut(meant.known, rest), "", words)
    return _valued(meant, words)


def _told(meant: Meaning, form: str, words: str) -> Meaning:
    if meant.form != "exact":
        raise LookupError(f"“{words}”不能和前面的写法一起用，请只写一种。")
    return replace(meant, form=form)


def _divided(meant: Meaning, cut: KnownCut, value: str, words: str) -> Meaning:
    if meant.cut:
        raise LookupError(f"一次只能按一个分组数，请去掉“{words}”或者前面的那个。")
    return replace(meant, cut=cut.key, value=value)


def _valued(meant: Meaning, words: str) -> Meaning:
    """One value of one cut, by its words or their beginning alone where only one has them, else as 分组：值."""
    title, colon, rest = words.partition("：")
    if colon:
        cut = _cut(meant.known, title)
        return _divided(meant, cut, _value(cut, rest), words)
    cuts = meant.known.cuts
    found = [(cut, words) for cut in cuts if words in cut.values]
    found = found or [(cut, value) for cut in cuts for value in cut.values if value.startswith(words)]
    if len(found) == 1:
        cut, value = found[0]
        return _divided(meant, cut, cut.values[value], words)
    if found:
        raise LookupError(f"“{words}”不止一种意思，请写成{_choices(f'{cut.title}：{value}' for cut, value in found)}。")
    raise LookupError(_unknown(meant.known, words))


def _cut(known: Known, title: str) -> KnownCut:
    for cut in known.cuts:
        if cut.title == title:
            return cut
    titles = [cut.title for cut in known.cuts]
    raise LookupError(
        f"“{known.title}”不能按“{title}”分；" + (f"可以按{_choices(titles)}分。" if titles else "它不分组。")
    )


def _value(cut: KnownCut, words: str) -> str:
    if words in cut.values:
        return cut.values[words]
    if not cut.closed:
        return words
    raise LookupError(f"“{cut.title}”里没有“{words}”；可以写{_choices(list(cut.values)[:8])}。")


def _unknown(known: Known, words: str) -> str:
    values = [value for cut in known.cuts for value in cut.values]
    near = nearest(words, [*values, *FORMS, *COMPARED, *SPANS])
    hint = f"是不是想写{_choices(near)}？" if near else "可以写“余”“比上期”“名单”，或者它的一个分组。"
    return f"“{known.title}”后面不能写“{words}”；{hint}"


def _must_make_sense(meant: Meaning) -> None:
    title = meant.known.title
    if meant.known.is_ratio and meant.form in ("about", "list", "spread"):
        raise LookupError(f"“{title}”是比率，不能写“余”“名单”或者“构成”。")
    if meant.known.is_ratio and meant.cut:
        raise LookupError(f"“{title}”是比率，不再分组。")
    if meant.span and not meant.known.happens and not meant.is_change:
        raise LookupError(f"“{title}”是现有的数，不分月份，不能写“上期”“本年”；可以写“比上期”。")
    if meant.span and meant.is_change:
        raise LookupError("“比上期”“比去年同期”后面不用再写月份。")


def _choices(titles: Iterable[str]) -> str:
    return "、".join(f"“{title}”" for title in titles)
