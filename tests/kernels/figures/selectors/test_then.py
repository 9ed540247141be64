"""What counted on a day by what had been recorded: the acts since are undone, whatever they did."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from time_machine import travel

from jingwei.foundation.clock import now
from jingwei.foundation.journal import open_journal
from jingwei.foundation.record.writer import write_act
from jingwei.foundation.scope.reach import everywhere, reaching
from jingwei.kernels.figures.declaring import figures
from jingwei.kernels.figures.selectors import then
from jingwei.kernels.figures.selectors.then import compare, true_on
from jingwei.kernels.figures.selectors.undoing import Touch, Undone, undone
from jingwei.organizations.actions.reorganising import establish, move, revoke
from jingwei.organizations.choices import Level, PartyType
from jingwei.organizations.models import Organization, Post

ON = date(2026, 11, 10)
BRANCHES, HELD = "organizations.branches", "posts.held"
BEGUN = datetime(2026, 11, 1, 2, tzinfo=UTC)


def dated():
    return sorted(key for key, figure in figures().items() if figure.dated)


def touched(row, before, after):
    return Touch(BEGUN, "事", row, before, after)


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([touched(1, {}, {"a": 1})], Undone({1})),
        ([touched(1, {"a": 2}, {"a": 3}), touched(1, {"a": 1}, {"a": 2})], Undone(set(), {1: {"a": 1}})),
        ([touched(1, {"a": 1}, {"a": 2}), touched(1, {}, {"a": 1})], Undone({1})),
        ([touched(1, {"a": 2, "b": 5}, {})], Undone(set(), {}, {1: {"a": 2, "b": 5}})),
        (
            [touched(1, {"a": 2, "b": 5}, {}), touched(1, {"a": 1}, {"a": 2})],
            Undone(set(), {}, {1: {"a": 1, "b": 5}}),
        ),
        ([touched(1, {"a": 2}, {}), touched(1, {}, {"a": 2})], Undone({1})),
    ],
    ids=["made", "changed twice", "made and changed", "deleted", "changed and deleted", "made and deleted"],
)
def test_acts_are_undone_from_the_newest(acts, expected):
    assert undone(acts) == expected


@pytest.mark.parametrize("key", dated())
def test_every_dated_figure_counts_over_tables_as_they_were(db, key):
    figure = figures()[key]
    with everywhere(reason="test"):
        rows = then._amounts(figure, figure.rows(ON))
        nobody = {model: _of_nobody(model) for model in then._deciding(figure)}
        assert then._run(rows, nobody) == dict(rows)


def _of_nobody(model):
    """A row that is not there was made, and another changed, in every column."""
    return Undone({-1}, {-2: {field.attname: None for field in model._meta.concrete_fields}})


@pytest.fixture
def lived(tree, office_district, secretary):
    """Days on which things are done and told late, and what counted on ON before each of them."""
    steps = [
        lambda at: establish(at, tree.community, on=date(2026, 11, 5), basis="文", **BRANCH),
        lambda at: revoke(at, tree.other_branch, on=date(2026, 11, 2), basis="文"),
        lambda at: _deleted(at, secretary.post_id),
        lambda at: move(at, tree.community.fresh(), parent=tree.other_town, on=date(2026, 11, 9), basis="文"),
        lambda at: revoke(at, named("三"), on=date(2026, 11, 11), basis="文"),
        lambda at: revoke(at, tree.at(1, 1, 1, 2, 2), on=date(2026, 11, 10), basis="文"),
    ]
    counted = []
    for day, step in enumerate(steps):
        with travel(BEGUN + timedelta(days=2 * day), tick=False), reaching(office_district.reach()):
            counted.append((now(), *(_counted(key, tree.town) for key in (BRANCHES, HELD))))
            with travel(BEGUN + timedelta(days=2 * day, hours=1), tick=False):
                step(office_district)
    return counted


BRANCH = {"name": "三", "short_name": "三", "level": Level.BRANCH, "party_type": PartyType.BRANCH}


def named(name):
    return Organization._base_manager.get(name=name)


def _counted(key, organization):
    return dict(then._amounts(figures()[key], then.rows_on(figures()[key], organization, on=ON)))


def _deleted(actor, pk):
    with open_journal() as journal:
        post = Post.objects.get(pk=pk)
        post.delete()
        write_act(actor, "test", actor.user, result=None, place=actor.path, changes=journal.changes)


def test_what_is_undone_is_what_counted_at_the_time(lived, tree, office_district):
    assert [len(branches) for _, branches, _ in lived] == [4, 5, 4, 4, 2, 2]
    assert [len(held) for _, _, held in lived] == [1, 1, 1, 0, 0, 0]
    with reaching(office_district.reach()):
        for moment, branches, held in lived:
            assert compare(figures()[BRANCHES], tree.town, on=ON, known_at=moment).then == branches
            assert compare(figures()[HELD], tree.town, on=ON, known_at=moment).then == held


def test_what_counts_now_is_the_same_by_both_when_nothing_was_done_since(lived, tree, office_district):
    with reaching(office_district.reach()):
        found = compare(figures()[BRANCHES], tree.district, on=ON, known_at=now())
    assert (found.then, found.touches) == (found.now, {})


def test_cuts_and_months_are_counted_as_they_were_true(lived, tree, office_district):
    wanted = [("organizations.party", "level"), ("organizations.changes", "kind"), ("members.identified", "")]
    with reaching(office_district.reach()):
        found, untold = true_on(tree.other_town, wanted, ON)
    assert found.cut("organizations.party", "level") == {"branch": 6, "community": 3, "town": 1}
    assert found.months("organizations.changes", "kind", "establish") == {"2026-11": 1}
    assert untold == {("members.identified", "")}


def test_nothing_is_told_out_of_reach(tree, secretary):
    with reaching(secretary.reach()), pytest.raises(PermissionDenied):
        compare(figures()[BRANCHES], tree.town, on=ON, known_at=now())
    with reaching(secretary.reach()), pytest.raises(PermissionDenied):
        true_on(tree.town, [(BRANCHES, "")], ON)
