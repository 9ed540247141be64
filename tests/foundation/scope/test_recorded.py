"""No write goes untold: one row or many, saved or deleted."""

from datetime import date

import pytest

from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused, Stale
from jingwei.foundation.journal import Change, OutsideAction
from jingwei.foundation.scope import recorded
from jingwei.foundation.scope.reach import within
from jingwei.organizations.choices import UnitKind
from jingwei.organizations.models import Organization, Unit


def unit(tree, name="小学", **columns) -> Unit:
    return Unit(organization=tree.community, name=name, kind=UnitKind.SCHOOL, **columns)


@pytest.fixture
def school(tree) -> Unit:
    with writing(reason="test"):
        made = unit(tree)
        made.save()
    return made


WRITES = {
    "save": lambda school: school.save(),
    "delete": lambda school: school.delete(),
    "create": lambda school: Unit.objects.create(organization=school.organization, name="新", kind="school"),
    "update": lambda school: Unit.objects.update(name="新"),
    "bulk_create": lambda school: Unit.objects.bulk_create([Unit(organization=school.organization, name="新")]),
    "bulk_update": lambda school: Unit.objects.bulk_update([school], ["name"]),
    "queryset delete": lambda school: Unit.objects.all().delete(),
    "update_or_create": lambda school: Unit.objects.update_or_create({"name": "新"}, pk=school.pk),
    "get_or_create": lambda school: Unit.objects.get_or_create({"organization": school.organization}, name="新"),
    "related update": lambda school: school.organization.units.update(name="新"),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_nothing_is_written_outside_an_action(tree, school, write):
    with within(tree.town.path), pytest.raises(OutsideAction):
        write(school)
    assert Unit._base_manager.get().name == "小学"


def test_a_new_row_tells_all_its_columns(tree):
    with writing(reason="test") as journal:
        made = unit(tree)
        made.save()
    told = {
        "id": made.pk,
        "organization_id": tree.community.pk,
        "name": "小学",
        "kind": "school",
        "is_resident": False,
        "party_organization_id": None,
        "credit_code": None,
        "without_code": "",
        "address": "",
        "headcount": "",
        "party_members": None,
        "industry": "",
    }
    assert journal.changes == [Change("organizations.Unit", made.pk, {}, told)]


def test_a_saved_row_tells_only_what_differs_before_and_after(school):
    with writing(reason="test") as journal:
        school.name = "中学"
        school.save()
        school.save()
    assert journal.changes == [Change("organizations.Unit", school.pk, {"name": "小学"}, {"name": "中学"})]


def test_a_save_of_some_columns_tells_of_no_other(school):
    with writing(reason="test") as journal:
        school.name, school.kind = "中学", UnitKind.HOSPITAL
        school.save(update_fields=["name"])
    assert journal.changes == [Change("organizations.Unit", school.pk, {"name": "小学"}, {"name": "中学"})]


def test_values_are_told_as_the_database_keeps_them(tree):
    with writing(reason="test") as journal:
        tree.branch.established_on = "2020-01-01"
        tree.branch.save()
        tree.branch.established_on = "2021-01-01"
        tree.branch.save()
    one = Change(
        "organizations.Organization",
        tree.branch.pk,
        {"established_on": date(2020, 1, 1)},
        {"established_on": date(2021, 1, 1)},
    )
    assert journal.changes == [one]


def test_a_deleted_row_tells_what_it_was(school):
    pk = school.pk
    with writing(reason="test") as journal:
        school.name = "改了没有存"
        school.delete()
    assert [(change.pk, change.before["name"], change.after) for change in journal.changes] == [(pk, "小学", {})]


def test_rows_changed_in_bulk_tell_each_change(tree):
    with writing(reason="test") as journal, within(tree.town.path):
        one, two = Unit.objects.bulk_create([unit(tree, "一"), unit(tree, "二", is_resident=True)])
        Unit.objects.update(is_resident=True)
        two.name = "三"
        Unit.objects.bulk_update([two], ["name"])
        Unit.objects.filter(name="三").delete()
    assert [(c.pk, c.before.get("name"), c.after.get("name"), c.after.get("is_resident")) for c in journal.changes] == [
        (one.pk, None, "一", False),
        (two.pk, None, "二", True),
        (one.pk, None, None, True),
        (two.pk, "二", "三", None),
        (two.pk, "三", None, None),
    ]


@pytest.mark.parametrize(("rows", "told"), [(2, 4), (3, 2)])
def test_beyond_many_rows_only_the_number_is_told(tree, monkeypatch, rows, told):
    monkeypatch.setattr(recorded, "MANY", 2)
    with writing(reason="test") as journal, within(tree.town.path):
        Unit.objects.bulk_create([unit(tree, str(number)) for number in range(rows)])
        Unit.objects.update(is_resident=True)
    assert len(journal.changes) == told
    assert {change.after.get("rows") for change in journal.changes} == ({None} if rows == 2 else {3})


def test_a_stale_copy_does_not_overwrite(school):
    mine, theirs = (Unit._base_manager.get(pk=school.pk) for _ in range(2))
    with writing(reason="test"):
        theirs.name = "他改的"
        theirs.save()
        mine.name = "我改的"
        with pytest.raises(Stale) as stale:
            mine.save()
    assert (stale.value.current.name, stale.value.current.version) == ("他改的", 2)
    assert Unit._base_manager.get().name == "他改的"


def test_a_change_in_bulk_outdates_the_copies_that_are_open(tree, school):
    with writing(reason="test"), within(tree.town.path):
        Unit.objects.update(is_resident=True)
        with pytest.raises(Stale):
            school.save()


def test_a_save_of_some_columns_outdates_a_copy_too(school):
    copy = Unit._base_manager.get()
    with writing(reason="test"):
        school.save(update_fields=["name"])
        with pytest.raises(Stale):
            copy.save()


def test_a_row_that_is_gone_is_refused_and_not_made_again(school):
    copy = Unit._base_manager.get()
    with writing(reason="test"):
        school.delete()
        with pytest.raises(Refused) as refused:
            copy.save()
    assert refused.value.next_step
    assert Unit._base_manager.count() == 0


def test_an_organization_saved_twice_in_one_action_is_not_stale(tree):
    with writing(reason="test"):
        for name in ("一", "二"):
            tree.branch.name = name
            tree.branch.save()
    assert Organization._base_manager.get(pk=tree.branch.pk).version == 3
