"""Rows outside the reach do not exist, whatever is asked and whenever the query was written."""

import pytest
from django.db import connection, transaction
from django.db.models import Count, Exists, OuterRef, Q

from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import Reach, ReachNotSet, everywhere, reaching, within
from jingwei.members.models import Member
from jingwei.organizations.choices import UnitKind
from jingwei.organizations.models import Organization, Unit

AT_IMPORT = Unit.objects.all()  # written before any reach exists

USES = {
    "list": list,
    "len": len,
    "bool": bool,
    "count": lambda rows: rows.count(),
    "exists": lambda rows: rows.exists(),
    "first": lambda rows: rows.first(),
    "last": lambda rows: rows.last(),
    "get": lambda rows: rows.get(pk=1),
    "in_bulk": lambda rows: rows.in_bulk([1]),
    "values": lambda rows: list(rows.values()),
    "values_list": lambda rows: list(rows.values_list("pk")),
    "iterator": lambda rows: list(rows.iterator()),
    "aggregate": lambda rows: rows.aggregate(n=Count("pk")),
    "annotate": lambda rows: list(rows.annotate(n=Count("organization"))),
    "distinct": lambda rows: list(rows.distinct().order_by("kind")),
    "slice": lambda rows: list(rows[:1]),
    "union": lambda rows: list(rows.order_by().union(rows.order_by())),
    "exclude": lambda rows: list(rows.exclude(name="x")),
    "subquery": lambda rows: list(Organization._base_manager.filter(units__in=rows)),
    "exists in a subquery": lambda rows: list(
        Organization._base_manager.filter(Exists(rows.filter(organization=OuterRef("pk"))))
    ),
    "explain": lambda rows: rows.explain(),
    "update": lambda rows: rows.update(name="x"),
    "delete": lambda rows: rows.delete(),
    "get_or_create": lambda rows: rows.get_or_create(name="x"),
    "bulk_update": lambda rows: rows.bulk_update([Unit(pk=1, name="x")], ["name"]),
}


@pytest.fixture
def units(tree) -> dict[str, Unit]:
    places = {"here": tree.community, "there": tree.other_community, "above": tree.town, "far": tree.other_town}
    with writing(reason="test"):
        made = {
            name: Unit(organization=place, name=name, kind=UnitKind.SCHOOL, is_resident=False)
            for name, place in places.items()
        }
        for unit in made.values():
            unit.save()
    return made


def names(rows) -> set[str]:
    return {row.name for row in rows}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_no_query_runs_without_a_reach(units, use):
    with writing(reason="test"), pytest.raises(ReachNotSet), transaction.atomic():
        use(Unit.objects.filter(kind=UnitKind.SCHOOL))


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_no_query_of_related_rows_runs_without_a_reach(tree, units, use):
    with writing(reason="test"), pytest.raises(ReachNotSet), transaction.atomic():
        use(tree.community.units.all())


def test_the_reach_is_read_when_the_query_runs(tree, units):
    with within(tree.community.path):
        assert names(AT_IMPORT.all()) == {"here", "above"}
    with within(tree.other_town.path):
        assert names(AT_IMPORT.all()) == {"far"}
    with within():
        assert names(AT_IMPORT.all()) == set()
    with everywhere(reason="test"):
        assert names(AT_IMPORT.all()) == {"here", "there", "above", "far"}


def test_a_reach_ends_with_its_block_also_after_an_error(tree, units):
    with within(tree.town.path):
        with pytest.raises(ZeroDivisionError), within(tree.community.path):
            assert names(Unit.objects.all()) == {"here", "above"}
            raise ZeroDivisionError
        assert names(Unit.objects.all()) == {"here", "there", "above"}
    with pytest.raises(ReachNotSet):
        Unit.objects.count()


def test_several_subtrees_are_seen_together(tree, units):
    with within(tree.community.path, tree.other_town.path):
        assert names(Unit.objects.all()) == {"here", "above", "far"}


def test_everything_else_asked_of_the_query_stays_asked(tree, units):
    with within(tree.town.path):
        assert names(Unit.objects.filter(~Q(name="here"), organization__level="community")) == {"there"}
        assert names(Unit.objects.exclude(name="here") & Unit.objects.exclude(name="there")) == {"above"}
        assert Unit.objects.filter(Q(name="far") | Q(name="here")).count() == 1


def test_updates_and_deletes_follow_the_scope(tree, units):
    with writing(reason="test"), within(tree.other_community.path):
        assert Unit.objects.filter(name="here").update(is_resident=True) == 0
        assert Unit.objects.filter(name="here").delete() == (0, {})
        assert Unit.objects.filter(name="there").update(is_resident=True) == 1
    with everywhere(reason="test"):
        assert {unit.name: unit.is_resident for unit in Unit.objects.all()} == {
            "here": False,
            "there": True,
            "above": False,
            "far": False,
        }


def test_the_scope_follows_relations(tree, units):
    with within(tree.other_town.path):
        assert tree.community.units.count() == 0
        assert Unit.objects.filter(organization__name=tree.community.name).count() == 0
        assert list(Organization.objects.filter(pk=tree.community.pk)) == []
    with within(tree.town.path):
        assert tree.community.units.count() == 1


def test_lineage_shows_what_those_above_publish_and_nothing_beside_them(tree):
    with within(tree.branch.path):
        seen = [organization.path for organization in Organization.objects.all()]
    assert seen == [tree.city.path, tree.district.path, tree.town.path, tree.community.path, tree.branch.path]


def test_own_shows_what_is_about_me_and_nothing_of_my_neighbour(tree, member, neighbour):
    with writing(reason="test"):
        for name, user in (("mine", member.user), ("other", neighbour.user), ("nobody's", None)):
            Member(
                organization=tree.branch, user=user, name=name, gender="1", born_on="1970-01-01", ethnic="HA",
                education="70", occupation="x", joined_on="2000-01-01",
            ).save()  # fmt: skip
    with reaching(member.reach()):
        assert names(Member.objects.all()) == {"mine"}
    with reaching(neighbour.reach()):
        assert names(Member.objects.all()) == {"other"}
    with within(tree.branch.path):
        assert names(Member.objects.all()) == {"mine", "other", "nobody's"}
    with reaching(Reach()):
        assert names(Member.objects.all()) == set()


def test_a_reach_never_holds_an_empty_path():
    with pytest.raises(ValueError, match="never empty"):
        within("")


def test_leaving_the_scope_needs_a_reason():
    with pytest.raises(ValueError, match="reason"):
        everywhere(reason="")


def test_a_subtree_is_read_from_the_index(tree):
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # the table is too small to be worth an index
    with reaching(Reach(subtrees=(tree.town.path,))):
        plan = Organization.objects.order_by().explain()
    if connection.vendor == "postgresql":
        assert "Index" in plan
        assert "Index Cond" in plan
    else:
        assert "USING INDEX" in plan
        assert "(path>? AND path<?)" in plan


def test_paths_are_compared_byte_by_byte(tree):
    with connection.cursor() as cursor:
        cursor.execute("SELECT path FROM organizations_organization ORDER BY path")
        stored = [path for (path,) in cursor.fetchall()]
    assert stored == sorted(organization.path for organization in tree.all)
