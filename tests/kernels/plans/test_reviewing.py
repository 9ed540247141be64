"""A person corrects what was read, and approves it."""

from datetime import date
from decimal import Decimal

import pytest

from jingwei.foundation.errors import Refused, Stale
from jingwei.kernels.plans.actions import dispatching, reviewing
from jingwei.kernels.plans.models import Chapter, Duty, Measure


@pytest.fixture
def first(draft):
    return Duty._base_manager.filter(item__chapter__plan=draft).order_by("pk").first()


def test_a_duty_is_edited(cast, acting, first):
    with acting(cast.office_town):
        reviewing.edit_duty(cast.office_town, first, text="书记培训", actors="村党组织书记")
    assert (first.fresh().text, first.fresh().actors) == ("书记培训", "村党组织书记")


def test_a_stale_edit_is_refused_and_nothing_is_overwritten(cast, acting, first):
    with acting(cast.office_town):
        seen = first.version
        reviewing.edit_duty(cast.office_town, first.fresh(), text="别人改的", actors="", version=seen)
        with pytest.raises(Stale) as overtaken:
            reviewing.edit_duty(cast.office_town, first.fresh(), text="我改的", actors="", version=seen)
    assert overtaken.value.current.text == "别人改的"
    assert first.fresh().text == "别人改的"


def test_a_duty_is_split_and_its_measures_go_with_their_words(cast, acting, draft):
    with acting(cast.office_town):
        duty = Duty.objects.get(item__chapter__plan=draft, text__contains="56学时")
        at = duty.text.index("年内")
        new = reviewing.split_duty(cast.office_town, duty, at=at)
        assert new.text.startswith("年内")
        assert [m.unit for m in duty.measures.all()] == ["学时"]
        assert [m.unit for m in new.measures.all()] == ["次"]
    assert draft.text[new.start : new.end].strip("，。") in new.text


@pytest.mark.parametrize("at", [0, 9999])
def test_a_duty_is_not_split_at_its_edge(cast, acting, first, at):
    with acting(cast.office_town), pytest.raises(Refused):
        reviewing.split_duty(cast.office_town, first, at=at)


def test_two_duties_are_merged_with_their_measures(cast, acting, draft):
    with acting(cast.office_town):
        duty = Duty.objects.get(item__chapter__plan=draft, text__contains="56学时")
        new = reviewing.split_duty(cast.office_town, duty, at=duty.text.index("年内"))
        reviewing.merge_duty(cast.office_town, duty)
        assert sorted(m.unit for m in duty.measures.all()) == ["学时", "次"]
    assert not Duty._base_manager.filter(pk=new.pk).exists()


def test_the_last_duty_of_an_item_cannot_be_merged_onward(cast, acting, first):
    with acting(cast.office_town):
        last = first.item.duties.order_by("-position").first()
        with pytest.raises(Refused):
            reviewing.merge_duty(cast.office_town, last)


def test_a_duty_is_dropped_and_restored(cast, acting, first):
    with acting(cast.office_town):
        assert reviewing.drop_duty(cast.office_town, first).is_dropped is True
        assert reviewing.restore_duty(cast.office_town, first).is_dropped is False


def test_a_duty_is_added_after_the_others(cast, acting, first):
    with acting(cast.office_town):
        new = reviewing.add_duty(cast.office_town, first.item, text="另一件事")
        assert new.position == max(d.position for d in first.item.duties.all())
    assert new.start is None


def test_a_measure_is_added_edited_linked_and_removed(cast, acting, first):
    with acting(cast.office_town):
        measure = reviewing.add_measure(
            cast.office_town, first, subject="走访", value=Decimal(2), unit="次", comparator="at_least"
        )
        reviewing.edit_measure(cast.office_town, measure, value=Decimal(3), figure="members.members")
        assert (measure.fresh().value, measure.fresh().figure) == (Decimal(3), "members.members")
        reviewing.drop_measure(cast.office_town, measure)
    assert not Measure._base_manager.filter(pk=measure.pk).exists()


