"""The closed lists of this room. The words are those of the field; the lists are ours."""

from django.db import models


class Reason(models.TextChoices):
    """Why somebody is away (关于进一步加强和改进流动党员管理工作的意见)."""

    WORK = "work", "务工经商"
    UNIT = "unit", "工作单位变化"
    HOME = "home", "居住地变化"
    STUDY = "study", "外出学习"
    GRADUATE = "graduate", "毕业后还没有落实去向"
    ABROAD = "abroad", "出国（境）学习研究"
    OTHER = "other", "其他"


class Ending(models.TextChoices):
    """How being away ended."""

    RETURNED = "returned", "已返回"
    TRANSFERRED = "transferred", "已转组织关系"


class FeedbackKind(models.TextChoices):
    """What is written about somebody who is away: the first three by the receiving branch for the home branch."""

    LIFE = "life", "参加组织生活"
    DUES = "dues", "交纳党费"
    CONDUCT = "conduct", "现实表现"
    CONTACT = "contact", "联系"


class Way(models.TextChoices):
    """How somebody is looked for."""

    PHONE = "phone", "打电话、发信息"
    RELATIVES = "relatives", "问亲属和朋友"
    UNIT = "unit", "问工作单位"
    VISIT = "visit", "上门走访"
    OTHER = "other", "其他方式"


class Stage(models.TextChoices):
    """How far the matter of a lost member has come; follows from its days."""

    SEARCHING = "searching", "查找中"
    SUSPENDED = "suspended", "已停止党籍"
    RESOLVED = "resolved", "支部已决议除名，待上级批准"
    FOUND = "found", "已取得联系"
    RESTORED = "restored", "已恢复党籍"
    REMOVED = "removed", "已除名"


class Decider(models.TextChoices):
    """Who decided to suspend a membership (党员教育管理工作条例第二十四条)."""

    BRANCH = "branch", "所在党支部"
    SUPERIOR = "superior", "上级党组织"
