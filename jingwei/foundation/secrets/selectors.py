"""Reads of this room: who looked, and the alarms."""

from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet

from jingwei.foundation.scope.models import ScopedModel
from jingwei.foundation.scope.reach import everywhere
from jingwei.foundation.scope.vocabulary import Own

from .choices import AlarmKind
from .looks import key_of, secret_columns
from .models import Alarm, Look

MANY = 200


def looks() -> "QuerySet[Look]":
    """All looks in reach, newest first."""
    return Look.objects.order_by("-id")


def looks_at(row: models.Model) -> "QuerySet[Look]":
    """The looks in reach at one row, newest first."""
    return looks().filter(label=row._meta.label, row=str(row.pk))


def looks_about(user: Any, *, limit: int = MANY) -> list[Look]:
    """Who looked at data about this person, newest first, also before there was a login. For the person only: pass
    the user who asks. Each has `at`, `who`, `field_title`, `why`."""
    with everywhere(reason="a person sees who looked, also from before there was a login"):
        keys = [key_of(row) for model in persons() for row in model._base_manager.filter(_own(model, user))]
        found = Look.objects.filter(Q(owner=user) | Q(person__in=keys)).order_by("-id")
        return list(found[:limit])


def persons() -> list[type[ScopedModel]]:
    """The models whose rows are persons: they hold secrets, and their scope names the person's login in the row."""
    ours = (model for model in apps.get_models() if issubclass(model, ScopedModel) and secret_columns(model))
    return [model for model in ours if own_lookup(model) and "__" not in own_lookup(model)]


def own_lookup(model: Any) -> str:
    """The lookup by which the scope `Own` finds the person's login ("member__user_id"); "" for a model without."""
    scopes = model.scopes() if issubclass(model, ScopedModel) else ()
    return next((str(scope.lookup) for scope in scopes if isinstance(scope, Own)), "")


def _own(model: type[ScopedModel], user: Any) -> Q:
    return Q(**{own_lookup(model): user.pk})


def alarms(*, open_only: bool = False) -> "QuerySet[Alarm]":
    """The alarms in reach, newest first."""
    found: QuerySet[Alarm] = Alarm.objects.select_related("answered_by").order_by("-id")
    return found.filter(answered_at=None) if open_only else found


def open_alarms() -> int:
    """How many alarms in reach wait for an answer."""
    return alarms(open_only=True).count()


def looks_behind(alarm: Alarm) -> list[Look]:
    """The looks in reach that an alarm counts: of its person, in the hour or day before it; newest first."""
    start = alarm.raised_at - timedelta(hours=1) if alarm.kind == AlarmKind.HOUR else alarm.since
    found = looks().filter(user=alarm.user, at__gte=start, at__lte=alarm.raised_at)
    return list(found[:MANY])
