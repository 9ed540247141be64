"""A text becomes a draft."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.foundation.errors import Refused
from jingwei.kernels.plans.actions import reading, reviewing, revising
from jingwei.kernels.plans.models import Duty, Item, Measure, Plan
from jingwei.kernels.plans.reader import ReadMeasure
from jingwei.kernels.plans.selectors.plans import counts

from .conftest import TEXT


def test_a_text_becomes_chapters_items_duties_and_measures(draft, cast, acting):
    with acting(cast.office_town):
        found = counts(draft)
    assert (draft.title, draft.year, draft.state) == ("云桥镇2026年基层党建工作要点", 2026, "draft")
    assert (found["chapters"], found["items"], found["measures"]) == (2, 3, 4)


def test_every_measure_is_tied_to_its_words(draft):
    for measure in Measure._base_manager.all():
        assert draft.text[measure.start : measure.end] == measure.text


def test_every_measure_lies_in_its_duty(draft):
    for measure in Measure._base_manager.select_related("duty"):
        assert measure.duty.start <= measure.start < measure.end <= measure.duty.end


def test_an_empty_text_is_refused_with_what_to_do(cast, acting):
    with acting(cast.office_town), pytest.raises(Refused) as refusal:
        reading.read_in(cast.office_town, cast.tree.town, text=" \n ")
    assert refusal.value.next_step == "请粘贴要点全文，或换一个文件。"


def test_a_text_without_numbering_is_read_all_the_same(cast, acting):
    with acting(cast.office_town):
        plan = reading.read_in(cast.office_town, cast.tree.town, text="今年全镇每个村至少建成1个活动室。")
    assert Duty._base_manager.filter(item__chapter__plan=plan).count() >= 1


def test_a_branch_secretary_cannot_read_a_plan_in(cast, acting):
    with acting(cast.secretary), pytest.raises(PermissionDenied):
        reading.read_in(cast.secretary, cast.tree.branch, text=TEXT)


def test_a_draft_is_not_seen_below_and_an_approved_plan_is(cast, acting, draft):
    assert Plan._base_manager.count() == 1  # there is something to leak
    with acting(cast.secretary):
        assert list(Plan.objects.all()) == []
    with acting(cast.office_town):
        reviewing.approve(cast.office_town, draft)
    with acting(cast.secretary):
        assert list(Plan.objects.all()) == [draft]
    with acting(cast.office_other_town):
        assert list(Plan.objects.all()) == []


def test_a_text_in_which_nothing_is_found_can_be_filled_by_hand(cast, acting):
    with acting(cast.office_town):
        plan = reading.read_in(cast.office_town, cast.tree.town, text="2026年党建工作要点")
        (item,) = Item.objects.filter(chapter__plan=plan)
        assert (item.title, item.start, item.end) == ("2026年党建工作要点", 0, 11)
        assert reviewing.add_duty(cast.office_town, item, text="办一件事")


@pytest.mark.parametrize(
    ("changes", "value", "upper"),
    [
        ({}, Decimal(2), None),
        ({"upper": 5}, Decimal(2), Decimal(5)),
        ({"upper": 1}, Decimal(2), None),
        ({"value": 10**10}, None, None),
        ({"value": 0.123456}, Decimal("0.1235"), None),
    ],
)
def test_a_number_that_no_column_holds_does_not_stop_the_reading(changes, value, upper):
    found = ReadMeasure("2个", 0, 2, "服务点", 2, None, "个", "equal", None, None, None)
    values = reading.measure_values(replace(found, **changes), 2026)
    assert (values["value"], values["upper"]) == (value, upper)


@pytest.mark.parametrize(
    ("deadline", "day"),
    [("2026-06-30", date(2026, 6, 30)), ("--06-30", date(2027, 6, 30)), ("2026-02-30", None), (None, None)],
)
def test_a_day_without_a_year_is_of_the_plans_year(deadline, day):
    found = ReadMeasure("2个", 0, 2, "服务点", 2, None, "个", "equal", None, None, deadline)
    assert reading.measure_values(found, 2027)["deadline"] == day


def test_a_draft_is_read_again_from_another_text(cast, acting, draft):
    with acting(cast.office_town):
        again = reading.read_again(cast.office_town, draft, text="2027年党建要点\n一、基础\n（一）开会。每月开会一次。")
        assert (again.pk, again.year) == (draft.pk, 2027)
        assert (counts(again)["items"], counts(again)["measures"]) == (1, 1)


def test_an_approved_plan_is_not_read_again(cast, acting, plan):
    with acting(cast.office_town), pytest.raises(Refused, match="已经审定"):
        reading.read_again(cast.office_town, plan, text=TEXT)


def test_a_revision_is_not_read_again(cast, acting, plan):
    with acting(cast.office_town):
        revision = revising.revise(cast.office_town, plan)
        with pytest.raises(Refused, match="修订稿"):
            reading.read_again(cast.office_town, revision, text=TEXT)


def test_a_draft_is_thrown_away_with_its_parts(cast, acting, draft):
    with acting(cast.office_town):
        reviewing.discard(cast.office_town, draft)
    assert (Plan._base_manager.count(), Duty._base_manager.count(), Measure._base_manager.count()) == (0, 0, 0)


def test_an_approved_plan_is_not_thrown_away(cast, acting, plan):
    with acting(cast.office_town), pytest.raises(Refused):
        reviewing.discard(cast.office_town, plan)
