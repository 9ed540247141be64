"""What every order and every question is held against before it goes down the tree."""

from collections.abc import Sequence

from jingwei.foundation.errors import Refused
from jingwei.organizations.models import Organization
from jingwei.regulations.library import clause

from ..models import Clearance
from ..rules.asking import forbidden_in
from ..rules.passing import TIMES, Target
from ..selectors.clearances import bears, grassroots_of

DIRECT = clause("burden.department_not_direct")
CLEARED = clause("burden.community_admission")


def must_be_allowed(*texts: str) -> None:
    """Raises Refused, with the clause, when a text demands what the law of the field forbids."""
    for found in forbidden_in(*texts):
        law = clause(found.clause)
        raise Refused(
            f"“{found.word}”属于不得向基层提出的要求：{law.text}",
            basis=law.basis,
            next_step="请删去这项要求。需要了解情况时，可以直接看系统里已有的记录。",
        )


def must_be_cleared(
    issuer: Organization, organizations: Sequence[Organization], clearance: Clearance | None, target: Target
) -> None:
    """Raises Refused when communities are addressed from outside without the district's clearance, or beyond what it
    lets be asked: for whom, until when, how often."""
    places = grassroots_of([issuer.path, *(o.path for o in organizations)])
    reached = [o for o in organizations if o.path in places and issuer.path not in places]
    if not reached:
        return
    if issuer.is_department:
        raise Refused(
            "部门不能直接向社区（村）下达任务。",
            basis=DIRECT.basis,
            next_step="请提出准入申请；区里同意后，由镇（街道）统一安排。",
        )
    if clearance is None or clearance.state != "granted":
        raise Refused(
            "下达到社区（村）的事项，要先经区里准入。",
            basis=CLEARED.basis,
            next_step="请在“准入”里提出申请，同意后再下达。",
        )
    outside = [o for o in reached if not bears(places[o.path], clearance)]
    _must_cover(clearance, [o.short_name for o in outside], target)


def _must_cover(clearance: Clearance, outside: Sequence[str], target: Target) -> None:
    if outside:
        raise Refused(
            f"准入范围不包括：{'、'.join(outside[:5])}。",
            basis=CLEARED.basis,
            next_step="请去掉这些单位，或另行申请准入。",
        )
    if target.due_on > clearance.until:
        raise Refused(
            f"准入到 {clearance.until:%Y年%m月%d日} 为止，任务期限不能更晚。",
            basis=CLEARED.basis,
            next_step="请提前完成期限，或申请延长准入。",
        )
    if TIMES[target.period] > TIMES[clearance.period]:
        raise Refused(
            f"准入的频次是“{clearance.get_period_display()}”，任务不能更频繁。",
            basis=CLEARED.basis,
            next_step="请减少频次，或另行申请准入。",
        )
