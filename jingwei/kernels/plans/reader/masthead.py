"""Title, year and issuer: from the head of the document, its own words of publication, and its signature."""

import re
from itertools import pairwise

from .furniture import is_furniture
from .headings import opens_with_number
from .lines import Line
from .numerals import chinese
from .words import either
from .words.organizations import ORGANIZATION
from .words.pages import ENDS, TITLE

_SENTENCE = "。;:,!?"
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_CHINESE_YEAR = re.compile(r"(二[零〇○][一二三四五六七八九零〇○]{2})年")
_INNER = re.compile(r"(?:印发|下发|发布|制定)《([^《》]{4,60})》")
_COLLECTED = re.compile(
    r"(?:篇[0-9一二三四五六七八九十]{1,2}|[(（](?:通用|精选|最新|集合|合集|范文)?[0-9]{1,2}篇[)）])$"
)
_DECLARED = re.compile(
    r"^(?:发文机关|发布机构|发布单位|发文机构|发文单位|制发机关|制定机关|印发机关)[: ]+([^\s:]{2,30})", re.MULTILINE
)
_SIGNATURE = re.compile(rf"(?:中共|中国共产党)?[\u4e00-\u9fffXx*○]{{1,20}}(?:{ORGANIZATION})")
_NEXT_WORDS = either(
    "全面 基层 党的 党建 城市 农村 社区 机关 重点 工作 组织 年度 全年 关于 印发 上半年 下半年 平安 综治 统战 宣传 "
    "政法 人才 老干部 服务 安全 信访 村级 两新 学校 党员 干部 街道 网格 综合 民政 乡村 乡镇 依法 法治 廉政 纪检 "
    "作风 精神 文明 文化 环境 生态 教育 卫生 群众 民生 治理 推进 加强 落实 深化"
)
_TAIL = rf"(?:{_NEXT_WORDS}|20|[二○〇][零〇○一二]|[Xx*]{{2,4}}年|$)"
_PLACE = r"(?:街道|镇|乡|社区|村|区|县|市|省|州|旗|集团|公司|学校|大学|学院|医院|中学|小学|开发区|园区)"
_OFFICE = (
    r"(?:部|局|办公室|办|委员会|党工委|党委|党组|中心|院|党支部|党总支|工委|办事处|政府|政法委|纪委|工会|妇联|团委|人大|政协|"
    r"队|委)"
)
_NAME = r"[\u4e00-\u9fffXx*○×]"
_TITLE_ISSUERS = (
    re.compile(rf"^(?:中共)?{_NAME}{{1,16}}?{_PLACE}{_NAME}{{0,8}}?{_OFFICE}(?:{_NAME}{{0,8}}?{_OFFICE})?(?={_TAIL})"),
    re.compile(rf"^(?:中共)?{_NAME}{{1,16}}?(?:{_PLACE}|{_OFFICE})(?={_TAIL})"),
)
_OPENING = re.compile(r"[^,。;:!?\s]{2,40}?(?:要点|计划|安排|方案|打算|思路)(?=\s|[0-9]{4}年|为|根据|按照|$)")
_LEADING_YEAR = re.compile(
    r"^(?:20[0-9Xx*]{2}|[二○〇零一三四五六七八九Xx*]{4}|[Xx*]{2,4}(?=年))(?:-20[0-9]{2})?年?(?:度|上半年|下半年)?"
)
_NOT_AN_ISSUER = re.compile(
    r"^(?:全[省市区县镇乡]|城市|农村|社区$|基层|关于|年度|机关|(?:学校|街道|乡镇|镇|乡|村|区|县|市|党支部|支部|党委|社区|医院|企业|公司|办公室|政府|党总支|居委会|村委会|局)$|某)"
)
_UNDER_AN_ISSUER = re.compile(r"关于(?:印发|下发)|(?:20[0-9]{2}|[二○〇零一三四五六七八九]{4})年[^,。]{1,6}日$")
_NOTICE = re.compile(r"^(?:中共)?.{0,30}关于(?:印发|下发)")


