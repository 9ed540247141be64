"""An action asks for the right, happens as a whole or not at all, and leaves one act."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from jingwei.foundation.actions import action, writing
from jingwei.foundation.declared import registry, title_of
from jingwei.foundation.errors import Refused, Stale
from jingwei.foundation.journal import OutsideAction, current_journal
from jingwei.foundation.record.models import Act, Trace, Unsealed
from jingwei.organizations.choices import UnitKind
from jingwei.organizations.models import Unit


@action("unit.edit", title="改单位名称")
def rename_unit(actor, unit, /, *, name):
    unit.name = name
    unit.save()


@action("unit.edit", title="登记单位")
def register_unit(actor, organization, /, *, name, then_refuse=False):
    unit = Unit(organization=organization, name=name, kind=UnitKind.SCHOOL)
    unit.save()
    if then_refuse:
        raise Refused("不可以。")
    return unit


@action("unit.edit", title="登记并改名")
def register_and_rename(actor, organization, /, *, names):
    organization.established_on = "2019-01-01"
    organization.save()
    unit = register_unit(actor, organization, name=names[0])
    rename_unit(actor, unit, name=names[1])
    organization.established_on = "2018-01-01"
    organization.save()
    return organization


@action("unit.edit", title="登记两个，不成就算")
def register_what_can_be(actor, organization, /):
    with pytest.raises(Refused):
        register_unit(actor, organization, name="一", then_refuse=True)
    with writing(reason="test"):
        Unit(organization=organization, name="二", kind=UnitKind.SCHOOL).save()


def acts() -> list[Act]:
    return list(Act._base_manager.order_by("pk"))


def told(act: Act) -> list[tuple[str, dict, dict]]:
    return [(change["label"], change["before"], change["after"]) for change in json.loads(act.changes)]


@pytest.fixture
def unit(tree) -> Unit:
    with writing(reason="test"):
        made = Unit(organization=tree.branch, name="小学", kind=UnitKind.SCHOOL)
        made.save()
    return made


def test_the_cast_itself_leaves_no_acts(secretary):
    assert acts() == []


def test_who_does_not_hold_the_permission_is_refused_and_nothing_is_written(unit, member, committee_member):
    for nobody in (member, committee_member):
        with pytest.raises(PermissionDenied):
            rename_unit(nobody, unit, name="中学")
    assert (Unit._base_manager.get().name, acts()) == ("小学", [])


def test_who_holds_the_permission_elsewhere_is_refused(unit, neighbour, office_other_town):
    for stranger in (neighbour, office_other_town):
        with pytest.raises(PermissionDenied):
            rename_unit(stranger, unit, name="中学")
    assert (Unit._base_manager.get().name, acts()) == ("小学", [])


def test_who_holds_the_permission_above_may(unit, superior, office_town):
    for one in (superior, office_town):
        rename_unit(one, unit, name=f"{one.role}改的")
    assert [act.user_id for act in acts()] == [superior.user.pk, office_town.user.pk]


def test_an_action_is_recorded_with_who_where_what_before_and_after(unit, secretary, time_machine):
    time_machine.move_to("2026-03-01T09:00:00+08:00", tick=False)
    rename_unit(secretary, unit, name="中学")
    (act,) = acts()
    assert (act.user_id, act.user_name, act.post_id) == (secretary.user.pk, "秦书明", secretary.post_id)
    assert (act.post_title, act.path) == (secretary.title, unit.organization.path)
    assert act.at.isoformat() == "2026-03-01T01:00:00+00:00"
    assert (act.action, title_of(act.action)) == ("foundation.rename_unit", "改单位名称")
    assert (act.subject_label, act.subject_pk, act.subject_title) == ("organizations.Unit", str(unit.pk), "中学")
    assert told(act) == [("organizations.Unit", {"name": "小学"}, {"name": "中学"})]
    assert list(Unsealed.objects.values_list("act_id", flat=True)) == [act.pk]


def test_an_act_that_makes_a_row_is_about_that_row_at_the_place_where_it_was_made(tree, secretary):
    made = register_unit(secretary, tree.branch, name="小学")
    (act,) = acts()
    assert (act.subject_pk, act.path) == (str(made.pk), tree.branch.path)


def test_an_act_keeps_the_path_as_it_was(tree, office_town):
    @action("organization.reorganise", title="迁走")
    def move_away(actor, organization, /):
        organization.path = tree.town.path + "0007"
        organization.save()

    before = tree.branch.path
    move_away(office_town, tree.branch)
    (act,) = acts()
    assert act.path == before


def test_what_is_refused_halfway_leaves_neither_row_nor_act(tree, secretary):
    with pytest.raises(Refused):
        register_unit(secretary, tree.branch, name="小学", then_refuse=True)
    assert (Unit._base_manager.count(), acts(), Unsealed.objects.count()) == (0, [], 0)


def test_an_act_within_an_act_tells_its_own_changes_once(tree, secretary):
    register_and_rename(secretary, tree.branch, names=("一", "二"))
    organization, unit = "organizations.Organization", "organizations.Unit"
    assert [(act.action.rpartition(".")[2], [label for label, *_ in told(act)]) for act in acts()] == [
        ("register_unit", [unit]),
        ("rename_unit", [unit]),
        ("register_and_rename", [organization, organization]),
    ]
    assert told(acts()[1]) == [(unit, {"name": "一"}, {"name": "二"})]


def test_what_an_inner_act_took_back_is_not_told_by_the_outer_one(tree, secretary):
    register_what_can_be(secretary, tree.branch)
    (act,) = acts()
    assert [after["name"] for _, _, after in told(act)] == ["二"]
    assert Unit._base_manager.get().name == "二"


def test_an_outer_act_that_fails_takes_the_inner_acts_back(tree, secretary):
    @action("unit.edit", title="先登记再失败")
    def register_and_fail(actor, organization, /):
        register_unit(actor, organization, name="一")
        raise Refused("不可以。")

    with pytest.raises(Refused):
        register_and_fail(secretary, tree.branch)
    assert (Unit._base_manager.count(), acts()) == (0, [])


def test_after_an_action_nothing_is_written_any_more(unit, secretary):
    rename_unit(secretary, unit, name="中学")
    with pytest.raises(OutsideAction):
        current_journal()


@pytest.mark.parametrize(("seen", "stale"), [("1", True), ("2", False), (None, False)])
def test_who_edits_what_another_has_changed_since_is_told(unit, secretary, superior, seen, stale):
    rename_unit(superior, unit, name="上级改的", version="1")
    fresh = Unit._base_manager.get()
    if not stale:
        rename_unit(secretary, fresh, name="我改的", version=seen)
        assert Unit._base_manager.get().name == "我改的"
        return
    with pytest.raises(Stale) as refused:
        rename_unit(secretary, fresh, name="我改的", version=seen)
    assert refused.value.current.name == "上级改的"
    assert len(acts()) == 1


def test_who_edits_what_another_has_deleted_is_told(unit, secretary):
    copy = Unit._base_manager.get()
    with writing(reason="test"):
        unit.delete()
    with pytest.raises(Refused):
        rename_unit(secretary, copy, name="中学", version="1")


def test_every_row_that_an_act_touched_finds_the_act(tree, secretary):
    register_and_rename(secretary, tree.branch, names=("一", "二"))
    unit = Unit._base_manager.get()
    of_unit = Trace._base_manager.filter(label="organizations.Unit", row=str(unit.pk))
    of_branch = Trace._base_manager.filter(label="organizations.Organization", row=str(tree.branch.pk))
    made, renamed, whole = acts()
    assert list(of_unit.values_list("act_id", flat=True)) == [made.pk, renamed.pk]
    assert list(of_branch.values_list("act_id", flat=True)) == [made.pk, whole.pk]


def test_a_subject_that_is_no_row_is_told_by_its_name(tree, secretary):
    class Idea:
        def place(self):
            return tree.branch.path

        def __str__(self):
            return "一个想法"

    @action("unit.edit", title="想一想")
    def think(actor, idea, /):
        return None

    think(secretary, Idea())
    (act,) = acts()
    assert (act.subject_label, act.subject_pk, act.subject_title, told(act)) == ("Idea", "", "一个想法", [])


def test_a_misspelt_permission_stops_the_start():
    with pytest.raises(KeyError, match=r"unit\.edti"):
        action("unit.edti")


def test_an_action_is_found_by_its_name_and_one_without_a_title_is_called_by_it():
    assert registry()["foundation.rename_unit"] is rename_unit
    assert title_of("foundation.gone_long_ago") == "foundation.gone_long_ago"


def test_an_action_takes_the_same_number_of_queries_for_one_row_and_for_three(
    tree, secretary, django_assert_num_queries
):
    @action("unit.edit", title="登记几个")
    def register_units(actor, organization, /, *, names):
        Unit.objects.bulk_create([Unit(organization=organization, name=name, kind=UnitKind.SCHOOL) for name in names])

    for names in (["一"], ["二", "三", "四"]):
        # savepoint, the rows, the act, its traces, its place in the queue of the seal, release
        with django_assert_num_queries(6, connection=connection):
            register_units(secretary, tree.branch, names=names)
