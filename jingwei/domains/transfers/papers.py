"""The letter and the receipt as Word papers. They show what they must, and no more."""

from datetime import date

from jingwei.foundation.documents.official import Paper
from jingwei.members.models import Member

from .models import Arrival, Letter

GENDERS = {"1": "男", "2": "女"}
BLANK = "＿＿＿＿"


def letter_word(letter: Letter, *, id_number: str) -> bytes:
    """The letter of introduction, with the receipt to be sent back below it."""
    transfer, member = letter.transfer, letter.transfer.member
    days = (letter.valid_until - letter.issued_on).days
    paper = Paper()
    paper.title("中国共产党党员组织关系介绍信")
    paper.text(f"编号：{letter.number}")
    paper.line(f"{letter.addressed_to}：")
    paper.text(
        f"{member.name}同志（{GENDERS.get(member.gender, '')}，{_day(member.born_on)}出生，公民身份号码"
        f"{id_number or BLANK}），系中共{kind_of(member)}，"
        f"组织关系由{transfer.organization.name}转往{transfer.outside}，请予接洽。"
    )
    paper.text(f"该同志党费已交到{BLANK}年{BLANK}月。")
    paper.text(f"有效期{days}天，至{_day(letter.valid_until)}止。")
    paper.line(letter.organization.name, right=4)
    paper.line(f"{_day(letter.issued_on)}（盖章）", right=4)
    paper.chapter("回执")
    paper.line(f"{letter.organization.name}：")
    paper.text(f"{member.name}同志的组织关系（介绍信编号：{letter.number}）已于{BLANK}年{BLANK}月{BLANK}日转到我处。")
    paper.text("接收单位（盖章）：")
    paper.text("经办人：　　　　　　联系电话：")
    return paper.data()


def receipt_word(arrival: Arrival) -> bytes:
    """The receipt that goes back to the committee that wrote the letter."""
    paper = Paper()
    paper.title("党员组织关系介绍信回执")
    paper.line(f"{arrival.letter_from}：")
    paper.text(
        f"{arrival.member.name}同志的组织关系（介绍信编号：{arrival.letter_number}，{_day(arrival.letter_on)}开具）"
        f"已于{_day(arrival.arrived_on)}转到我处，编入{arrival.organization.name}。"
    )
    paper.text("接收单位（盖章）：")
    paper.line(_day(arrival.arrived_on), right=4)
    return paper.data()


def kind_of(member: Member) -> str:
    """A full member or one on probation, in words."""
    return "预备党员" if member.is_probationary else "正式党员"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
