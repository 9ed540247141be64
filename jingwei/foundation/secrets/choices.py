"""The closed lists of this room."""

from django.db import models


class Purpose(models.TextChoices):
    """What a person's plain data may be looked at for. Each look says in own words besides what it was for."""

    CONTACT = "contact", "联系本人"
    IDENTITY = "identity", "核对身份"
    TRANSFER = "transfer", "办理组织关系转接"
    CARE = "care", "走访慰问、关怀帮扶"
    REKEYING = "rekeying", "录入上级党员信息系统"
    CORRECTION = "correction", "按本人申请更正"
    MATERIAL = "material", "整理党员档案材料"
    INSPECTION = "inspection", "巡察、审计、纪检依法调阅"
    SELF = "self", "本人查阅"


class AlarmKind(models.TextChoices):
    """How somebody has looked too often. Only the last keeps from looking on."""

    HOUR = "hour", "一小时内查看过多"
    DAY = "day", "一天内查看过多"
    LIMIT = "limit", "一天内查看超过上限，已暂停查看"
