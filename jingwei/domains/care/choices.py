"""The closed lists of this room."""

from django.db import models

from jingwei.members.choices import Standing

# Standings in which a medal is given; none is given while a punishment runs.
GOOD = (Standing.NORMAL, Standing.FLOATING, Standing.ABROAD)
# Time in these standings does not count as time in the Party.
INTERRUPTING = (Standing.SUSPENDED,)


class VisitKind(models.TextChoices):
    """What somebody came for."""

    VISIT = "visit", "走访慰问"
    TALK = "talk", "谈心谈话"


class Occasion(models.TextChoices):
    """Why this member was visited."""

    HARDSHIP = "hardship", "生活困难"
    OLD = "old", "老党员"
    AWARDED = "awarded", "功勋荣誉"
    FAMILY = "family", "烈士和因公牺牲党员家庭"
    USUAL = "usual", "日常"
