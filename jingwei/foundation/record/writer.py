"""Adds an act to the record, inside the transaction of the action itself."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import now
from jingwei.foundation.journal import Change

if TYPE_CHECKING:
    from .models import Act


def write_act(actor: Actor, name: str, subject: Any, *, result: Any, place: str, changes: Sequence[Change]) -> "Act":
    """Record what `actor` did to `subject` at the path `place`; `changes` are the rows written. An action that
    answers with a row, such as one that makes it, is told as being about that row."""
    from .models import Act, Unsealed  # they need the actions, for their titles

    told = result if isinstance(result, models.Model) else subject
    act = Act(
        at=now(),
        user=actor.user,
        user_name=str(actor.user or ""),
        post_id=actor.post_id,
        post_title=actor.title,
        path=place,
        action=name,
        subject_label=told._meta.label if isinstance(told, models.Model) else type(told).__name__,
        subject_pk=str(getattr(told, "pk", "")),
        subject_title=str(told)[:200],
        changes=as_json(changes),
    )
    models.Model.save(act, force_insert=True)
    rows = [(row._meta.label, row.pk) for row in (told, subject) if isinstance(row, models.Model)]
    leave_traces(act, [*rows, *((change.label, change.pk) for change in changes)])
    models.Model.save(Unsealed(act_id=act.pk), force_insert=True)
    _seal_after_commit()
    return act


def leave_traces(act: "Act", rows: Sequence[tuple[str, Any]]) -> None:
    """Let each row, given as (label, primary key), find the act in its history."""
    from .models import Trace

    distinct = dict.fromkeys((label, str(pk)) for label, pk in rows if pk is not None)
    Trace._base_manager.bulk_create([Trace(act=act, label=label, row=row) for label, row in distinct])


def _seal_after_commit() -> None:
    """Once for all acts of a transaction. A savepoint that is rolled back takes its hook along; the next act asks."""
    waiting = transaction.get_connection().run_on_commit
    if not any(hook is _seal_when_due for _, hook, _ in waiting):
        transaction.on_commit(_seal_when_due, robust=True)


def _seal_when_due() -> None:
    from .sealing import seal_when_due

    seal_when_due()


def as_json(changes: Sequence[Change]) -> str:
    """Canonical JSON of changes: the same text on both databases, so that it can be hashed."""
    rows = [{"label": c.label, "pk": c.pk, "before": c.before, "after": c.after} for c in changes]
    return json.dumps(rows, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