def title(text: str, original: str, head: list[Line]) -> tuple[str | None, int]:
    """The title among the lines before the first heading, and the place where it ends.

    It is the last line there that names such a document, else a short first line.
    """
    lines = [line.of(text) for line in head]
    printed = [line.of(original) for line in head]
    for place in range(len(lines) - 1, -1, -1):
        if _is_title(lines[place]):
            first, last = _whole(lines, place)
            return _bare("".join(lines[first : last + 1]), "".join(printed[first : last + 1])), head[last].end
    first_line = next((place for place, line in enumerate(lines) if not is_furniture(line)), None)
    if first_line is None:
        return None, 0
    if len(lines[first_line]) <= 40 and lines[first_line][-1] not in _SENTENCE:
        return printed[first_line], head[first_line].end
    opening = _OPENING.match(lines[first_line])
    if opening is None:
        return None, 0
    return printed[first_line][: opening.end()], head[first_line].start + opening.end()


def _is_title(line: str) -> bool:
    if (
        len(line) > 70
        or line[-1] in _SENTENCE
        or "\t" in line
        or line.startswith("序号")
        or is_furniture(line)
        or opens_with_number(line)
        or ENDS.match(line)
    ):
        return False
    return bool(TITLE.search(line)) and not line.startswith(("现将", "按照", "根据", "为"))


def _whole(lines: list[str], place: int) -> tuple[int, int]:
    """The first and the last line of a title that was set in two or three lines."""
    first, whole = place, lines[place]
    if whole.count("《") < whole.count("》") and place and len(lines[place - 1]) < 50:
        return place - 1, place
    while first and _is_upper_half(lines[first - 1], whole):
        first -= 1
        whole = lines[first] + whole
    return first, place


def _is_upper_half(line: str, below: str) -> bool:
    if len(line) > 30 or line[-1] in _SENTENCE + ")]》”号" or is_furniture(line) or line.endswith("文件"):
        return False
    if TITLE.search(line) or _DECLARED.match(line) or below.startswith(line[:4]) or ENDS.match(line):
        return False
    named = bool(_SIGNATURE.fullmatch(line)) and bool(_LEADING_YEAR.match(below))
    return named or (bool(_YEAR.search(line)) and not _YEAR.search(below) and not re.search(r"[月日号]", line))


def _bare(whole: str, printed: str) -> str:
    """Of 关于印发《…要点》的通知 the name of the plan itself."""
    printed = _COLLECTED.sub("", printed)
    inner = _INNER.search(whole)
    return (
        printed[inner.start(1) : inner.end(1)] if inner else re.sub(r"^(\*\*)(.*)\1$", r"\2", printed.strip("# 《》"))
    )


def year(name: str | None, head: str, tail: str) -> int | None:
    """The year in the title (the last one: 2025年总结和2026年计划), else in the preamble, else in the signature."""
    for place, source in enumerate((name or "", head, tail)):
        found = [int(digits) for digits in _YEAR.findall(source)]
        found += [chinese(digits.replace("○", "〇")) for digits in _CHINESE_YEAR.findall(source)]
        if found:
            return found[-1] if place != 1 else found[0]
    return None


def issuer(name: str | None, everything: str, head: list[str], signature: list[str]) -> str | None:
    """Who issues it: as declared on the page, else as signed, else as the notice around it or the title says."""
    declared = _DECLARED.search(everything)
    if declared:
        return declared[1]
    for line in signature:
        if len(line) <= 30 and _SIGNATURE.fullmatch(line.replace(" ", "")):
            return line.replace(" ", "")
    issuing = (_in_notice(line, below) for line, below in pairwise([*head, ""]))
    return next((said for said in issuing if said), None) or _in_title(name or "")


def signature_lines(after: list[str]) -> list[str]:
    """The lines right behind the text that may be its signature and date."""
    found: list[str] = []
    for line in after[:5]:
        if is_furniture(line) or (ENDS.match(line) and not line.startswith("附件")):
            break
        found.append(line)
    return found


def _in_title(name: str) -> str | None:
    rest = _LEADING_YEAR.sub("", name.strip("《》"))
    for pattern in _TITLE_ISSUERS:
        match = pattern.match(rest)
        if match and not _NOT_AN_ISSUER.match(match[0]):
            return match[0]
    return None


def _in_notice(line: str, below: str) -> str | None:
    """中共…委员会关于印发…, also in two lines; the signature of the notice above its date; …文件."""
    if _SIGNATURE.fullmatch(bare := line.replace(" ", "")) and _UNDER_AN_ISSUER.match(below):
        return bare
    if _NOTICE.match(line) and not line.startswith("关于"):
        return line.split("关于", 1)[0]
    red_head = re.fullmatch(r"(.{2,24}?)文件", line.replace(" ", ""))
    return red_head[1] if red_head else None
