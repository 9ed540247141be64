"""The interface gives the numbers of the selectors, to the one."""

from datetime import date

import pytest

from jingwei.domains.dashboards.selectors import values
from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import reaching
from jingwei.kernels.figures.actions.folding import fold_all
from jingwei.kernels.figures.declaring import figures, indices, ratios
from jingwei.kernels.figures.selectors.reading import read
from tests.domains.dashboards.api.asking import told
from tests.domains.dashboards.then import november, on_day
from tests.kernels.figures.people import person

MEMBERS, JOINED = "members.members", "members.joined"


def reading(actor, organization, wanted, **known):
    with reaching(actor.reach()):
        return read(organization, wanted, **known)


def test_every_figure_is_what_the_selector_reads(tree, office_town, counted):
    read_at = reading(office_town, tree.town, [(key, "") for key in figures()])
    months = {key: values.span(one, today()) for key, one in figures().items()}
    wanted = {key: read_at.amount(key, months=months[key]) for key in figures()}
    assert wanted[MEMBERS] == 3
    assert {key: told(office_town, key)["rows"][0]["amount"] for key in figures()} == wanted


def test_every_cut_is_what_the_selector_reads(tree, office_town, counted):
    for cut in figures()[MEMBERS].cuts:
        rows = told(office_town, MEMBERS, cut=cut.key)["rows"]
        amounts = reading(office_town, tree.town, [(MEMBERS, cut.key)]).cut(MEMBERS, cut.key)
        assert {row["cut"]: row["amount"] for row in rows} == amounts
        assert sum(amounts.values()) == 3


def test_a_cut_says_what_its_values_are_called(office_town, counted):
    rows = told(office_town, MEMBERS, cut="gender")["rows"]
    assert {row["cut"]: (row["cut_title"], row["amount"]) for row in rows} == {"1": ("男性", 1), "2": ("女性", 2)}


def test_a_ratio_gives_both_sides(tree, office_town, counted):
    (row,) = told(office_town, "members.women_share")["rows"]
    share = reading(office_town, tree.town, [(MEMBERS, ""), (MEMBERS, "gender")]).ratio(ratios()["members.women_share"])
    assert (row["top"], row["bottom"], row["value"]) == (2, 3, share.value)
    assert row["few"] is True


def test_a_ratio_of_nothing_has_no_value(office_other_town, counted):
    (row,) = told(office_other_town, "members.women_share")["rows"]
    assert (row["top"], row["bottom"], row["value"]) == (0, 0, None)


def test_an_index_gives_its_parts(office_town, counted):
    for key, index in indices().items():
        (row,) = told(office_town, key)["rows"]
        assert [(part["ratio"], part["weight"]) for part in row["parts"]] == list(index.parts)
        for part in row["parts"]:
            (alone,) = told(office_town, part["ratio"])["rows"]
            assert (part["top"], part["bottom"], part["value"]) == (alone["top"], alone["bottom"], alone["value"])


@pytest.fixture
def joined(tree, people, time_machine):
    """One has joined in each of two months of 2026, two long before."""
    time_machine.move_to("2026-11-25 10:00:00+08:00", tick=False)
    person(tree.branch, "丁四", joined_on=date(2026, 9, 30), full_on=None, born_on=date(2000, 1, 1))
    fold_all()


@pytest.mark.parametrize(
    ("asked", "period", "amount"),
    [
        ({"month": "2026-03"}, {"first": "2026-03", "last": "2026-03"}, 1),
        ({"month": "2026-04"}, {"first": "2026-04", "last": "2026-04"}, 0),
        ({"first": "2026-03", "last": "2026-08"}, {"first": "2026-03", "last": "2026-08"}, 1),
        ({"first": "2026-03", "last": "2026-09"}, {"first": "2026-03", "last": "2026-09"}, 2),
    ],
)
def test_what_happens_is_counted_in_the_months_asked_for(office_town, joined, asked, period, amount):
    said = told(office_town, JOINED, **asked)
    assert (said["period"], said["rows"][0]["amount"]) == (period, amount)


def test_without_a_month_the_period_is_that_of_the_board(office_town, counted):
    months = [month for month in values.span(figures()[JOINED], today()) if month]
    assert told(office_town, JOINED)["period"] == {"first": months[0], "last": months[-1]}
    assert told(office_town, MEMBERS)["period"] is None


def test_a_day_in_the_past_gives_what_was_known_at_its_end(tree, office_town, time_machine):
    for day, name in ((1, "甲一"), (20, "乙二")):
        with on_day(day, office_town):
            person(tree.branch, name)
    time_machine.move_to("2026-11-25 10:00:00+08:00", tick=False)
    known = {day: told(office_town, MEMBERS, known_on=november(day)) for day in (1, 19, 20, 25)}
    assert {day: said["rows"][0]["amount"] for day, said in known.items()} == {1: 1, 19: 1, 20: 2, 25: 2}
    assert [said["known_on"] for said in known.values()] == ["2026-11-01", "2026-11-19", "2026-11-20", None]
