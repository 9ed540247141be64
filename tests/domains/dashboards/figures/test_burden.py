"""What communities are asked for: the same numbers as the burden ledger."""

from datetime import date

import pytest

from jingwei.domains.dashboards.figures.burden import TIMES, minutes_a_month
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import everywhere, within
from jingwei.kernels.figures.declaring import figures
from jingwei.kernels.figures.selectors.rows import rows_behind
from jingwei.kernels.plans.choices import Period
from jingwei.kernels.plans.models import Clearance
from jingwei.kernels.plans.rules.burden import TIMES_A_MONTH, monthly_minutes
from jingwei.kernels.plans.selectors.burden import ledger
from jingwei.organizations.actions import reorganising
from jingwei.regulations.models import LocalValue
from tests.cast import plant
from tests.figures import changed, counted, divided, on_the_day, saved

from .work import clearance


def set_quota(organization, value, since=date(2026, 1, 1)):
    row = {"path": organization.path, "key": "burden.community_minutes_a_month", "value": value}
    return saved(LocalValue(**row, since=since, basis="镇文件", set_by="郑经办"))


def told(on):
    """(minutes, forms, pieces, communities over, within) of the ledger."""
    with everywhere(reason="test"):
        rows = ledger(on.year, on.month)
    over = sum(row.is_over for row in rows)
    loads = [row.load for row in rows]
    sums = (sum(one.minutes for one in loads), sum(one.forms for one in loads), sum(one.asks for one in loads))
    return *sums, over, len(rows) - over


def rolled_up(organization):
    keys = ("minutes", "forms", "asks", "over_quota", "within_quota")
    return tuple(counted(organization, f"burden.{key}") for key in keys)


def test_minutes_a_month_are_those_of_the_rule(tree):
    assert TIMES.keys() | {"month"} == TIMES_A_MONTH.keys()
    rows = [
        Clearance(
            organization=tree.town,
            area=tree.town,
            title="某事",
            basis="要点",
            minutes=minutes,
            period=period,
            starts_on=today(),
            until=today(),
        )
        for period in Period.values
        for minutes in range(1, 400)
    ]
    with writing(reason="test"), everywhere(reason="test"):
        Clearance.objects.bulk_create(rows)
        found = Clearance.objects.annotate(number=minutes_a_month()).values_list("minutes", "period", "number")
        wrong = [row for row in found if monthly_minutes(row[0], row[1]) != row[2]]
    assert wrong == []


@pytest.fixture
def asked(tree):
    """Three things asked of the town, one of its other community, one of the district's villages, two of nobody now."""
    with writing(reason="test"):
        plant((1, 1, 1, 3), "云桥村", "village", "631")
    clearance(tree.town, tree.town, minutes=90, period="week", forms=1)
    clearance(tree.district, tree.district, minutes=30, period="day", forms=0)
    clearance(tree.town, tree.other_community, minutes=7, period="quarter", forms=3)
    clearance(tree.district, tree.district, minutes=45, period="half_month", audience="village")
    clearance(tree.town, tree.town, minutes=500, state="refused")
    clearance(tree.town, tree.town, minutes=500, until=date(2026, 1, 2))


def test_the_figures_are_those_of_the_ledger(tree, asked):
    assert rolled_up(tree.city) == told(today())
    assert counted(tree.city, "burden.minutes") > 0


@pytest.mark.parametrize("value", ["1303", "1304", "0.5", "2608/2", "9999"])
def test_a_quota_that_is_set_locally_counts_as_in_the_ledger(tree, asked, value):
    set_quota(tree.district, "99999", since=date(2026, 1, 1))
    set_quota(tree.town, value, since=date(2026, 2, 1))
    set_quota(tree.town, "1", since=date(2027, 12, 1))
    assert rolled_up(tree.city) == told(today())


def test_more_than_the_quota_is_over_and_as_much_is_not(tree):
    clearance(tree.town, tree.town, minutes=480)
    assert (counted(tree.town, "burden.over_quota"), counted(tree.town, "burden.within_quota")) == (0, 2)
    clearance(tree.town, tree.community, minutes=1)
    assert (counted(tree.town, "burden.over_quota"), counted(tree.town, "burden.within_quota")) == (1, 1)


def test_with_the_month_what_has_ended_is_borne_no_more(tree, asked):
    on_the_day(date(2027, 12, 31), "burden.minutes")
    before = counted(tree.city, "burden.minutes")
    on_the_day(date(2028, 1, 1), "burden.minutes")
    assert (before > 0, counted(tree.city, "burden.minutes")) == (True, 0)


def test_a_community_that_moves_bears_what_its_new_superior_asks(tree, asked, office_city):
    assert rolled_up(tree.city) == told(today())
    with within(tree.city.path):
        reorganising.move(office_city, tree.community, parent=tree.other_town, on=today(), basis="批复")
    assert rolled_up(tree.city) == told(today())


def test_a_community_sees_behind_the_figure_what_it_is_asked_for(tree, asked):
    with within(tree.community.path):
        (row,) = rows_behind(figures()["burden.minutes"], tree.community, on=today())
    with everywhere(reason="test"):
        (line,) = ledger(today().year, today().month, tree.community.path)
    assert row.counted == line.load.minutes == counted(tree.community, "burden.minutes")


def test_clearances_are_counted_with_the_asker(tree, asked):
    assert divided(tree.town, "clearances.clearances", "state") == {"granted": 3, "refused": 1}
    assert divided(tree.city, "clearances.decided", "state") == {"granted": 5, "refused": 1}
    assert counted(tree.city, "clearances.in_force") == 4
    with everywhere(reason="test"):
        one = Clearance.objects.filter(audience="village").get()
    changed(one, state="withdrawn")
    assert counted(tree.city, "clearances.in_force") == 3
