"""Too many looks by one person: at first an alarm, then a stop, until the security administrator has answered."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import F
from django.utils import timezone
from django.utils.module_loading import import_string

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import now, today
from jingwei.foundation.errors import Refused

from .choices import AlarmKind
from .models import Alarm, Look

NUMBERS = {
    AlarmKind.HOUR: "privacy.looks_an_hour",
    AlarmKind.DAY: "privacy.looks_a_day",
    AlarmKind.LIMIT: "privacy.looks_a_day_limit",
}


def allowed(kind: str, path: str) -> int:
    """How many looks there may be of a kind without an alarm, at a place."""
    return int(import_string(settings.NUMBER_READER)(NUMBERS[AlarmKind(kind)], path, on=today()).value)


def must_not_be_stopped(user: Any) -> None:
    """Raises Refused while an alarm at the limit waits for its answer. Looks of one person stand in line, so that
    two at a time are counted as two."""
    get_user_model()._base_manager.select_for_update().get(pk=user.pk)
    if Alarm._base_manager.filter(user=user, kind=AlarmKind.LIMIT, answered_at=None).exists():
        raise Refused(
            "您今天查看个人信息的次数已到上限，查看已暂停。",
            basis="personal-information-law-2021, 第五十一条",
            next_step="请向安全管理员说明情况，登记处理后即可继续。",
        )


def raise_alarms(actor: Actor) -> None:
    """After a look: an alarm of each kind whose number is passed, once in its hour or day. Runs inside an action."""
    moment = now()
    midnight = timezone.localtime(moment).replace(hour=0, minute=0, second=0, microsecond=0)
    hour = timezone.localtime(moment).replace(minute=0, second=0, microsecond=0)
    _alarm(actor, AlarmKind.HOUR, hour, looks_since(actor.user, moment - timedelta(hours=1)), spare=0)
    _alarm(actor, AlarmKind.DAY, midnight, looks_since(actor.user, midnight), spare=0)
    start = max(midnight, _last_answer(actor.user) or midnight)
    _alarm(actor, AlarmKind.LIMIT, start, looks_since(actor.user, start), spare=1)


def _alarm(actor: Actor, kind: AlarmKind, since: datetime, looks: int, *, spare: int) -> None:
    """An alarm when there are more looks than allowed; with `spare` already when all are used up."""
    most = allowed(kind, actor.path)
    if looks + spare <= most or Alarm._base_manager.filter(user=actor.user, kind=kind, since=since).exists():
        return
    Alarm(
        user=actor.user,
        user_name=str(actor.user),
        post_title=actor.title,
        path=actor.path,
        kind=kind,
        since=since,
        raised_at=now(),
        looks=looks,
        allowed=most,
    ).save(force_insert=True)


def looks_since(user: Any, moment: datetime) -> int:
    """How often a person has looked at others' data after a moment."""
    return Look._base_manager.filter(user=user, at__gt=moment).exclude(owner=F("user")).count()


def _last_answer(user: Any) -> datetime | None:
    answered = Alarm._base_manager.filter(user=user, kind=AlarmKind.LIMIT, answered_at__isnull=False)
    return answered.order_by("-answered_at").values_list("answered_at", flat=True).first()