def test_a_blank_stops_the_approval_and_says_how_many(cast, acting, draft, first):
    with acting(cast.office_town):
        reviewing.add_measure(cast.office_town, first, subject="经费", value=None, unit="万元", comparator="at_least")
        with pytest.raises(Refused, match="还有 1 处空白"):
            reviewing.approve(cast.office_town, draft)


def test_an_approved_plan_is_frozen(cast, acting, plan):
    duty = Duty._base_manager.filter(item__chapter__plan=plan).first()
    with acting(cast.office_town):
        for change in (
            lambda: reviewing.edit_duty(cast.office_town, duty, text="x", actors=""),
            lambda: reviewing.drop_duty(cast.office_town, duty),
            lambda: reviewing.split_duty(cast.office_town, duty, at=3),
            lambda: reviewing.add_duty(cast.office_town, duty.item, text="x"),
            lambda: reviewing.edit_plan(cast.office_town, plan, title="x", year=2026, issuer=""),
            lambda: reviewing.approve(cast.office_town, plan),
        ):
            with pytest.raises(Refused):
                change()


def test_a_draft_gives_no_tasks(cast, acting, draft, order):
    duty = Duty._base_manager.filter(item__chapter__plan=draft).first()
    with acting(cast.office_town), pytest.raises(Refused, match="还没有审定"):
        dispatching.dispatch(
            cast.office_town, duty, organizations=[cast.tree.town], order=order(due_on=date(2026, 12, 31))
        )


def test_a_duty_whose_text_was_edited_is_split_by_its_words(cast, acting, draft):
    with acting(cast.office_town):
        duty = Duty.objects.get(item__chapter__plan=draft, text__contains="56学时")
        reviewing.edit_duty(
            cast.office_town, duty, text="书记集中培训：年内至少参加1次集中培训，每年培训不少于56学时", actors=""
        )
        new = reviewing.split_duty(cast.office_town, duty, at=duty.text.index("每年"))
        assert [m.unit for m in duty.measures.all()] == ["次"]
        assert [m.unit for m in new.measures.all()] == ["学时"]


def test_merging_names_all_who_act_once(cast, acting, first):
    with acting(cast.office_town):
        reviewing.edit_duty(cast.office_town, first, text=first.text, actors="组织办、各村")
        reviewing.add_duty(cast.office_town, first.item, text="另一件事", actors="各村、宣传办")
        merged = reviewing.merge_duty(cast.office_town, first)
    assert (merged.actors, merged.text.endswith("另一件事")) == ("组织办、各村、宣传办", True)


def test_a_measure_added_after_one_was_removed_stands_last(cast, acting, first):
    with acting(cast.office_town):
        measures = [
            reviewing.add_measure(cast.office_town, first, subject=s, value=None, comparator="equal") for s in "甲乙"
        ]
        reviewing.drop_measure(cast.office_town, measures[0])
        reviewing.add_measure(cast.office_town, first, subject="丙", value=None, comparator="equal")
        assert [m.subject for m in first.measures.order_by("position")][-2:] == ["乙", "丙"]


def test_an_item_is_added_and_its_heading_corrected(cast, acting, draft):
    with acting(cast.office_town):
        chapter = Chapter.objects.filter(plan=draft).first()
        item = reviewing.add_item(cast.office_town, chapter, number="（九）", title="漏读的一条")
        assert list(chapter.items.order_by("position"))[-1] == item
        reviewing.edit_item(cast.office_town, item, number="", title="补上的一条")
    assert str(item.fresh()) == "补上的一条"


@pytest.mark.parametrize(
    ("number", "heading"),
    [("一", "一、开会"), ("（一）", "（一）开会"), ("3", "3. 开会"), ("", "开会"), ("1.", "1.开会")],
)
def test_a_heading_is_written_as_it_is_printed(number, heading):
    assert str(Chapter(number=number, title="开会")) == heading
