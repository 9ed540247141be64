"""Every figure, on the built demo city: what is rolled up is what the reader finds behind it, at every level."""

from itertools import groupby

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import Sum

from jingwei.foundation.access.grants import permissions
from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import everywhere, within
from jingwei.kernels.figures.actions.folding import fold_all
from jingwei.kernels.figures.actions.rebuilding import rebuild
from jingwei.kernels.figures.counting import cuts_of
from jingwei.kernels.figures.declaring import WHOLE, figures, indices, ratios
from jingwei.kernels.figures.listing import list_of
from jingwei.kernels.figures.models import Cell, Rollup
from jingwei.kernels.figures.selectors.reading import read
from jingwei.kernels.figures.selectors.rows import rows_behind
from jingwei.kernels.figures.selectors.verifying import disagreements
from jingwei.organizations.choices import Level
from jingwei.organizations.models import Organization
from jingwei.regulations.library import clauses, parameters

LEVELS = (Level.CITY, Level.DISTRICT, Level.TOWN, Level.STREET, Level.COMMUNITY, Level.VILLAGE, Level.BRANCH)


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo", "--small", verbosity=0)
        fold_all()
        yield
        transaction.set_rollback(True)


def nodes():
    """The first organization of each level that has members below it, and a department."""
    with everywhere(reason="test"):
        found = Organization.objects.filter(revoked_on=None).order_by("level", "path")
        by_level = {level: list(rows) for level, rows in groupby(found, key=lambda one: one.level)}
    return [by_level[level][0] for level in (*LEVELS, Level.DEPARTMENT) if level in by_level]


def behind(figure, organization, **which):
    rows = rows_behind(figure, organization, on=today(), **which)
    return rows.aggregate(total=Sum(figure.amount))["total"] or 0 if figure.amount else rows.count()


def said_and_found(figure, organization):
    """{(cut, value, month): (rolled up, behind it)} of a figure, read under the organization's own reach."""
    with within(organization.path):
        reading = read(organization, [(figure.key, cut.key if cut else WHOLE) for cut in cuts_of(figure)])
        cells = Cell.objects.filter(figure=figure.key)
        return {
            (cell.cut, cell.value, cell.month): (
                reading.amount(figure.key, cell.cut, cell.value, months=[cell.month]),
                behind(figure, organization, cut=cell.cut, value=cell.value, months=[cell.month]),
            )
            for cell in cells
        }


def whole(figure, organization):
    with within(organization.path):
        return read(organization, [(figure.key, WHOLE)]).amount(figure.key), behind(figure, organization)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("counted", ["folded", "rebuilt"])
def test_what_is_rolled_up_is_what_lies_behind_it(built, counted):
    if counted == "rebuilt":
        before = set(Rollup.objects.values_list("organization_id", "cell_id", "amount", "own"))
        rebuild()
        after = set(Rollup.objects.values_list("organization_id", "cell_id", "amount", "own"))
        assert {Cell.objects.get(pk=cell) for _, cell, *_ in before ^ after} == set()
    wrong = {}
    for figure in figures().values():
        for organization in nodes():
            said, found = whole(figure, organization)
            if said != found:
                wrong[figure.key, str(organization)] = said, found
            for cell, (one, other) in said_and_found(figure, organization).items():
                if one != other:
                    wrong[figure.key, str(organization), *cell] = one, other
    assert wrong == {}
    assert disagreements() == []


@pytest.mark.slow
@pytest.mark.django_db
def test_every_cut_divides_all_that_is_counted(built):
    city = nodes()[0]
    with everywhere(reason="test"):
        for figure in figures().values():
            reading = read(city, [(figure.key, cut.key if cut else WHOLE) for cut in cuts_of(figure)])
            for cut in figure.cuts:
                assert sum(reading.cut(figure.key, cut.key).values()) == reading.amount(figure.key), figure.key


@pytest.mark.slow
@pytest.mark.django_db
def test_every_value_of_a_cut_has_words_and_a_place_among_the_others(built):
    for figure in figures().values():
        for cut in figure.cuts:
            values = set(Cell.objects.filter(figure=figure.key, cut=cut.key).values_list("value", flat=True))
            assert values <= {*cut.order, ""}, (figure.key, cut.key)
            assert len(cut.order) <= 25, (figure.key, cut.key)
            words = [cut.words(value) for value in cut.order]
            assert len(set(words)) == len(words) and all(words), (figure.key, cut.key)


def shown(figure, number):
    """The first rows behind a figure as its list shows them: texts of the columns and the address."""
    one = list_of(figure.source)
    rows = figure.rows(today()).order_by(*one.order).select_related(*one.related)[:number]
    return [([column.text(row) for column in one.columns], one.address(row)) for row in rows]


@pytest.mark.slow
@pytest.mark.django_db
def test_every_list_shows_three_rows_with_as_many_queries_as_one(built, django_assert_num_queries):
    with everywhere(reason="test"):
        for figure in figures().values():
            with django_assert_num_queries(1):
                assert len(shown(figure, 1)) <= 1
            with django_assert_num_queries(1):
                found = shown(figure, 3)
            texts = [text for columns, _ in found for text in columns]
            assert all(isinstance(text, str) for text in texts), figure.key
            assert all(address == "" or address.startswith("/") for _, address in found), figure.key


def test_every_list_asks_for_a_permission_that_there_is():
    lists = {one.permission for figure in figures().values() if (one := list_of(figure.source))}
    assert lists <= set(permissions())


def test_every_basis_is_in_the_library():
    said = {one.basis for one in (*figures().values(), *ratios().values(), *indices().values())} - {""}
    assert said <= {*parameters(), *clauses(), "house-practice"}


def test_there_are_figures_of_everything_the_platform_holds():
    assert len(figures()) >= 45 and len(ratios()) >= 15 and len(indices()) == 2
    rooms = {key.partition(".")[0] for key in figures()}
    assert rooms >= {"organizations", "terms", "posts", "units", "members", "plans", "tasks", "notices", "burden"}
    assert rooms >= {
        "clearances",
        "imports",
        "coverage",
        "floating",
        "transfers",
        "care",
        "grids",
        "health",
        "handover",
    }


def test_every_definition_is_a_sentence():
    for one in (*figures().values(), *ratios().values(), *indices().values()):
        assert one.definition.endswith("。") and len(one.definition) >= 8, one.key
        assert one.title, one.key


def test_no_two_have_the_same_title():
    titles = [one.title for one in (*figures().values(), *ratios().values(), *indices().values())]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_every_model_that_is_counted_has_a_list():
    assert {figure.source for figure in figures().values() if list_of(figure.source) is None} == set()
    lists = [one for figure in figures().values() if (one := list_of(figure.source))]
    assert all(1 <= len(one.columns) <= 6 for one in lists)


def test_figures_that_count_people_say_so():
    assert {figure.key for figure in figures().values() if figure.unit == "名" and not figure.persons} == set()


def test_every_part_of_a_ratio_is_a_value_of_its_cut():
    for ratio in ratios().values():
        for part in (*ratio.top, *ratio.bottom):
            figure = figures()[part.figure]
            assert not part.cut or part.value in figure.cut(part.cut).order, (ratio.key, part)
            months = {bool(figures()[one.figure].month) for one in (*ratio.top, *ratio.bottom)}
            assert len(months) == 1, ratio.key


def test_the_parts_of_an_index_are_shares_that_are_better_high():
    for index in indices().values():
        assert sum(weight for _, weight in index.parts) == 100
        assert {(ratios()[key].unit, ratios()[key].better) for key, _ in index.parts} == {("%", "high")}
