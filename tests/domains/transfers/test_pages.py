"""The pages of transfers, as people press through them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jingwei.domains.transfers.models import Arrival, Letter, Transfer
from jingwei.foundation.actions import writing
from jingwei.foundation.secrets.models import Look
from tests.domains.enrolling import a_member

from .conftest import words_of
from .test_outside import NEW


def version(row):
    return row.fresh().version


def test_a_transfer_inside_goes_through_by_pressing(world, browser, far_secretary):
    secretary = browser("secretary")
    assert "陶党生" in words_of(secretary.get("transfers:choose"))
    page = secretary.post("transfers:propose", world.member.pk, kind="inside", target=world.far.name, reason="work")
    transfer = Transfer._base_manager.get()
    assert page.url == f"/transfers/{transfer.pk}/"
    for part, route in (("office_town", "review"), ("office_other_town", "review"), ("far", "reception")):
        assert "待我办理" in words_of(browser(part).get("transfers:transfers"))
        step = world.step(transfer)
        assert 'name="verdict"' in browser(part).get("transfers:transfer", transfer.pk).content.decode()
        browser(part).post(f"transfers:{route}", step.pk, verdict="agreed", version=step.version)
    assert world.member.fresh().organization == world.far
    assert "已转接" in words_of(secretary.get("transfers:transfer", transfer.pk))


def test_who_waits_is_told_whose_turn_it_is_until_when(world, browser):
    transfer = world.proposed()
    told = words_of(browser("secretary").get("transfers:transfer", transfer.pk))
    assert "现在由云桥镇办理，2026年5月27日之前办完" in told
    assert "前一步办完后开始" in told
    assert "撤回转接" in told


def test_a_refusal_without_a_reason_is_told_at_the_field(world, browser):
    step = world.step(world.proposed())
    page = browser("office_town").post("transfers:review", step.pk, verdict="refused", version=step.version)
    assert page.status_code == 422
    assert "退回要写明理由。" in words_of(page)


def test_a_step_overtaken_by_a_revocation_is_told(world, browser):
    transfer = world.proposed()
    step = world.step(transfer)
    secretary = browser("secretary")
    assert secretary.post("transfers:revocation", transfer.pk, reason="不去了").status_code == 302
    page = browser("office_town").post("transfers:review", step.pk, verdict="agreed", version=step.version)
    assert page.status_code == 409
    assert transfer.fresh().outcome == "revoked"


def test_a_branch_that_nobody_knows_is_refused_at_the_field(world, browser):
    page = browser("secretary").post(
        "transfers:propose", world.member.pk, kind="inside", target="没有的", reason="work"
    )
    assert "没有找到这个支部" in words_of(page)


@pytest.mark.parametrize(
    ("given", "said"),
    [({"kind": "inside", "outside": "某地"}, "请写明转入支部"), ({"kind": "out", "target": ""}, "请写明对方党组织")],
)
def test_where_it_goes_must_be_said(world, browser, given, said):
    assert said in words_of(browser("secretary").post("transfers:propose", world.member.pk, reason="work", **given))


def test_a_letter_is_written_printed_receipted(world, browser):
    transfer = world.going_out()
    office, step = browser("office_town"), world.step(transfer)
    shown = office.get("transfers:transfer", transfer.pk).content.decode()
    assert 'value="2026-001"' in shown
    assert "一般 10 天，最长 90 天" in shown
    office.post(
        "transfers:issue", step.pk, verdict="agreed", number="2026-001", addressed_to="某党委", days=10,
        version=step.version,
    )  # fmt: skip
    letter = Letter._base_manager.get()
    file = office.get("transfers:letter_word", letter.pk)
    assert file["Content-Type"].endswith("wordprocessingml.document")
    assert Look._base_manager.count() == 1
    step = world.step(transfer)
    office.post("transfers:receipt", step.pk, received_on="2026-05-20", received_by="某党委", version=step.version)
    assert world.member.fresh().standing == "transferred"


def test_an_expired_letter_offers_a_new_one(world, browser, clock):
    transfer = world.going_out()
    world.lettered(transfer, days=10)
    office = browser("office_town")
    assert "重开介绍信" not in words_of(office.get("transfers:transfer", transfer.pk))
    clock.move_to("2026-05-31 10:00:00+08:00")
    office = browser("office_town")
    assert "重开介绍信" in words_of(office.get("transfers:transfer", transfer.pk))
    step = world.step(transfer)
    new = {"number": "2026-002", "addressed_to": "某党委", "days": 10, "statement": "因病没有按期报到。"}
    assert office.post("transfers:reissue", step.pk, version=step.version, **new).status_code == 302
    assert Letter._base_manager.count() == 2


def test_who_comes_from_outside_is_entered(world, browser):
    office = browser("office_town")
    given = {**{name: str(value) for name, value in NEW.items()}, "branch": world.tree.branch.name}
    assert office.post("transfers:new_arrival", **given).url == "/transfers/arrivals/"
    assert "苏远来" in words_of(office.get("transfers:arrivals"))
    assert office.get("transfers:receipt_word", Arrival._base_manager.get().pk).status_code == 200


@pytest.fixture
def own(world):
    """The member with a login."""
    actor = world.actor_for("member")
    with writing(reason="test"):
        world.member.user = actor.user
        world.member.save()
    return world.member


def test_a_member_asks_on_the_phone_and_the_branch_takes_it_up(world, browser, own):
    member, secretary = browser("member"), browser("secretary")
    assert "申请转接" in words_of(member.get("transfers:mine"))
    assert member.post("transfers:ask", kind="inside", target=world.far.name, reason="home").status_code == 302
    transfer = Transfer._base_manager.get()
    assert "支部提出" in words_of(member.get("transfers:mine"))
    step = world.step(transfer)
    secretary.post("transfers:proposal", step.pk, verdict="agreed", version=step.version)
    assert world.step(transfer).kind == "release"


def test_a_member_takes_the_own_request_back(world, browser, own):
    member = browser("member")
    member.post("transfers:ask", kind="out", outside="外地某支部", reason="home")
    transfer = Transfer._base_manager.get()
    assert member.post("transfers:own_revocation", transfer.pk, reason="不搬了").status_code == 302
    assert transfer.fresh().outcome == "revoked"


def test_nobody_takes_anothers_request_back(world, browser, own):
    transfer = world.proposed()
    assert browser("neighbour").post("transfers:own_revocation", transfer.pk, reason="不行").status_code == 404


def test_who_is_no_member_has_nothing_to_ask(world, browser):
    assert "没有找到您的党员登记" in words_of(browser("handler").get("transfers:mine"))
    assert browser("handler").get("transfers:ask").status_code == 404


def queries_of(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


LISTS = [("/transfers/", 10), ("/transfers/arrivals/", 4), ("/transfers/new/", 4)]


@pytest.mark.parametrize(("path", "queries"), LISTS)
@pytest.mark.parametrize("number", [1, 3])
def test_a_list_asks_as_often_for_three_rows_as_for_one(world, browser, number, path, queries):
    for n in range(number):
        world.member = a_member(world.tree.branch, f"程一{'甲乙丙'[n]}")
        world.proposed()
        letter = {**NEW, "name": f"苏远{'甲乙丙'[n]}", "letter_number": str(n), "arrived_on": date(2026, 5, 20)}
        from jingwei.domains.transfers.actions.arriving import arrive

        world.does("office_town", arrive, world.tree.branch, **letter)
    assert queries_of(browser("office_town").client, path) == queries
