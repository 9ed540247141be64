"""What a figure, ratio or index is worth, and what stands beside it."""

from datetime import date

import pytest

from jingwei.domains.dashboards.selectors import values
from jingwei.domains.dashboards.selectors.children import read_below
from jingwei.domains.dashboards.selectors.index import indexed
from jingwei.domains.dashboards.selectors.values import value_of
from jingwei.foundation.scope.reach import reaching
from jingwei.kernels.figures.declaring import declared, figures, indices, ratios
from jingwei.kernels.figures.selectors.reading import read

ON = date(2026, 11, 22)


def value(actor, here, key, on=ON):
    with reaching(actor.reach()):
        return value_of(declared(key), read(here, values.wanted_by([key])), on)


def test_a_number_has_its_unit(tree, superior, counted):
    found = value(superior, tree.community, "members.members")
    assert (found.words, found.head.unit, found.below) == ("3", "名", "")


def test_a_ratio_has_what_it_is_of(tree, superior, counted):
    found = value(superior, tree.community, "members.women_share")
    assert (found.words, found.head.unit, found.below, found.few) == ("66.7", "%", "2 / 3 名党员", True)


def test_a_ratio_of_nothing_has_no_value(tree, superior, counted):
    found = value(superior, tree.branch, "coverage.organized_share")
    assert (found.number, found.words, found.head.lacking) == (None, "—", "覆盖对象")


def test_what_happens_is_counted_in_the_month_or_in_the_year_so_far(tree, superior, counted):
    joined = value(superior, tree.community, "members.joined")
    assert (joined.head.title, joined.words) == ("今年发展党员", "1")
    assert value(superior, tree.community, "members.joined", date(2025, 11, 22)).words == "0"
    assert values.span(figures()["tasks.completed"], ON) == ("2026-11", "")


def test_what_is_there_has_no_months():
    assert values.span(figures()["members.members"], ON) is None


@pytest.mark.parametrize(
    ("key", "day"),
    [("members.members", date(2026, 10, 22)), ("members.joined", date(2025, 11, 22)), ("imports.files", None)],
)
def test_the_own_past_is_the_same_day_of_the_month_or_of_the_year_before(key, day):
    assert values.day_before(declared(key), ON) == day


def test_the_points_of_an_index_make_it(tree, office_town, counted):
    index = indices()["indices.organization"]
    with reaching(office_town.reach()):
        found = indexed(index, read_below(tree.town, [index.key], ON, known_on=None))
    points = [part.points for part in found.parts if part.points is not None]
    assert round(sum(points), 1) == pytest.approx(found.cell.value.number, abs=0.3)
    assert sum(part.weight for part in found.parts) == 100


def test_a_part_of_an_index_without_anything_below_the_line_is_left_out_openly(tree, office_town, counted):
    index = indices()["indices.organization"]
    with reaching(office_town.reach()):
        found = indexed(index, read_below(tree.town, [index.key], ON, known_on=None))
    lacking = [part.cell.value.key for part in found.parts if part.points is None]
    assert (lacking, found.incomplete) == (["coverage.organized_share", "coverage.worked_share"], True)


def test_every_ratio_says_what_is_lacking():
    assert [key for key, ratio in ratios().items() if not values.Head(ratio).lacking] == []
