"""The burden ledger and the self-check for filing."""

from datetime import date

import pytest

from jingwei.foundation.actions import writing
from jingwei.kernels.plans.models import AskedField
from jingwei.kernels.plans.selectors.burden import communities, ledger, of_community, overview
from jingwei.kernels.plans.selectors.self_check import KEPT, checklist
from jingwei.kernels.plans.selectors.weighing import asked_in_area, heaviest_with, weight_of
from jingwei.regulations.library import clauses

TODAY = date(2026, 5, 20)


@pytest.fixture
def asked(cast, asking, granting):
    """Three clearances: for the town each month, for its villages, for the whole district once."""
    whole = cast.tree.district
    granting(asking(minutes=40, forms=1, fields=("会议议题", "议定事项")))
    granting(asking(title="村务", minutes=30, audience="village", fields=("村务公开次数",)))
    granting(asking("handler", title="摸底", area=whole, minutes=90, period="once", forms=2, fields=("助餐人数",)))


def test_the_ledger_is_what_one_adds_up_by_hand(cast, acting, asked):
    with acting(cast.office_district):
        rows = {str(row.community): row.load for row in ledger(2026, 5)}
    town, other = rows["云桥东社区"], rows["云岭东社区"]
    assert (town.asks, town.minutes, town.forms, town.fields) == (2, 40 + 90, 1 + 2, 2 + 1)
    assert (other.asks, other.minutes, other.forms, other.fields) == (1, 90, 2, 1)


def test_a_month_before_or_after_the_clearance_bears_nothing(cast, acting, asked):
    with acting(cast.office_district):
        assert [sum(row.load.minutes for row in ledger(2026, month)) for month in (3, 4, 12)] == [0, 440, 440]
        assert sum(row.load.minutes for row in ledger(2027, 1)) == 0


def test_what_is_refused_or_waits_is_not_in_the_ledger(cast, acting, asking):
    asking()
    with acting(cast.office_district):
        assert {row.load.minutes for row in ledger(2026, 5)} == {0}


def test_each_sees_the_communities_of_the_own_reach(cast, acting, asked):
    with acting(cast.office_district):
        assert [str(c) for c in communities()] == ["云桥东社区", "云桥西社区", "云岭东社区", "云岭西社区"]
    with acting(cast.office_town):
        assert [str(c) for c in communities()] == ["云桥东社区", "云桥西社区"]
    with acting(cast.secretary):
        assert [str(c) for c in communities()] == ["云桥东社区"]


def test_a_secretary_sees_the_same_burden_as_the_district(cast, acting, asked):
    with acting(cast.secretary):
        own = of_community(cast.tree.community, 2026, 5)
    with acting(cast.office_district):
        assert own["borne"] == of_community(cast.tree.community, 2026, 5)["borne"]


def test_the_overview_says_who_asks_for_how_much(cast, acting, asked):
    with acting(cast.office_district):
        facts = overview(2026, 5)
    assert facts["askers"] == [("云溪区民政局", 360), ("云桥镇", 80)]
    assert (facts["average"], facts["over"]) == (110, 0)


def test_more_than_the_quota_is_shown_with_its_reason(cast, acting, asking, granting):
    granting(asking(minutes=500), over_quota_reason="防汛急需")
    with acting(cast.office_town):
        row = next(row for row in ledger(2026, 5))
    assert (row.is_over, row.reasons) == (True, ("防汛急需",))


def test_what_weighs_on_communities_is_told_to_a_department_that_does_not_administer_them(cast, acting, asked):
    with acting(cast.handler):
        assert list(communities()) == []
        facts = asked_in_area(cast.tree.town, on=TODAY)
    month = facts["month"]
    assert (month.heaviest, month.count, month.average, month.quota) == (130, 2, 130, 480)
    assert {c.title for c in facts["others"]} == {"联席会议情况", "村务", "摸底"}
    assert facts["linked"] == {c.pk for c in facts["others"] if c.title == "摸底"}


def test_an_application_is_shown_beside_what_the_same_communities_are_asked(cast, acting, asked, asking):
    new = asking(title="又一件", minutes=30, period="quarter", fields=("新内容",))
    with acting(cast.office_district):
        facts = weight_of(new, on=TODAY)
    assert facts["own_minutes"] == 10
    assert {c.title for c in facts["others"]} == {"联席会议情况", "村务", "摸底"}
    assert (facts["heaviest"].minutes, facts["heaviest"].beyond) == (140, 140 - 480)


def test_an_application_for_nobody_weighs_nothing(cast, acting, asking):
    new = asking(audience="village")
    with acting(cast.office_district):
        assert heaviest_with(new, on=TODAY) is None


def test_the_self_check_answers_every_clause_against_formalism(cast, acting, asked):
    keys = {clause.key.partition(".")[2] for clause in clauses().values() if clause.area == "formalism"}
    assert keys == set(KEPT)
    with acting(cast.office_district):
        assert all(line.is_kept and line.kept for line in checklist(on=TODAY))


def test_the_self_check_admits_a_field_that_is_asked_twice(cast, acting, asked):
    field = AskedField._base_manager.get(label="助餐人数")
    with writing(reason="test"):
        field.label = "议定事项"
        field.save()
    with acting(cast.office_district):
        broken = [line.clause.key for line in checklist(on=TODAY) if not line.is_kept]
    assert broken == ["formalism.repeated_forms"]
