"""To ask something of communities one needs the district's clearance."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.kernels.plans.actions import clearing
from jingwei.kernels.plans.models import AskedField, Clearance
from jingwei.regulations.models import LocalValue

from .conftest import asked_for


def refusal_of(ask, *args, **changes):
    with pytest.raises(Refused) as refusal:
        ask(*args, **changes)
    assert refusal.value.basis and refusal.value.next_step
    return refusal.value


def test_what_is_asked_is_kept_with_its_fields(asking):
    clearance = asking()
    assert (clearance.state, clearance.minutes, clearance.period) == ("asked", 20, "month")
    assert list(AskedField._base_manager.values_list("label", flat=True)) == ["会议议题", "议定事项"]


def test_the_same_field_named_twice_is_kept_once(asking):
    asking(fields=("会议议题", "会议议题"))
    assert AskedField._base_manager.count() == 1


def test_granting_publishes_it_to_the_area(cast, acting, asking, granting):
    clearance = asking()
    with acting(cast.secretary):
        assert list(Clearance.objects.all()) == []
    granting(clearance)
    with acting(cast.secretary):
        assert list(Clearance.objects.all()) == [clearance]
    with acting(cast.office_other_town):
        assert list(Clearance.objects.all()) == []


def test_who_decided_when_and_why_is_kept(cast, asking, granting):
    clearance = granting(asking(), decision="与月报合并，同意")
    assert (clearance.state, clearance.decided_on, clearance.decision) == (
        "granted", date(2026, 5, 20), "与月报合并，同意",
    )  # fmt: skip
    assert clearance.decided_by == f"{cast.office_district.title} 区小组"


def test_the_district_may_shorten_what_was_asked(asking, granting):
    assert granting(asking(), until=date(2026, 6, 30)).until == date(2026, 6, 30)


@pytest.mark.parametrize(("day", "allowed"), [(19, False), (20, True), (21, True)])
def test_nothing_is_granted_for_days_that_are_over(asking, granting, day, allowed):
    clearance = asking()
    if allowed:
        assert granting(clearance, until=date(2026, 5, day)).state == "granted"
    else:
        with pytest.raises(Refused, match="期限已经过去"):
            granting(clearance, until=date(2026, 5, day))


def test_refusing_says_why_and_shows_it_to_nobody_below(cast, acting, asking):
    clearance = asking()
    with acting(cast.office_district):
        clearing.refuse(cast.office_district, clearance, decision="同类情况已有记录")
    assert (clearance.state, clearance.published_path) == ("refused", None)


def test_the_town_cannot_grant_what_it_asks_for(cast, acting, asking):
    clearance = asking()
    with acting(cast.office_town), pytest.raises(PermissionDenied):
        clearing.grant(cast.office_town, clearance, decision="同意", until=clearance.until)


def test_the_asker_takes_an_application_back(cast, acting, asking):
    clearance = asking()
    with acting(cast.office_town):
        assert clearing.withdraw_clearance(cast.office_town, clearance).state == "withdrawn"


def test_nobody_else_takes_it_back(cast, acting, asking):
    clearance = asking()
    with acting(cast.office_district), pytest.raises(Refused, match="只能由申请单位自己撤回"):
        clearing.withdraw_clearance(cast.office_district, clearance)


def test_what_was_decided_is_not_decided_again(cast, acting, clearance):
    with acting(cast.office_district), pytest.raises(Refused, match="已经是“同意准入”"):
        clearing.refuse(cast.office_district, clearance, decision="再想想")
    with acting(cast.office_town), pytest.raises(Refused, match="已经是“同意准入”"):
        clearing.withdraw_clearance(cast.office_town, clearance)


def test_a_field_that_is_held_is_refused_with_the_page_where_it_is(asking):
    refusal = refusal_of(asking, fields=("议定事项", "党员姓名"))
    assert "“党员姓名”在党员名册里" in refusal.message


def test_a_field_that_another_asks_for_is_refused_naming_the_asker(asking, clearance):
    refusal = refusal_of(asking, title="另一张表", fields=("填报 议定事项",))
    assert "云桥镇已经在收" in refusal.message


def test_the_asker_is_named_also_to_a_department_that_cannot_see_it(cast, acting, asking, clearance):
    with acting(cast.handler):
        assert list(Clearance.objects.all()) == []
    refusal = refusal_of(asking, "handler", fields=("议定事项",))
    assert "云桥镇已经在收" in refusal.message


@pytest.mark.parametrize(
    "changes",
    [
        {"starts_on": date(2027, 1, 1), "until": date(2027, 3, 31)},
        {"audience": "village"},
        {"fields": ("另一个内容",)},
    ],
)
def test_a_field_may_be_asked_of_others_or_at_another_time(asking, granting, changes):
    granting(asking(audience="community"))
    assert asking(**changes).state == "asked"


def test_two_may_apply_for_one_field_and_only_one_gets_it(asking, granting):
    first, second = asking(), asking("handler")
    granting(first)
    refusal = refusal_of(granting, second)
    assert "云桥镇已经在收" in refusal.message


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "每日签到率统计"},
        {"fields": ("在线时长",)},
        {"demands": ("要求打卡签到",)},
        {"demands": ("按积分或进度排名、通报",)},
        {"demands": ("统计在线时长、活跃度",)},
        {"demands": ("必须上传照片或视频",)},
        {"demands": ("记录行动轨迹、定位",)},
    ],
)
def test_a_forbidden_demand_is_refused_with_its_clause(asking, changes):
    refusal = refusal_of(asking, **changes)
    assert "不得向基层提出的要求" in refusal.message


def test_a_department_asks_for_towns_that_it_does_not_administer(cast, asking):
    assert asking("handler", area=cast.tree.other_town).area == cast.tree.other_town


def test_nobody_asks_for_an_area_beside_the_own_one(cast, asking):
    with pytest.raises(Refused, match="不能为云岭镇申请"):
        asking(area=cast.tree.other_town)


def test_a_secretary_cannot_ask(cast, acting):
    with acting(cast.secretary), pytest.raises(PermissionDenied):
        clearing.ask(cast.secretary, cast.tree.branch, **asked_for(cast))


@pytest.mark.parametrize(("minutes", "over"), [(480, False), (481, True)])
def test_beyond_the_quota_of_a_month_a_reason_is_needed(asking, granting, minutes, over):
    clearance = asking(minutes=minutes)
    if over:
        refusal = refusal_of(granting, clearance)
        assert "2026年5月约要填报 481 分钟，超过 480 分钟的额度" in refusal.message
        assert granting(clearance.fresh(), over_quota_reason="防汛急需").over_quota_reason == "防汛急需"
    else:
        assert granting(clearance).state == "granted"


def test_what_others_were_granted_counts_towards_the_quota(asking, granting):
    granting(asking(minutes=300))
    second = asking("handler", minutes=200, fields=("助餐人数",))
    assert "500 分钟" in refusal_of(granting, second).message


def test_a_month_to_come_counts_as_well(asking, granting):
    granting(asking(minutes=300, starts_on=date(2026, 9, 1)))
    second = asking("handler", minutes=200, fields=("助餐人数",))
    assert "2026年9月约要填报 500 分钟" in refusal_of(granting, second).message


def test_what_ends_before_the_other_begins_is_not_added_up(asking, granting):
    granting(asking(minutes=300, until=date(2026, 5, 31)))
    second = asking("handler", minutes=200, fields=("助餐人数",), starts_on=date(2026, 6, 1))
    assert granting(second).state == "granted"


def test_the_quota_that_the_town_has_set_holds_in_the_town(cast, asking, granting):
    with writing(reason="test"):
        LocalValue(
            path=cast.tree.town.path,
            key="burden.community_minutes_a_month",
            value="60",
            since=date(2026, 1, 1),
            basis="云桥镇减负清单",
            set_by="郑经办",
        ).save()
    assert "超过 60 分钟的额度" in refusal_of(granting, asking(minutes=61)).message
    assert granting(asking("handler", area=cast.tree.other_town, minutes=61, fields=("助餐人数",))).state == "granted"
