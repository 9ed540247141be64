"""The unified social credit code (GB 32100-2015): 18 signs, the last one of which checks the others."""

from stdnum.cn import uscc

SIGNS = 18


def compact(text: str) -> str:
    """The code as it is kept: capitals, without blanks and hyphens."""
    return uscc.compact(text)


def fault_of(text: str) -> str:
    """What is wrong with a code, in words; "" for nothing."""
    code = compact(text)
    if len(code) != SIGNS:
        return f"统一社会信用代码应为 {SIGNS} 位，现在是 {len(code)} 位。"
    if uscc.is_valid(code):
        return ""
    if not code[2:8].isdecimal() or set(code) - set(uscc._alphabet):
        return "统一社会信用代码第3至8位是数字，其余是数字和大写字母（没有 I、O、S、V、Z）。"
    return "统一社会信用代码的校验位对不上，可能抄错了一位。"
