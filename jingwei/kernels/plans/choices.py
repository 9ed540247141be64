"""The closed lists of this room."""

from django.db import models


class PlanState(models.TextChoices):
    """The road of a plan."""

    DRAFT = "draft", "核对中"
    APPROVED = "approved", "已审定"
    RETIRED = "retired", "已被修订替代"


class Comparator(models.TextChoices):
    """How a quantity is meant."""

    AT_LEAST = "at_least", "不少于"
    AT_MOST = "at_most", "不超过"
    EQUAL = "equal", "为"
    RANGE = "range", "在…之间"


class Period(models.TextChoices):
    """How often."""

    YEAR = "year", "每年"
    HALF_YEAR = "half_year", "每半年"
    QUARTER = "quarter", "每季度"
    MONTH = "month", "每月"
    HALF_MONTH = "half_month", "每半月"
    WEEK = "week", "每周"
    DAY = "day", "每天"
    ONCE = "once", "一次性"


class Spread(models.TextChoices):
    """How a quantity is shared out among several organizations."""

    EACH = "each", "每个单位各自完成"
    SHARED = "shared", "各单位合计完成"


class TaskState(models.TextChoices):
    """Where a task stands. Derived from what was reported and from the day; never stored."""

    DONE = "done", "已完成"
    LATE = "late", "已逾期"
    UNDER_WAY = "under_way", "进行中"
    NOT_STARTED = "not_started", "未开始"
    WITHDRAWN = "withdrawn", "已撤回"


class Light(models.TextChoices):
    """The light of a task by its dates."""

    NONE = "none", "正常"
    YELLOW = "yellow", "黄灯"
    RED = "red", "红灯"


class Audience(models.TextChoices):
    """Whom a clearance covers in its area."""

    COMMUNITIES = "community", "社区（居民区）"
    VILLAGES = "village", "村"
    ALL = "all", "社区和村"


class ClearanceState(models.TextChoices):
    """The road of a clearance."""

    ASKED = "asked", "待审核"
    GRANTED = "granted", "同意准入"
    REFUSED = "refused", "不予准入"
    WITHDRAWN = "withdrawn", "已撤回"
