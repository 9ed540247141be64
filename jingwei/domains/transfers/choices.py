"""The closed lists of this room. The words are those of the field; the lists are ours."""

from django.db import models


class Kind(models.TextChoices):
    """Where a membership goes."""

    INSIDE = "inside", "转到本平台上的支部"
    OUT = "out", "转到平台以外"


class Reason(models.TextChoices):
    """Why it goes (党员教育管理工作条例第二十五条)."""

    WORK = "work", "工作单位变动"
    HOME = "home", "经常居住地变动"
    AWAY = "away", "外出时间较长，地点固定"
    STUDY = "study", "升学、毕业"
    OTHER = "other", "其他"


class StepKind(models.TextChoices):
    """The steps; which of them a transfer takes is a rule."""

    PROPOSE = "propose", "支部提出"
    RELEASE = "release", "转出党委审核"
    ACCEPT = "accept", "转入党委审核"
    APPROVE = "approve", "党委审核"
    RECEIVE = "receive", "转入支部接收"
    LETTER = "letter", "转出党委开具介绍信"
    RECEIPT = "receipt", "收到回执"


DECIDED_BY_COMMITTEE = frozenset({StepKind.RELEASE, StepKind.ACCEPT, StepKind.APPROVE})
DONE_BY_COMMITTEE = DECIDED_BY_COMMITTEE | {StepKind.LETTER, StepKind.RECEIPT}
DONE_BY_BRANCH = frozenset({StepKind.PROPOSE, StepKind.RECEIVE})


class Verdict(models.TextChoices):
    """How a step ended."""

    AGREED = "agreed", "同意"
    REFUSED = "refused", "退回"


class Outcome(models.TextChoices):
    """How a transfer ended."""

    DONE = "done", "已转接"
    REFUSED = "refused", "已退回"
    REVOKED = "revoked", "已撤回"
