"""Duties become tasks down the tree; communities only with the district's clearance."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.kernels.plans.actions import dispatching, fulfilling, progress
from jingwei.kernels.plans.actions.bounds import must_be_cleared
from jingwei.kernels.plans.models import Task
from jingwei.kernels.plans.selectors.responsibilities import of_organization
from jingwei.organizations.models import Responsibility


def test_a_task_for_communities_without_clearance_is_refused_with_the_clause(cast, acting, duty, order):
    with acting(cast.office_town), pytest.raises(Refused) as refusal:
        dispatching.dispatch(cast.office_town, duty, organizations=[cast.tree.community], order=order())
    assert "准入" in refusal.value.message and refusal.value.basis and refusal.value.next_step


def test_a_branch_in_a_community_needs_the_clearance_as_well(cast, acting, duty, order):
    with acting(cast.office_town), pytest.raises(Refused, match="准入"):
        dispatching.dispatch(cast.office_town, duty, organizations=[cast.tree.branch], order=order())


def test_with_clearance_each_community_gets_its_task(cast, acting, duty, order, clearance):
    both = [cast.tree.community, cast.tree.other_community]
    with acting(cast.office_town):
        given = dispatching.dispatch(cast.office_town, duty, organizations=both, order=order(), clearance=clearance)
    assert [task.organization for task in given] == both
    assert {task.next_due_on for task in given} == {date(2026, 6, 30)}


def test_clearance_for_villages_does_not_cover_a_community(cast, acting, duty, order, clearance):
    clearance.audience = "village"
    with acting(cast.office_town), pytest.raises(Refused, match="准入范围不包括"):
        dispatching.dispatch(
            cast.office_town, duty, organizations=[cast.tree.community], order=order(), clearance=clearance
        )


@pytest.mark.parametrize(("until", "allowed"), [(30, False), (31, True)])
def test_a_task_ends_no_later_than_its_clearance(cast, acting, duty, order, clearance, until, allowed):
    clearance.until = date(2026, 12, until)
    with acting(cast.office_town):
        if allowed:
            assert dispatching.dispatch(
                cast.office_town, duty, organizations=[cast.tree.community], order=order(), clearance=clearance
            )
            return
        with pytest.raises(Refused, match="任务期限不能更晚"):
            dispatching.dispatch(
                cast.office_town, duty, organizations=[cast.tree.community], order=order(), clearance=clearance
            )


@pytest.mark.parametrize(
    "demand", ["每天打卡", "按进度排名通报", "统计学习时长", "必须拍照上传", "上报行动轨迹", "通报安装率"]
)
def test_what_the_law_forbids_is_refused_with_its_clause(cast, acting, duty, order, clearance, demand):
    with acting(cast.office_town), pytest.raises(Refused) as refusal:
        dispatching.dispatch(
            cast.office_town,
            duty,
            organizations=[cast.tree.community],
            order=order(detail=f"各社区{demand}。"),
            clearance=clearance,
        )
    assert refusal.value.basis.split(",")[0] in ("government-app-measures-2026", "fingertip-formalism-opinion-2023")


def test_a_sentence_that_forbids_it_demands_nothing(cast, acting, duty, order, clearance):
    with acting(cast.office_town):
        assert dispatching.dispatch(
            cast.office_town,
            duty,
            organizations=[cast.tree.community],
            order=order(detail="不得要求打卡，不搞排名。"),
            clearance=clearance,
        )


def test_a_department_cannot_dispatch(cast, acting, duty, order, clearance):
    with acting(cast.handler), pytest.raises(PermissionDenied):
        dispatching.dispatch(
            cast.handler, duty, organizations=[cast.tree.community], order=order(), clearance=clearance
        )


def test_another_town_cannot_dispatch_here(cast, acting, duty, order, clearance):
    with acting(cast.office_other_town), pytest.raises(PermissionDenied):
        dispatching.dispatch(
            cast.office_other_town, duty, organizations=[cast.tree.community], order=order(), clearance=clearance
        )


def test_the_same_task_is_not_given_twice(cast, acting, duty, order, clearance, task):
    with acting(cast.office_town), pytest.raises(Refused, match="没有重复下达"):
        dispatching.dispatch(
            cast.office_town, duty, organizations=[cast.tree.community], order=order(), clearance=clearance
        )


def test_a_community_passes_its_task_on_without_asking_again(cast, acting, task, order):
    with acting(cast.office_town):
        (child,) = dispatching.pass_on(cast.office_town, task, organizations=[cast.tree.branch], order=order())
    assert (child.parent, child.clearance) == (task, task.clearance)


@pytest.mark.parametrize(
    ("weaker", "words"),
    [
        ({"due_on": date(2027, 1, 1)}, "完成期限不能晚于"),
        ({"period": "year"}, "频次不能低于"),
        ({"amount": None}, "不能取消"),
        ({"amount": Decimal("0.5")}, "少于上级要求"),
    ],
)
def test_a_task_passed_on_is_never_weaker(cast, acting, task, order, weaker, words):
    with acting(cast.office_town), pytest.raises(Refused, match=words):
        dispatching.pass_on(cast.office_town, task, organizations=[cast.tree.branch], order=order(**weaker))


@pytest.mark.parametrize("stronger", [{"due_on": date(2026, 12, 30)}, {"period": "month"}, {"amount": Decimal(2)}])
def test_a_task_passed_on_may_be_stronger(cast, acting, task, order, stronger):
    with acting(cast.office_town):
        assert dispatching.pass_on(cast.office_town, task, organizations=[cast.tree.branch], order=order(**stronger))


def test_a_shared_amount_must_add_up(cast, acting, task, order):
    two = [cast.tree.branch, cast.tree.other_branch]
    half = order(amount=Decimal("0.5"), spread="shared")
    with acting(cast.office_town):
        assert dispatching.pass_on(cast.office_town, task, organizations=two, order=half)


def test_withdrawing_takes_back_what_was_passed_on(cast, acting, task, order):
    with acting(cast.office_town):
        dispatching.pass_on(cast.office_town, task, organizations=[cast.tree.branch], order=order())
        dispatching.withdraw(cast.office_town, task)
    assert [t.withdrawn_on for t in Task._base_manager.all()] == [date(2026, 5, 20)] * 2


def test_a_task_is_not_more_frequent_than_its_clearance(cast, giving, clearance):
    giving(cast.tree.community, clearance=clearance, period="month")
    with pytest.raises(Refused, match="准入的频次是“每月”"):
        giving(cast.tree.community, clearance=clearance, period="week", title="每周一次")


def test_a_clearance_that_is_not_granted_lets_nothing_be_asked(cast, giving, asking):
    with pytest.raises(Refused, match="先经区里准入"):
        giving(cast.tree.community, clearance=asking())


def test_towns_need_no_clearance(cast, giving):
    assert giving(cast.tree.town)[0].clearance is None


def test_who_gave_the_task_and_when_is_kept(cast, task):
    assert (task.given_on, task.given_by) == (date(2026, 5, 20), "云桥镇 工作人员 郑经办")


def test_a_task_is_only_given_to_those_below(cast, acting, duty, order):
    with acting(cast.office_district), pytest.raises(Refused, match="不是云桥镇的下级"):
        dispatching.dispatch(cast.office_district, duty, organizations=[cast.tree.other_town], order=order())


def test_a_community_passes_on_through_its_own_secretary(cast, acting, task, order):
    with acting(cast.superior):
        (child,) = dispatching.pass_on(cast.superior, task, organizations=[cast.tree.branch], order=order())
    assert (child.issuer, child.organization) == (cast.tree.community, cast.tree.branch)


def test_a_task_is_not_passed_on_sideways(cast, acting, task, order):
    with acting(cast.office_town), pytest.raises(Refused, match="不是云桥东社区的下级"):
        dispatching.pass_on(cast.office_town, task, organizations=[cast.tree.other_community], order=order())


def test_who_received_a_task_cannot_withdraw_it(cast, acting, plan, order, giving):
    (own,) = giving(cast.tree.town)
    own.issuer = cast.tree.district
    with acting(cast.office_town), pytest.raises(PermissionDenied):
        dispatching.withdraw(cast.office_town, own)


def test_what_is_done_is_not_withdrawn(cast, acting, task):
    with acting(cast.superior):
        progress.report(cast.superior, task, happened_on=date(2026, 5, 20), note="办完", amount=1, is_final=True)
    with acting(cast.office_town), pytest.raises(Refused, match="已经完成"):
        dispatching.withdraw(cast.office_town, task.fresh())


def test_a_task_withdrawn_may_be_given_again(cast, acting, task, giving, clearance):
    with acting(cast.office_town):
        dispatching.withdraw(cast.office_town, task)
        with pytest.raises(Refused, match="已经撤回"):
            dispatching.withdraw(cast.office_town, task)
    assert giving(cast.tree.community, clearance=clearance)


def test_a_task_fulfils_a_responsibility_of_its_own_organization(cast, acting, task):
    with writing(reason="test"):
        own, other = (
            Responsibility.objects.bulk_create([Responsibility(organization=o, kind="concrete", text="办好联席会议")])[
                0
            ]
            for o in (cast.tree.community, cast.tree.other_community)
        )
    with acting(cast.superior):
        assert fulfilling.fulfil(cast.superior, task, responsibility=own).responsibility == own
        with pytest.raises(Refused, match="只能对应承办单位自己的责任"):
            fulfilling.fulfil(cast.superior, task, responsibility=other)
        (answered,) = of_organization(cast.tree.community)
        assert answered.tasks == [task]
        assert fulfilling.fulfil(cast.superior, task, responsibility=None).responsibility is None


def test_a_department_never_addresses_a_community_itself(cast, acting, order, clearance):
    with acting(cast.office_district), pytest.raises(Refused, match="部门不能直接向社区") as refusal:
        must_be_cleared(cast.tree.department, [cast.tree.community], clearance, order().target)
    assert refusal.value.basis and "由镇（街道）统一安排" in refusal.value.next_step
