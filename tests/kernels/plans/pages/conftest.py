"""One of everything, so that every page has something to show."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from jingwei.kernels.plans.actions import progress, reading, supervising
from jingwei.kernels.plans.models import Duty

from ..conftest import TEXT, TODAY


@dataclass(frozen=True)
class World:
    """`draft` and `plan` of the town with a part of each kind, `asked` and `clearance`, the branch's `task` with a
    `report` and a `notice`, the `open` task of the community."""

    draft: Any
    plan: Any
    asked: Any
    clearance: Any
    task: Any
    open: Any
    report: Any
    notice: Any
    chapter: Any
    item: Any
    duty: Any
    measure: Any
    approved: Any
    community: Any
    branch: Any
    town: Any

    def pk(self, name):
        return getattr(self, name).pk


@pytest.fixture
def world(cast, acting, plan, duty, asking, granting, giving):
    """The world as the town's office and the secretary have made it."""
    clearance = granting(asking())
    asked = asking("handler", title="摸底", fields=("助餐人数",))
    (task,) = giving(cast.tree.branch, clearance=clearance, due_on=date(2026, 5, 25), period="once", amount=5)
    (other,) = giving(cast.tree.community, clearance=clearance)
    with acting(cast.secretary):
        report = progress.report(cast.secretary, task, happened_on=TODAY, note="开了会", amount=1)
    with acting(cast.office_town):
        notice = supervising.issue(cast.office_town, task.fresh(), reason="请说明", reply_due_on=date(2026, 5, 27))
        draft = reading.read_in(cast.office_town, cast.tree.town, text=TEXT)
        found = Duty.objects.filter(item__chapter__plan=draft, measures__isnull=False)
        part = found.select_related("item__chapter").order_by("pk").first()
        measure = part.measures.first()
    return World(
        draft, plan, asked, clearance, task.fresh(), other, report, notice, part.item.chapter, part.item, part,
        measure, duty, cast.tree.community, cast.tree.branch, cast.tree.town,
    )  # fmt: skip
