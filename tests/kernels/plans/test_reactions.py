"""What tasks do when their organization merges or is revoked."""

from datetime import date

import pytest

from jingwei.foundation.errors import Refused
from jingwei.kernels.plans.models import Task
from jingwei.organizations.actions import reorganising

ON = {"on": date(2026, 5, 20), "basis": "镇党发〔2026〕8号"}


def test_a_merger_takes_the_open_tasks_along(cast, acting, task):
    with acting(cast.office_town):
        reorganising.merge(cast.office_town, cast.tree.community, into=cast.tree.other_community, **ON)
    assert Task._base_manager.get(pk=task.pk).organization == cast.tree.other_community


def test_a_task_that_both_have_stays_once(cast, acting, task, duty, order, clearance):
    from jingwei.kernels.plans.actions import dispatching

    with acting(cast.office_town):
        dispatching.dispatch(
            cast.office_town, duty, organizations=[cast.tree.other_community], order=order(), clearance=clearance
        )
        reorganising.merge(cast.office_town, cast.tree.community, into=cast.tree.other_community, **ON)
    assert Task._base_manager.get(pk=task.pk).withdrawn_on == date(2026, 5, 20)


def test_an_organization_with_open_tasks_is_not_revoked(cast, acting, plan, order, task):
    with acting(cast.office_town):
        for child in (cast.tree.branch, cast.tree.other_branch):
            reorganising.revoke(cast.office_town, child, **ON)
        with pytest.raises(Refused, match="1 件没有办完的任务"):
            reorganising.revoke(cast.office_town, cast.tree.community, **ON)
