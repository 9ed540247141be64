"""The closed sets of the library's files, with the words a reader sees."""

from typing import Final

MODALITIES: Final = {"must": "必须", "generally": "一般", "local": "各地自定", "may": "可以"}
"""must blocks, generally warns, local is a setting of the area, may allows."""

CONFIDENCES: Final = {"certain": "有出处", "high": "较可靠", "medium": "待核实", "unverified": "未核实"}

KINDS: Final = {
    "party-regulation": "党内法规和规范性文件",
    "law": "法律法规",
    "government-rule": "行政规范性文件",
    "standard": "标准",
    "local-practice": "各地做法",
    "house-practice": "本平台约定",
}

DATINGS: Final = {
    "source": "施行日期有出处",
    "recalled": "施行日期待核实",
    "year-only": "只知年份，从当年第一天起算",
    "undated": "没有日期，从平台约定的起始日算起",
}

COMPARISONS: Final = {">=": "不少于", ">": "超过", "<=": "不超过", "<": "少于", "==": "等于"}

DOUBTFUL: Final = frozenset({"medium", "unverified"})
UNCHECKED_ARTICLE: Final = "未核"
UNDATED_SINCE: Final = "2018-01-01"

COLUMNS: Final = {
    "up_to": "不超过",
    "rate": "比例",
    "from": "达到",
    "grade": "等次",
    "item": "项目",
    "score": "分值",
    "cap": "封顶",
}
"""The columns of the tables in parameter files, with their heads on a page."""

WORDS: Final = {"present": "实到会人数", "due": "应到会人数"}
"""Values that are key words of the program, with the reader's words."""
