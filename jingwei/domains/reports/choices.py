"""The closed lists of this room."""

from django.db import models


class Kind(models.TextChoices):
    """What sort of report a template makes; it decides which periods are offered."""

    BULLETIN = "bulletin", "工作月报"
    HALF_YEAR = "half_year", "半年工作总结"
    EXPERIENCE = "experience", "经验材料"


class Level(models.IntegerChoices):
    """What a line of a report is."""

    TEXT = 0, "正文"
    CHAPTER = 1, "一、"
    SECTION = 2, "（一）"
    POINT = 3, "1."


class Form(models.TextChoices):
    """How a number is told."""

    EXACT = "exact", "如实"
    ABOUT = "about", "约数"
    DIGITS = "digits", "数字"
    CHANGE = "change", "比上期"
    CHANGE_YEAR = "change_year", "比去年同期"
    LIST = "list", "名单"
    SPREAD = "spread", "构成"
