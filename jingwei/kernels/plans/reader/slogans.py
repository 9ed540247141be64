"""Which stretches of a sentence hold numbers that are no quantities."""

import re

from .numerals import CHINESE_DIGITS
from .words.slogans import WORDS

_N = rf"[0-9{CHINESE_DIGITS}]"
_UNCOUNTED = re.compile(
    "|".join(
        (
            rf"第{_N}{{1,5}}(?:[-~、至到]第?{_N}{{1,4}})?",  # ordinals
            rf"(?:排名|前|名列前?|位居前?|进入前?)(?:全[省市区县]|全国)?前?{_N}{{1,3}}[名位强]",  # ranks: 前三名
            r"《[^《》]{1,60}》",
            r"\[[^\[\]]{0,12}[0-9]{4}[^\[\]]{0,6}\][0-9]{1,4}号",
            r"“[^“”]{0,30}”",
            r'"[^"]{0,30}"',
            r"(?:[A-Za-z0-9一二三四五六七八九十]{1,3}\+)+[A-Za-z0-9一二三四五六七八九十]{1,3}(?![0-9])",  # 1+N
            r"[0-9]{1,2}[×xX*][0-9]{1,2}小时",
            r"24小时(?=[^,。;]{0,4}(?:值班|值守|在线|不间断|全天候|服务|待命|开放|营业|自助|畅通|监控|巡逻|轮班|应急|守护))(?!内|之内|以内)",
            r"(?:8|八)小时(?:工作时间)?(?:以|之)?外",
            rf"(?:{_N}{{1,3}}|半)(?:个)?(?:分钟|小时|公里)[^,。;]{{0,10}}圈",
            rf"最后{_N}(?:公里|百米|米)",
            rf"{_N}{{1,3}}(?:周年|级|星级|星|中全会|大)",
            # ages, but for the average one that is asked for
            rf"(?<![0-9{CHINESE_DIGITS}])(?<!平均年龄不超过)(?<!平均年龄控制在)(?<!平均年龄降至)(?<!平均年龄降到){_N}{{1,3}}周?岁",
            rf"[十百]{{0,1}}{_N}个一(?![个名次场支])",
            # 一村一品
            r"一(?!次|场|期|年|月|周|日|天|季|旬|是|要|般)[^一,。;:、0-9至不每]{1,3}一(?!是|要|次|般)[^,。;:、0-9]{1,3}",
            rf"{_N}{{1,3}}届(?:{_N}{{1,2}}(?:次|中|届)|全会|历次|中央|[省市区县镇]委)",
            rf"(?:[Xx×*]{{1,3}}|{_N}{{1,3}})届(?:[Xx×*]{{1,3}}|{_N}{{1,3}})?次?(?:全会|全体|党代会|中全会|人大)",
            rf"(?:[Xx×*]{{1,3}}|{_N}{{1,3}})次(?:全会|全体会议|党代会|党代表大会|代表大会|集体学习|全国)",
            r"[一二三四五六七八九]期(?=工程|项目|附属|建设|改造|规划|计划|地块)",
            WORDS,
        )
    )
)


def uncounted(sentence: str) -> list[tuple[int, int]]:
    """The stretches of a sentence (signs made alike, no blanks) whose numbers are not quantities."""
    return [match.span() for match in _UNCOUNTED.finditer(sentence)]


# 一 and 两 behind these are part of a word or point at something known: 新一轮, 同一个, 这两年, 前三名.
TENDS_TO_BE_A_WORD = re.compile(r"(?:[第同统逐单唯专之归某任另本该首初这那上]一|(?<![更创])新一|[这那该首][两三四五])$")
