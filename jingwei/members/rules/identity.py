"""Numbers of identity cards (GB 11643-1999) and telephone numbers: how they are written, and what is wrong in one."""

import re
from datetime import date

from stdnum.cn import ric

LENGTH = 18
BLANKS = re.compile(r"[\s　-]+")
MALE, FEMALE = "1", "2"
PHONES = (re.compile(r"1[3-9]\d{9}"), re.compile(r"0\d{2,3}\d{7,8}"), re.compile(r"\d{7,8}"))


def clean_id(text: str) -> str:
    """As it is kept: without blanks, the X as a capital."""
    return BLANKS.sub("", text).upper()


def clean_phone(text: str) -> str:
    """As it is kept: digits only, without +86."""
    digits = BLANKS.sub("", text)
    return digits.removeprefix("+86")


def id_problem(text: str) -> str:
    """What is wrong with a number ("" for a right one): its length, its signs, its date, its check digit."""
    if len(text) != LENGTH:
        return f"公民身份号码应当是 {LENGTH} 位，现在是 {len(text)} 位"
    if not re.fullmatch(r"\d{17}[\dX]", text):
        return "公民身份号码只能是数字，最后一位可以是 X"
    if birth_of(text) is None:
        return "公民身份号码里的出生日期不存在"
    return "" if ric.calc_check_digit(text) == text[-1] else "公民身份号码的校验码不对，请核对证件"


def birth_of(text: str) -> date | None:
    """The day of birth in a number; None where there is no such day."""
    try:
        return date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return None


def gender_of(text: str) -> str:
    """The code of the gender in a number (GB/T 2261.1)."""
    return MALE if int(text[16]) % 2 else FEMALE


def phone_problem(text: str) -> str:
    """What is wrong with a telephone number, "" for a right one."""
    return "" if any(pattern.fullmatch(text) for pattern in PHONES) else "手机号码应当是 11 位；座机请连区号一起写"
