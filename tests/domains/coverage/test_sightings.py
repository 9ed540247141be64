"""收集→分析→校核→登记: what was found becomes a unit of the register."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from jingwei.domains.coverage.actions.sightings import analyse, check, collect, correct, register, reject
from jingwei.domains.coverage.choices import Step
from jingwei.domains.coverage.models import Sighting
from jingwei.domains.coverage.selectors import waiting_for
from jingwei.domains.coverage.selectors.sightings import facts_of, to_check, twins_of
from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.organizations.models import Unit
from tests.domains.coverage.conftest import CODE, DAY, area_of, done, unit_of


def test_what_was_found_becomes_a_unit(checked, office_town, tree):
    sighting = done(office_town, register, checked)
    unit = Unit._base_manager.get()
    assert (sighting.step, sighting.unit, sighting.registered_on) == (Step.REGISTERED, unit, DAY)
    assert (unit.name, unit.organization, unit.credit_code, unit.party_members) == (
        "巷口修车行",
        tree.community,
        CODE,
        1,
    )


def test_who_collected_does_not_check(tree, office_town):
    sighting = done(office_town, collect, tree.community, name="店", kind="shop")
    done(office_town, analyse, sighting, analysis="好")
    with pytest.raises(Refused, match="收集的人不能校核自己的线索"):
        done(office_town, check, sighting)


def test_the_database_knows_no_check_by_who_collected(sighting, superior):
    sighting.analysed_on = sighting.checked_on = DAY
    sighting.checked_by = superior.user
    with writing(reason="test"), pytest.raises(IntegrityError), transaction.atomic():
        sighting.save()


def test_a_step_is_not_skipped(sighting, office_town):
    for act in (check, register):
        with pytest.raises(Refused, match="待分析"):
            done(office_town, act, sighting)


def test_a_secretary_collects_and_does_not_verify(sighting, superior):
    done(superior, analyse, sighting, analysis="好")
    with pytest.raises(PermissionDenied):
        done(superior, check, sighting)


def test_what_is_known_is_brought_up_to_date(tree, superior, office_town, sighting):
    unit = unit_of(tree.community, "修车行", kind="private_firm", address="一号", without_code="pending")
    done(superior, analyse, sighting, analysis="就是它", known_as=unit)
    done(office_town, check, sighting)
    done(office_town, register, sighting.fresh())
    row = Unit._base_manager.get()
    assert (row.name, row.kind, row.credit_code, row.without_code, row.address) == ("修车行", "shop", CODE, "", "一号")


def test_it_lies_in_the_area_where_it_was_found(tree, superior, office_town):
    block = area_of(tree.community, "block", "东街")
    sighting = done(superior, collect, tree.community, name="店", kind="shop", area=block)
    done(superior, analyse, sighting, analysis="好")
    done(office_town, check, sighting)
    unit = done(office_town, register, sighting.fresh()).unit
    assert [location.area for location in unit.locations.model._base_manager.all()] == [block]


def test_likely_twins_have_the_same_code_or_a_like_name(tree, superior, sighting):
    unit_of(tree.community, "别的店")
    coded = unit_of(tree.community, "老名字", credit_code=CODE)
    named = unit_of(tree.community, "云桥巷口修车行")
    short = unit_of(tree.community, "巷口修车行分店")
    with reaching(superior.reach()):
        assert {unit.pk for unit in twins_of(sighting)} == {coded.pk, named.pk, short.pk}


def test_it_is_rejected_with_a_reason_and_then_rests(sighting, office_town):
    with pytest.raises(Refused, match="请写明"):
        done(office_town, reject, sighting, reason=" ")
    assert done(office_town, reject, sighting, reason="已经搬走").step == Step.REJECTED
    with pytest.raises(Refused, match="不能再改"):
        done(office_town, reject, sighting, reason="已经搬走")


def test_a_wrong_code_is_not_collected(tree, superior):
    with pytest.raises(Refused, match="校验位"):
        done(superior, collect, tree.community, name="店", kind="shop", credit_code="91990000MA00000012")


def test_what_waits_is_what_one_may_do(sighting, superior, office_town, office_other_town):
    with reaching(superior.reach()):
        facts = facts_of(sighting, superior)
    assert (facts.may_analyse, facts.may_check, facts.own) == (True, False, True)
    done(superior, analyse, sighting, analysis="好")
    waiting = {}
    for actor in (superior, office_town, office_other_town):
        with reaching(actor.reach()):
            waiting[actor.role, actor.path] = to_check(actor)
    assert list(waiting.values()) == [0, 1, 0]


def test_a_sighting_asks_nothing_about_people():
    names = {field.name for field in Sighting._meta.concrete_fields}
    assert names & {"photo", "track", "position", "score", "rank", "phone", "contact", "checked_in_at"} == set()


def test_who_collected_puts_it_right_until_it_is_analysed(sighting, superior):
    told = {"name": "巷口修车铺", "kind": "private_firm", "credit_code": "", "party_members": None}
    done(superior, correct, sighting, **told)
    row = Sighting._base_manager.get()
    assert (row.name, row.kind, row.credit_code, row.party_members) == ("巷口修车铺", "private_firm", "", None)
    assert (row.collected_by, row.collected_on, row.version) == (superior.user, DAY, 2)
    done(superior, analyse, row, analysis="好")
    with pytest.raises(Refused, match="待校核"):
        done(superior, correct, row, **told)


def test_what_is_not_given_stays(sighting, superior):
    done(superior, correct, sighting, name="修车铺", kind="shop")
    row = Sighting._base_manager.get()
    assert (row.name, row.credit_code, row.party_members) == ("修车铺", CODE, 1)


def test_another_person_does_not_put_it_right(sighting, office_town):
    with pytest.raises(Refused, match="由收集的人更正"):
        done(office_town, correct, sighting, name="店", kind="shop")


def test_a_wrong_code_is_not_put_in_its_place(sighting, superior):
    with pytest.raises(Refused, match="校验位"):
        done(superior, correct, sighting, name="店", kind="shop", credit_code="91990000MA00000012")


def test_what_is_not_registered_is_not_put_right(sighting, superior, office_town):
    done(office_town, reject, sighting, reason="已经搬走")
    with pytest.raises(Refused, match="不登记"):
        done(superior, correct, sighting.fresh(), name="店", kind="shop")


def test_the_home_page_tells_who_may_check(sighting, superior, office_town):
    done(superior, analyse, sighting, analysis="好")
    told = []
    for actor in (superior, office_town):
        with reaching(actor.reach()):
            told.append([(due.title, due.due_on, due.do_text) for due in waiting_for(actor, DAY)])
    assert told == [[], [("校核、登记 1 条摸排线索", None, "去校核")]]
