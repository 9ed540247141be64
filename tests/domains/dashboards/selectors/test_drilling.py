"""Behind a figure are the rows that it counts, under the reader's own scope; and the two numbers are compared."""

from datetime import date

import pytest
from django.http import QueryDict

from jingwei.domains.dashboards.forms.looking import asked_of
from jingwei.domains.dashboards.selectors import drilling
from jingwei.domains.dashboards.selectors.drilling import Asked, drilled
from jingwei.foundation.scope.reach import reaching
from jingwei.kernels.figures.declaring import figures
from jingwei.kernels.figures.listing import list_of
from tests.kernels.figures.people import person

ON = date(2026, 11, 22)
ALL = Asked()


def drill(actor, here, key="members.members", asked=ALL):
    figure = figures()[key]
    with reaching(actor.reach()):
        found = drilled(figure, list_of(figure.source), here, asked, ON)
        return found, [str(row) for row in found.rows]


def test_behind_the_number_are_as_many_rows(tree, superior, counted):
    found, rows = drill(superior, tree.community)
    assert (found.amount, found.seen, len(rows), found.words) == (3, 3, 3, "")


def test_behind_a_value_of_a_cut_are_its_rows(tree, superior, counted):
    found, rows = drill(superior, tree.community, asked=Asked("gender", "1"))
    assert (found.amount, rows, found.conditions) == (1, ["甲一"], "性别：男性")


def test_behind_a_month_are_its_rows(tree, superior, counted):
    inside, rows = drill(superior, tree.community, "members.joined", asked_of(QueryDict("month=2026-03")))
    before, none = drill(superior, tree.community, "members.joined", asked_of(QueryDict("month=2026-02")))
    assert (inside.amount, len(rows), before.amount, len(none)) == (1, 1, 0, 0)
    assert inside.conditions == "2026 年 3 月"


def test_while_changes_wait_it_is_said_that_they_do(tree, superior, counted):
    person(tree.branch, "丁四")
    found, rows = drill(superior, tree.community)
    assert (found.amount, len(rows)) == (3, 4)
    assert found.words == "名单里现在是 4 名。有变动正在计入，稍后两个数就一致。"


def test_more_rows_than_counted_without_a_reason_are_reported(counted):
    figure = figures()["members.members"]
    found = drilling.Drilled(figure, list_of(figure.source), figure.rows(ON), Asked(), amount=3, seen=4, waiting=0)
    fewer = drilling.Drilled(figure, list_of(figure.source), figure.rows(ON), Asked(), amount=3, seen=1, waiting=0)
    assert found.words == "名单里是 4 名，比指标多 1 名，请联系管理员核对。"
    assert fewer.words == "您能看到其中 1 名，其余的不在您的查看范围内。"


def test_a_very_long_list_is_not_counted(tree, superior, counted, monkeypatch):
    monkeypatch.setattr(drilling, "COUNTED", 2)
    found, _ = drill(superior, tree.community)
    assert (found.seen, found.agrees) == (None, True)


def test_a_cut_that_is_not_declared_is_an_error(tree, superior, counted):
    with pytest.raises(KeyError):
        drill(superior, tree.community, asked=Asked("moon", "full"))


@pytest.mark.parametrize(
    ("month", "months", "span"),
    [
        ("2026-11", ("2026-11",), "2026 年 11 月"),
        ("2026", tuple(f"2026-{n:02}" for n in range(1, 13)), "2026 年"),
        ("", None, ""),
        ("2026-13", None, ""),
        ("0000", None, ""),
        ("昨天", None, ""),
    ],
)
def test_a_month_or_a_year_is_read_from_the_address(month, months, span):
    found = asked_of(QueryDict(f"month={month}"))
    assert (found.months, found.span) == (months, span)
