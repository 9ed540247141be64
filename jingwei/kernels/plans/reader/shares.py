"""What a quantity is counted for: 每个社区, 每百户, 每名党员, 人均, 各镇(街道)."""

import re

from .numerals import CHINESE_DIGITS
from .spans import Share
from .words import either
from .words.organizations import OFFICES, PARTY, PEOPLE, PLACES

_N = rf"[0-9{CHINESE_DIGITS}]{{1,5}}"
_MIDDLE = r"[^,。;:!?、每各的]"
_NOT_AN_OFFICE = r"办[好结理实]|办成(?!立)|委托|站[好在]|局[部面]"
_KINDS = rf"(?:(?!{_NOT_AN_OFFICE})(?:{PARTY}|{OFFICES}|{PLACES}))"
_GROUP = rf"(?:{_KINDS}){{1,3}}(?:\([^()]{{1,10}}\))?(?:{_KINDS})?"
_THINGS = either(
    "项目 课题 活动 主题 示范点 点位 岗位 案例 品牌 议题 事项 房间 单元 班级 家庭 服务站 阵地 片区 活动室 场所 "
    "公园 站点 班次 课程 产业 产业链 商户 门店"
)
_BARE = (
    either(
        "镇 乡 街道 街 村 社区 县 区 市 支部 党支部 党委 党总支 户 人 网格 楼栋 楼 单元 校 企业 企 小区 村民小组 "
        "站 点 单位 科室 镇街 乡镇 院落 平方公里 公里"
    )
    + "|组(?![织建])"
)

_SHARE = re.compile(
    "|".join(
        (
            rf"每(?P<group>(?:{_N}(?:[-~至到]{{1,2}}{_N})?|[百千万]|[0-9]+万?)(?:户|人口|常住人口|人|名|个|平方米|平方公里|亩|家|支|万|常住人口|名?(?:党员|居民|群众|城镇常住人口|常住人口))"
            rf"(?:城镇常住人口|常住人口|人口|(?<=[名人位])(?:居民|群众|村民)|党员|老年人口?|老人|儿童|学生|职工|业主)?)(?:居民|家庭)?",
            rf"每(?:一)?个(?!月|季|工作日|星期|学期|半)(?P<of_groups>{_MIDDLE}{{0,10}}?{_GROUP})",
            rf"每(?:一)?(?:个|项|件|处|条|家|座|所|栋|支)(?P<of_things>{_MIDDLE}{{0,8}}?(?:{_THINGS}))",
            rf"每(?:一)?(?:名|位|个)(?P<of_people>{_MIDDLE}{{0,12}}?(?:{PEOPLE}|人口|人(?!口))(?:书记|干部|党员)?)",
            rf"每(?:一)?(?:家|支|所|处|栋|座|户|类|条)(?P<of_units>{_MIDDLE}{{0,8}}?(?:{_KINDS}|{_THINGS}|家庭|队伍))",
            rf"每(?P<bare>(?:{_BARE})(?:\([^()]{{1,10}}\))?)",
            r"每(?:一)?(?:个|名|位|家|支|所|处|条|栋|座)(?P<any>[^,。;:每各的0-9]{2,8}?)"
            r"(?=至少|不少于|不低于|不超过|要|应|须|配备|带动|设置|设立|每[年月季周]|明确|安排|年内|[0-9])",
            r"每(?:一)?(?P<round>次|期|场|届|轮|批|件|项|例|人次|节|堂|桌|处|个|名|家|亩|平方米|条|篇)(?![次每])",
            r"(?P<mean>人|户|村|亩|镇)均(?!可支配|纯收入的|收入的|工资)",
            rf"(?<![0-9])各(?!类|项|种|方|自|地|个)(?:级)?(?P<loose>{_MIDDLE}{{0,6}}?{_GROUP})",
        )
    )
)
_MEANS = {"人": "人", "户": "户", "村": "村", "亩": "亩", "镇": "镇"}


def shares(sentence: str) -> list[Share]:
    """Every share of the sentence, from left to right."""
    return [_share(match) for match in _SHARE.finditer(sentence)]


def _share(match: re.Match[str]) -> Share:
    if match["mean"]:
        return Share(match.start(), match.end(), _MEANS[match["mean"]])
    name = match.lastgroup or "bare"
    return Share(match.start(), match.end(), match[name].strip("的"), name == "loose")
