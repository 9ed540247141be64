"""The closed lists of this room."""

from django.db import models


class Outcome(models.TextChoices):
    """What a row of a sheet would do, or did."""

    NEW = "n", "新增"
    CHANGED = "c", "修改"
    SAME = "s", "未变"
    WRONG = "w", "有误"


class Stage(models.TextChoices):
    """How far an intake has come. Derived from its days, never stored."""

    READING = "reading", "正在检查"
    REFUSED = "refused", "不能读取"
    CHECKED = "checked", "待确认"
    APPLYING = "applying", "正在导入"
    DONE = "done", "已导入"
    UNDOING = "undoing", "正在撤销"
    UNDONE = "undone", "已撤销导入"
    DROPPED = "dropped", "已放弃"


# The program is at work, and the page shows how far it is.
AT_WORK = frozenset({Stage.READING, Stage.APPLYING, Stage.UNDOING})
WRITES = frozenset({Outcome.NEW, Outcome.CHANGED})
