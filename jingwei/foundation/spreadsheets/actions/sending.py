"""What a person does with an import: sends a file, confirms it, drops it, asks to have it undone."""

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import now
from jingwei.foundation.errors import Refused

from .. import originals
from ..choices import Stage
from ..models import Intake, Original
from ..registers import registers
from ..selectors.intakes import intakes, may_be_undone, register_of, undo_until, waiting

PERMISSION = "spreadsheet.apply"
LARGEST = 32 * 1024 * 1024


def blank(actor: Actor, key: str) -> Intake:
    """An intake of the actor's, not yet saved: what a file is sent to."""
    user = actor.user
    return Intake(path=actor.path, register=key, person=user, post_id=actor.post_id, post_title=actor.title)


@action(PERMISSION, title="上传名册")
def send(actor: Actor, intake: Intake, /, *, filename: str, content: bytes) -> Intake:
    """Keep a file, sealed, to be checked in the background. The same file sent again by the same person leads to the
    intake that it made. Raises Refused for what cannot be a table."""
    actor.must(registers()[intake.register].edit, intake.path)
    _must_be_a_table(filename, content)
    mark = originals.fingerprint(content)
    if earlier := _same(actor, intake.register, mark):
        return earlier
    intake.filename, intake.fingerprint, intake.sent_at = filename[-140:], mark, now()
    intake.save(force_insert=True)
    Original(intake=intake, filename=intake.filename, content=originals.as_text(content)).save(force_insert=True)
    return intake


def _same(actor: Actor, key: str, mark: str) -> Intake | None:
    """The intake of the same file that is still of use; that of the rows it mends, where it was taken over."""
    alike = intakes().filter(person=actor.user, register=key, fingerprint=mark, undone_at=None, refusal="")
    for one in alike:
        if one.continues is not None:
            return one.continues
        if one.dropped_at is None:
            return one
    return None


def _must_be_a_table(filename: str, content: bytes) -> None:
    if originals.ending(filename) not in originals.ENDINGS:
        raise Refused(
            "只能上传 Excel 表格（.xlsx、.xls）或者 .csv 文件。", next_step="请把文件另存为“Excel 工作簿”再上传。"
        )
    if not content:
        raise Refused("这个文件是空的。", next_step="请确认选对了文件。")
    if len(content) > LARGEST:
        raise Refused(
            f"文件超过了 {LARGEST // 1024 // 1024} MB。", next_step="请删去图片和用不着的工作表，或者分成几个文件。"
        )


@action(PERMISSION, title="确认导入")
def confirm(actor: Actor, intake: Intake, /, *, with_accounts: bool = False) -> Intake:
    """Have the rows that are new or changed written. Raises Refused for one that is not to be confirmed."""
    intake = _locked(intake)
    actor.must(register_of(intake).edit, intake.path)
    if intake.stage != Stage.CHECKED:
        raise Refused("这次导入现在不能确认。", next_step="请返回查看它的进展。")
    rows = waiting(intake).count()
    if not rows:
        raise Refused("没有可以导入的行。", next_step="请先改正有误的行，再上传。")
    intake.confirmed_at, intake.total, intake.done = now(), rows, 0
    intake.with_accounts = with_accounts and register_of(intake).accounts
    intake.post_id, intake.post_title, intake.person = actor.post_id, actor.title, actor.user
    intake.save()
    return intake


@action(PERMISSION, title="放弃导入")
def drop(actor: Actor, intake: Intake, /) -> Intake:
    """Nothing of it is written. Raises Refused once it was confirmed."""
    intake = _locked(intake)
    if intake.stage not in (Stage.CHECKED, Stage.REFUSED, Stage.READING):
        raise Refused("这次导入已经确认，不能放弃。", next_step="导入完以后可以整个撤销。")
    if written_before(intake):
        raise Refused("这次导入的一部分已经写入，不能放弃。", next_step="请确认这一次，或者导入完以后整个撤销。")
    intake.dropped_at = now()
    intake.save()
    return intake


def written_before(intake: Intake) -> bool:
    """Whether some rows were written already, before mended ones came."""
    return bool(intake.rows.filter(applied_at__isnull=False).exists())


@action(PERMISSION, title="要求撤销导入")
def seek_undoing(actor: Actor, intake: Intake, /) -> Intake:
    """Have the whole intake undone. Raises Refused when the time for it is over."""
    intake = _locked(intake)
    actor.must(register_of(intake).edit, intake.path)
    if not may_be_undone(intake):
        until = undo_until(intake)
        words = f"能撤销到 {until:%Y-%m-%d} 为止。" if until else ""
        raise Refused(f"这次导入不能撤销。{words}", basis="house-practice", next_step="请在名册里逐个修改。")
    intake.sought_at = now()
    intake.total, intake.done = intake.created + intake.updated, 0
    intake.save()
    return intake


def _locked(intake: Intake) -> Intake:
    """The intake as it is now; others wait until the transaction ends."""
    found: Intake = Intake._base_manager.select_for_update().get(pk=intake.pk)
    return found
