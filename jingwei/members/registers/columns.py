"""The columns of the register of members."""

from types import MappingProxyType

from jingwei.foundation.spreadsheets.cells import (
    Choice,
    Code,
    CodeTable,
    Day,
    IdNumber,
    Number,
    PersonName,
    Phone,
    Reference,
    Text,
)
from jingwei.foundation.spreadsheets.columns import Column, Table
from jingwei.foundation.spreadsheets.row_checks import day_not_before, empty_unless, id_agrees, required_when

from ..choices import GONE, DuesBase, Standing
from ..rules.codes import code_lists

SECRET = MappingProxyType({"id_number": "id_number", "phone": "phone", "address": "address", "hardship": "hidden"})


def _code(key: str, title: str, aliases: tuple[str, ...], example: str, explanation: str = "") -> Column:
    entry = code_lists()[key]
    table = CodeTable.of(title, entry.choices)
    return Column(key, title, Code(table), True, aliases, explanation or f"按 {entry.standard} 填写。", example)


NUMBER = Column("number", "编号", Number(1, 10**15), explanation="系统给每名党员的编号。新党员请留空。")
NAME = Column("name", "姓名", PersonName(), True, ("党员姓名", "名字", "党员名称"), "", "秦书明")
GENDER = _code("gender", "性别", (), "男性")
ETHNIC = _code("ethnic", "民族", ("族别",), "汉族")
BORN_ON = Column("born_on", "出生日期", Day(months=True), True, ("出生年月", "出生年月日", "生日"), "", "1968-03-15")
ID_NUMBER = Column(
    "id_number",
    "公民身份号码",
    IdNumber(),
    aliases=("身份证号", "身份证号码", "身份证", "身份号码", "公民身份证号码", "居民身份证号码"),
    explanation="带 * 号的是隐去的号码，原样留着就是不改动。",
)
EDUCATION = _code("education", "学历", ("文化程度", "学历层次"), "大学本科毕业")
OCCUPATION = _code("occupation", "职业", ("从业状况", "工作岗位", "个人身份"), "退（离）休人员")
WORKPLACE = Column("workplace", "工作单位及职务", Text(max=100), aliases=("工作单位", "单位及职务", "单位职务"))
PHONE = Column(
    "phone", "手机号码", Phone(landline=True), aliases=("手机", "手机号", "联系电话", "联系方式", "电话", "移动电话")
)
ADDRESS = Column("address", "住址", Text(max=100), aliases=("家庭住址", "家庭地址", "现居住地", "居住地址", "地址"))
BRANCH = Column(
    "organization",
    "所在支部",
    Reference(of="党支部"),
    True,
    ("所在党支部", "党支部", "支部", "支部名称", "所属支部", "所属党支部", "所在党支部名称", "所在党组织"),
)
GROUP = Column("group", "党小组", Reference(of="本支部的党小组"), aliases=("所在党小组", "所属党小组"))
JOINED_ON = Column(
    "joined_on",
    "入党日期",
    Day(months=True),
    True,
    ("入党时间", "入党年月", "加入党组织日期"),
    "支部大会通过的日期。",
    "1990-07-01",
)
APPROVED_ON = Column("approved_on", "上级批准日期", Day(), aliases=("批准日期", "上级党委批准日期", "党委批准日期"))
FULL_ON = Column(
    "full_on", "转正日期", Day(months=True), aliases=("转正时间", "转为正式党员日期"), example="1991-07-01"
)
DUES_BASE = Column(
    "dues_base",
    "党费基数类别",
    Choice.of("党费基数类别", [pair for pair in DuesBase.choices if pair[0]]),
    aliases=("党费类别", "缴费基数类别"),
)
STANDING = Column("standing", "党籍状态", Choice.of("党籍状态", Standing.choices), aliases=("党员状态", "状态"))
LEFT_ON = Column("left_on", "离开日期", Day(), aliases=("离开党组织日期", "减少日期"))
HARDSHIP = Column(
    "hardship", "困难情况", Text(max=200, lines=True), aliases=("困难类型", "生活困难情况", "困难情况说明")
)

TABLE = Table(
    "members",
    "党员",
    (
        NUMBER,
        NAME,
        GENDER,
        ETHNIC,
        BORN_ON,
        ID_NUMBER,
        EDUCATION,
        OCCUPATION,
        WORKPLACE,
        PHONE,
        ADDRESS,
        BRANCH,
        GROUP,
        JOINED_ON,
        APPROVED_ON,
        FULL_ON,
        DUES_BASE,
        STANDING,
        LEFT_ON,
        HARDSHIP,
    ),
    notes=(
        "留空的格子不改动已经登记的内容；要清空一项，请在党员页面办理。",
        "已经登记的党员换支部，请办理组织关系转接；党籍状态在相应的手续里办理。",
        "身份号码、手机号码、住址、困难情况加密保存，导出时隐去。",
    ),
    row_checks=(
        id_agrees(ID_NUMBER, BORN_ON, GENDER),
        day_not_before(JOINED_ON, BORN_ON),
        day_not_before(FULL_ON, JOINED_ON),
        day_not_before(APPROVED_ON, JOINED_ON),
        required_when(LEFT_ON, STANDING, GONE),
        empty_unless(LEFT_ON, STANDING, GONE),
    ),
)
