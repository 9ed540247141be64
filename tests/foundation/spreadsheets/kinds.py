"""The kinds of the tables of cells, by the names that the YAML files use."""

from datetime import date

from jingwei.foundation.spreadsheets.cells import (
    Choice,
    Code,
    CodeTable,
    CreditCode,
    Day,
    IdNumber,
    Kind,
    Number,
    PersonName,
    Phone,
    Reference,
    Text,
    YesNo,
)

ON = date(2026, 3, 31)
GENDER = CodeTable("性别", {"0": "未知的性别", "1": "男性", "2": "女性", "9": "未说明的性别"})
ETHNIC = CodeTable(
    "民族", {"01": "汉族", "02": "蒙古族", "03": "回族", "08": "壮族", "11": "满族", "15": "土家族", "30": "土族"}
)
EDUCATION = CodeTable(
    "学历",
    {
        "10": "研究生教育",
        "14": "硕士研究生毕业",
        "20": "大学本科教育",
        "21": "大学本科毕业",
        "31": "大学专科毕业",
        "41": "中等专科毕业",
        "61": "普通高中毕业",
        "71": "初中毕业",
    },
)
KINDS: dict[str, Kind] = {
    "text": Text(max=10),
    "lines": Text(max=20, lines=True),
    "name": PersonName(),
    "reference": Reference(of="党支部", max=20),
    "gender": Code(GENDER),
    "ethnic": Code(ETHNIC),
    "education": Code(EDUCATION),
    "standing": Choice.of("党籍状态", [("normal", "正常"), ("floating", "流动（流出）"), ("lost", "失联查找中")]),
    "day": Day(),
    "month": Day(months=True),
    "term": Day(future=True, earliest=date(2000, 1, 1), latest=date(2050, 12, 31)),
    "number": Number(least=1, most=5000, unit="人"),
    "money": Number(most=1_000_000, decimals=2, unit="元"),
    "yesno": YesNo(),
    "id": IdNumber(),
    "credit": CreditCode(),
    "phone": Phone(),
    "telephone": Phone(landline=True),
}
