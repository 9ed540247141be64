"""How the rows of the storeys below are listed behind a figure."""

from typing import Any

from jingwei.kernels.figures.listing import Column, Listed, listed
from jingwei.kernels.figures.opening import choice, day, opens, text
from jingwei.members.rules.codes import name_of

PLACED = ("organization",)


def _counted(row: Any) -> str:
    """How much the row adds, where it does not simply count as one."""
    number = getattr(row, "counted", None)
    return "" if number is None else f"{number:,}"


def _of(code: str) -> Column:
    return Column({"gender": "性别", "education": "学历"}[code], lambda row: name_of(code, getattr(row, code)))


listed(
    Listed(
        "organizations.Organization",
        "organization.see",
        (
            text("名称", "name"),
            choice("层级", "level"),
            choice("党组织类别", "party_type"),
            day("成立日期", "established_on"),
            Column("计入数量", _counted),
        ),
        opens("organizations:organization"),
        ("path",),
    )
)
listed(
    Listed(
        "organizations.Term",
        "organization.see",
        (
            text("党组织", "organization"),
            text("届次", "number"),
            day("选举日期", "since"),
            text("任期（年）", "years"),
            day("结束日期", "ended_on"),
        ),
        opens("organizations:organization", "organization_id"),
        ("organization__path", "-since", "pk"),
        PLACED,
    )
)
listed(
    Listed(
        "organizations.Post",
        "post.see",
        (
            text("组织", "organization"),
            choice("职务", "duty"),
            text("姓名", "user"),
            day("任职日期", "since"),
            day("离任日期", "until"),
        ),
        opens("organizations:organization", "organization_id"),
        ("organization__path", "pk"),
        ("organization", "user"),
    )
)
listed(
    Listed(
        "organizations.Change",
        "organization.see",
        (
            text("组织", "organization"),
            choice("事项", "kind"),
            day("日期", "on"),
            text("批复文件", "basis"),
            text("说明", "note"),
        ),
        opens("organizations:organization", "organization_id"),
        ("-on", "pk"),
        PLACED,
    )
)
listed(
    Listed(
        "organizations.Unit",
        "unit.see",
        (
            text("名称", "name"),
            choice("类别", "kind"),
            text("所在区域", "organization"),
            text("党组织", "party_organization"),
            text("已知党员数", "party_members"),
        ),
        opens("organizations:organization", "organization_id"),
        ("organization__path", "name", "pk"),
        ("organization", "party_organization"),
    )
)
listed(
    Listed(
        "organizations.Area",
        "area.see",
        (text("名称", "name"), choice("类别", "kind"), text("所属组织", "organization"), text("户数", "households")),
        opens("organizations:area"),
        ("organization__path", "kind", "name", "pk"),
        PLACED,
    )
)
listed(
    Listed(
        "members.Member",
        "member.see",
        (
            text("姓名", "name"),
            text("支部", "organization"),
            _of("gender"),
            _of("education"),
            day("入党日期", "joined_on"),
            choice("党籍状态", "standing"),
        ),
        opens("members:member"),
        ("path", "pk"),
        PLACED,
    )
)
listed(
    Listed(
        "members.Award",
        "member.see",
        (
            text("党员", "member"),
            text("支部", "member.organization"),
            text("荣誉名称", "title"),
            text("授予机关", "awarded_by"),
            day("授予日期", "awarded_on"),
        ),
        opens("members:member", "member_id"),
        ("-awarded_on", "pk"),
        ("member__organization",),
    )
)
listed(
    Listed(
        "plans.Plan",
        "plan.see",
        (
            text("标题", "title"),
            text("年度", "year"),
            text("制定单位", "organization"),
            day("审定日期", "approved_on"),
            Column("职责（条）", _counted),
        ),
        opens("plans:plan"),
        ("-year", "organization__path", "pk"),
        PLACED,
    )
)
listed(
    Listed(
        "plans.Task",
        "task.see",
        (
            text("任务", "title"),
            text("承办单位", "organization"),
            text("下达单位", "issuer"),
            day("完成期限", "due_on"),
            day("下次到期", "next_due_on"),
            day("完成日期", "completed_on"),
        ),
        opens("plans:task"),
        ("next_due_on", "organization__path", "pk"),
        ("organization", "issuer"),
    )
)
listed(
    Listed(
        "plans.Report",
        "task.see",
        (
            text("任务", "task"),
            text("承办单位", "task.organization"),
            text("进展", "note"),
            day("发生日期", "happened_on"),
            day("填写日期", "written_on"),
        ),
        opens("plans:task", "task_id"),
        ("-happened_on", "pk"),
        ("task__organization",),
    )
)
listed(
    Listed(
        "plans.Notice",
        "notice.see",
        (
            text("任务", "task"),
            text("收到单位", "task.organization"),
            text("发出单位", "issuer"),
            day("发出日期", "issued_on"),
            day("回复期限", "reply_due_on"),
            day("回复日期", "replied_on"),
        ),
        opens("plans:notice"),
        ("-issued_on", "pk"),
        ("task__organization", "issuer"),
    )
)
listed(
    Listed(
        "plans.Clearance",
        "clearance.see",
        (
            text("事项", "title"),
            text("申请单位", "organization"),
            text("涉及范围", "area"),
            choice("状态", "state"),
            text("每次约需（分钟）", "minutes"),
            day("截止日期", "until"),
        ),
        opens("plans:clearance"),
        ("-pk",),
        ("organization", "area"),
    )
)
