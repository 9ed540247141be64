"""The closed lists of this room."""

from django.db import models


class CoverageKind(models.TextChoices):
    """How a unit is covered."""

    SINGLE = "single", "单独建立"
    JOINT = "joint", "联合建立"
    ATTACHED = "attached", "挂靠"
    INSTRUCTOR = "instructor", "派党建指导员"


# Covered by an organization; a unit has one of these at a time.
BY_ORGANIZATION = (CoverageKind.SINGLE, CoverageKind.JOINT, CoverageKind.ATTACHED)


class Step(models.TextChoices):
    """How far a sighting has come. Derived from its days."""

    COLLECTED = "collected", "待分析"
    ANALYSED = "analysed", "待校核"
    CHECKED = "checked", "待登记"
    REGISTERED = "registered", "已登记"
    REJECTED = "rejected", "不登记"


class Dimension(models.TextChoices):
    """By what coverage is counted."""

    PLACE = "place", "区域"
    CHAIN = "chain", "产业链"
    BLOCK = "block", "商圈"
    BUILDING = "building", "楼宇"
    GRID = "grid", "网格"
    PARK = "park", "园区"
    MARKET = "market", "市场"
    SECTION = "section", "片区"
    KIND = "kind", "单位类别"
