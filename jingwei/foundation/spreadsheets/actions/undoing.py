"""Takes a whole intake back, or nothing of it."""

from django.db import transaction

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.background.leases import hold_lease
from jingwei.foundation.clock import now
from jingwei.foundation.errors import Refused
from jingwei.foundation.journal import Change, current_journal, writing

from ..choices import Stage
from ..models import Intake
from ..selectors.intakes import register_of, written


@action("spreadsheet.apply", title="撤销导入")
def undo(actor: Actor, intake: Intake, /) -> Intake:
    """Take back all that it wrote, in one transaction. Raises Refused when a row was touched since."""
    hold_lease()
    intake = Intake._base_manager.select_for_update().get(pk=intake.pk)
    if intake.stage != Stage.UNDOING:
        return intake
    register, rows = register_of(intake), list(written(intake))
    actor.must(register.edit, intake.path)
    if reasons := register.in_the_way(rows):
        raise Refused(f"有 {len(reasons)} 行在导入以后又改过，不能整个撤销。", next_step="请查看是哪些行，逐个处理。")
    register.undo(actor, rows)
    intake.undone_at, intake.done = now(), intake.total
    intake.save()
    current_journal().changes.append(Change(register.label, None, {"rows": len(rows)}, {}))
    return intake


def leave(intake: Intake) -> None:
    """It was not undone: a row stands in the way. Its page says which."""
    with transaction.atomic(), writing(reason="the undoing was asked for by an act; it was not done"):
        hold_lease()
        intake.sought_at = None
        intake.save(update_fields=["sought_at"])
