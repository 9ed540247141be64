"""The words at the top of every page."""

from typing import Any

# (title, route, permission, *rooms under it as (title, route, permission)). At most seven for any role: the last three
# are for the administrators, who see few others.
MENU: list[Any] = [
    ("首页", "desk:home", "home.see"),
    ("要点", "plans:plans", "plan.see"),
    (
        "任务",
        "plans:tasks",
        "task.see",
        ("任务单", "plans:tasks", "task.see"),
        ("进度", "plans:progress", "task.see"),
        ("督办", "plans:notices", "notice.see"),
        ("责任清单", "plans:responsibilities", "task.see"),
        ("准入申请", "plans:clearances", "clearance.see"),
        ("负担账本", "plans:burden", "burden.see"),
        ("自查", "plans:self_check", "burden.see"),
    ),
    (
        "党员",
        "members:members",
        "member.see",
        ("名册", "members:members", "member.see"),
        ("转接", "transfers:transfers", "transfer.see"),
        ("流动党员", "floating:floating", "floating.see"),
        ("失联", "floating:lost", "floating.see"),
        ("关怀", "care:care", "care.see"),
        ("对照录入", "rekeying:progress", "rekeying.see"),
        ("表格", "spreadsheets:spreadsheets", "spreadsheet.see"),
        ("信息申请", "privacy:requests", "privacy.decide"),
    ),
    (
        "组织",
        "organizations:tree",
        "organization.see",
        ("组织树", "organizations:tree", "organization.see"),
        ("体检", "health:health", "health.see"),
        ("整改", "health:matters", "health.see"),
        ("单位与覆盖", "coverage:coverage", "coverage.see"),
        ("片区", "organizations:areas", "area.see"),
        ("网格", "grids:grids", "area.see"),
        ("交接", "handover:packs", "handover.see"),
    ),
    (
        "数据",
        "dashboards:board",
        "figure.see",
        ("看板", "dashboards:board", "figure.see"),
        ("指标目录", "dashboards:catalogue", "figure.see"),
        ("大屏", "dashboards:screens", "figure.screen"),
        ("总结", "reports:reports", "report.see"),
    ),
    ("法规", "regulations:areas", "regulation.see"),
    ("记录", "record:acts", "record.see"),
    ("账号", "accounts:accounts", "account.secure"),
    ("日历", "calendar:year", "calendar.fill"),
    ("查看记录", "privacy:looks", "look.see"),
    ("预警", "privacy:alarms", "alarm.see"),
    ("后台", "background:jobs", "platform.operate"),
]
# What stands under one's own name: (title, route, permission or none).
ACCOUNT_MENU: list[Any] = [
    ("我的信息", "members:mine", "mine.see"),
    ("我的转接", "transfers:mine", "mine.ask"),
    ("登录设备", "account_devices", None),
    ("改密码", "account_change_password", None),
    ("动态口令", "mfa_index", None),
]
