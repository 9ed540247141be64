"""How the members are made up, as shares."""

from jingwei.kernels.figures.declaring import Part, Ratio, declare

MEMBERS = (Part("members.members"),)


def _of(cut: str, *values: str) -> tuple[Part, ...]:
    return tuple(Part("members.members", cut, value) for value in values)


declare(Ratio("members.women_share", "女党员占比", "女党员除以党员。", top=_of("gender", "2"), bottom=MEMBERS))
declare(
    Ratio("members.minority_share", "少数民族党员占比", "汉族以外的党员除以党员。", _of("ethnic", "minority"), MEMBERS)
)
declare(
    Ratio(
        "members.young_share",
        "35岁及以下党员占比",
        "到今年12月31日不满36岁的党员除以党员。",
        top=_of("age", "30", "35"),
        bottom=MEMBERS,
    )
)
declare(
    Ratio(
        "members.old_share",
        "61岁及以上党员占比",
        "到今年12月31日满61岁的党员除以党员。",
        top=_of("age", "65", "70", "71+"),
        bottom=MEMBERS,
    )
)
declare(
    Ratio(
        "members.college_share",
        "大专及以上学历占比",
        "学历是大学专科、大学本科和研究生的党员除以党员，结业和肄业也在内。",
        top=_of("education", "1", "2", "3"),
        bottom=MEMBERS,
    )
)
declare(
    Ratio(
        "members.probationary_share", "预备党员占比", "还没有转正的党员除以党员。", _of("full", "probationary"), MEMBERS
    )
)
declare(
    Ratio(
        "members.identified_share",
        "身份核实率",
        "已经登记公民身份号码的党员除以党员。",
        top=(Part("members.identified"),),
        bottom=MEMBERS,
        better="high",
    )
)
declare(
    Ratio(
        "members.per_branch",
        "平均每个支部的党员",
        "党员除以登记组织关系的支部，得到平均每个支部有多少名党员。",
        top=MEMBERS,
        bottom=(Part("organizations.holding"),),
        unit="名",
    )
)
