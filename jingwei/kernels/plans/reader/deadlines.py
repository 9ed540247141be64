"""Until when: 6月底前, 第三季度末, 上半年, 年内, 到2027年底, 7—9月.

A deadline is the last day of what is named: 6月底前 and 6月 -> 30 June, 上旬 -> the 10th, 年内, 年底 and 年终 -> 31
December, 第三季度 -> 30 September, 上半年 and 年中 -> 30 June, 6月15日前 -> 15 June, “七一”前 -> 30 June. The year is
the one named (明年: one more), else the document's; where neither is known the day is `--MM-DD`. A year alone is a
deadline after 到 or before 前, 内 and 底 only.
"""

import re
from calendar import monthrange

from .numerals import chinese
from .spans import Limit

_YEAR = r"(?:(?P<year>20[0-9]{2})年?|(?P<relative>[今明本次当]年?度?))?"
_BEFORE = r"(?:之?以?前)?"
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
_PART = r"(?:(?P<day>[0-9]{1,2})[日号]|(?P<third>上旬|中旬|下旬|初)|[底末中])?"
_FROM = r"(?:[0-9]{1,2}(?:月份?)?(?:[0-9]{1,2}日|底|初)?[-~至到、]{1,2})?"

_BY_MONTH = re.compile(
    rf"(?<![0-9.自从])(?:[到至截止于]{{1,2}})?{_YEAR}{_FROM}(?<![0-9.]){_MONTH}{_PART}{_BEFORE}(?![起以]|开始|均)"
)
_BY_QUARTER = re.compile(rf"{_YEAR}第?(?P<quarter>[一二三四1-4])季度?(?<=度|季)[底末内]?{_BEFORE}")
_BY_HALF = re.compile(rf"{_YEAR}(?P<half>上半年|下半年|年中)[底末内]?{_BEFORE}")
_NAMED = r"(?:(?P<year>20[0-9]{2})年?|(?P<relative>[今明本次当]年?度?))"
_NEVER_CLOSE = r"(?!考核|总结|述职|评|绩效|奖)"
_BY_CLOSE = re.compile(
    rf"(?<!每)(?:[到至截止]{{1,2}})?(?:{_NAMED}(?:年底|年末|[底末])|(?:年底|年末|年终|岁末)){_BEFORE}{_NEVER_CLOSE}"
)
_WITHIN = re.compile(rf"{_NAMED}(?:之?内)|(?<![0-9一二两三四五六七八九十几近])年度?内")
_BY_YEAR = re.compile(
    r"(?:力争|争取)?(?:[到至]+(?P<to>20[0-9]{2})年?(?![0-9-]|年?[0-9]|年?度)|(?P<before>20[0-9]{2})年(?:之|以)?前)"
)
_BY_DATE = re.compile(r"(?P<y>20[0-9]{2})[./-](?P<m>[0-9]{1,2})[./-](?P<d>[0-9]{1,2})日?(?:之?以?前)?")
_BY_FEAST = re.compile(r"“?(?P<feast>七一|五一|八一|国庆|六一|三八)”?节?(?:之?前)(?![后夕])")
_FEASTS = {"七一": (6, 30), "五一": (4, 30), "八一": (7, 31), "国庆": (9, 30), "六一": (5, 31), "三八": (3, 7)}
_THIRDS = {"上旬": 10, "初": 10, "中旬": 20}
_QUARTERS = {"一": 3, "1": 3, "二": 6, "2": 6, "三": 9, "3": 9, "四": 12, "4": 12}
_JOINED = re.compile(r"[、~至到和及-]{1,2}")


def deadlines(sentence: str, year: int | None) -> list[Limit]:
    """Every deadline of the sentence from left to right; of 3月、9月底前 the last day."""
    found = [_month(match, year) for match in _BY_MONTH.finditer(sentence)]
    found += [_at(match, _year(match, year), _QUARTERS[match["quarter"]]) for match in _BY_QUARTER.finditer(sentence)]
    found += [
        _at(match, _year(match, year), 12 if match["half"] == "下半年" else 6) for match in _BY_HALF.finditer(sentence)
    ]
    found += [_at(match, _year(match, year), 12) for match in _BY_CLOSE.finditer(sentence)]
    found += [_at(match, _year(match, year), 12) for match in _WITHIN.finditer(sentence)]
    found += [_at(match, int(match["to"] or match["before"]), 12) for match in _BY_YEAR.finditer(sentence)]
    found += [
        _at(match, int(match["y"]), int(match["m"]), int(match["d"]))
        for match in _BY_DATE.finditer(sentence)
        if int(match["m"]) in range(1, 13)
    ]
    found += [_at(match, year, *_FEASTS[match["feast"]]) for match in _BY_FEAST.finditer(sentence)]
    return _merged(sentence, sorted(found, key=lambda limit: (limit.start, -limit.end)))


def _merged(sentence: str, found: list[Limit]) -> list[Limit]:
    kept: list[Limit] = []
    for limit in found:
        if kept and limit.start < kept[-1].end:
            continue
        if kept and _JOINED.fullmatch(sentence[kept[-1].end : limit.start]):
            kept[-1] = Limit(kept[-1].start, limit.end, limit.day)
        else:
            kept.append(limit)
    return kept


def _month(match: re.Match[str], year: int | None) -> Limit:
    printed = match["month"]
    month = int(printed) if printed.isdigit() else chinese(printed)
    day = int(match["day"]) if match["day"] else _THIRDS.get(match["third"] or "")
    return _at(match, _year(match, year), month, day)


def _year(match: re.Match[str], year: int | None) -> int | None:
    if match["year"]:
        return int(match["year"])
    later = (match["relative"] or "")[:1] in ("明", "次")
    return year + 1 if year and later else year


def _at(match: re.Match[str], year: int | None, month: int, day: int | None = None) -> Limit:
    return Limit(match.start(), match.end(), last_day(year, month, day))


def last_day(year: int | None, month: int, day: int | None = None) -> str:
    """The ISO day, or --MM-DD without a year; without `day` the last of the month."""
    longest = monthrange(year or 2025, month)[1]
    fitting = min(day or longest, longest)
    return f"{year:04d}-{month:02d}-{fitting:02d}" if year else f"--{month:02d}-{fitting:02d}"
