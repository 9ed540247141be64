"""Who sees a transfer: the branch that is left, the receiving side from when it is asked, the member; nobody else."""

import pytest

from jingwei.domains.transfers.models import Letter, Step, Transfer
from jingwei.domains.transfers.selectors import letters, transfers, waiting_for
from jingwei.domains.transfers.selectors.rows import steps
from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import reaching


def seen(world, part, rows=transfers):
    with reaching(world.actor_for(part).reach()):
        return rows().count()


SIDES = ("secretary", "office_town", "neighbour", "office_other_town", "far", "member")


def test_the_receiving_side_sees_a_transfer_from_when_it_is_asked(world, far_secretary):
    transfer = world.proposed()
    assert Transfer._base_manager.count() == 1  # there is something to leak
    assert [seen(world, part) for part in SIDES] == [1, 1, 0, 0, 0, 0]
    world.reviewed("office_town", transfer)
    assert [seen(world, part) for part in SIDES] == [1, 1, 0, 1, 0, 0]
    world.reviewed("office_other_town", transfer)
    assert [seen(world, part) for part in SIDES] == [1, 1, 0, 1, 1, 0]
    assert [seen(world, part, steps) for part in SIDES] == [4, 4, 0, 4, 4, 0]
    assert Step._base_manager.count() == 4


def test_the_member_sees_the_own_transfer(world):
    from jingwei.foundation.actions import writing

    with writing(reason="test"):
        world.member.user = world.actor_for("member").user
        world.member.save()
    world.proposed()
    assert seen(world, "member") == 1
    assert seen(world, "committee_member") == 1
    assert seen(world, "resident") == 0


def test_a_letter_is_seen_by_its_branch_and_its_committee_only(world, far_secretary):
    world.lettered(world.going_out())
    assert Letter._base_manager.count() == 1  # there is something to leak
    assert [seen(world, part, letters) for part in SIDES] == [1, 1, 0, 0, 0, 0]


@pytest.mark.parametrize("part", ["neighbour", "office_other_town"])
def test_the_page_of_anothers_transfer_is_not_there(world, browser, part):
    transfer = world.proposed()
    assert browser("secretary").get("transfers:transfer", transfer.pk).status_code == 200
    assert browser(part).get("transfers:transfer", transfer.pk).status_code == 404


def test_only_the_one_whose_turn_it_is_has_something_to_do(world, far_secretary):
    def busy():
        found = {}
        for part in ("secretary", "office_town", "office_other_town", "far", "office_district"):
            actor = world.actor_for(part)
            with reaching(actor.reach()):
                found[part] = len(waiting_for(actor, today()))
        return [part for part, count in found.items() if count]

    transfer = world.proposed()
    assert busy() == ["office_town"]
    world.reviewed("office_town", transfer)
    assert busy() == ["office_other_town"]
    world.reviewed("office_other_town", transfer)
    assert busy() == ["far"]
    world.received("far", transfer)
    assert busy() == []


def test_a_receipt_is_asked_for_once_the_letter_has_expired_and_once_it_is_missing(world, clock):
    world.lettered(world.going_out())
    found = []
    for day in ("2026-05-30", "2026-05-31", "2026-08-18", "2026-08-19"):
        clock.move_to(f"{day} 10:00:00+08:00")
        actor = world.actor_for("office_town")
        with reaching(actor.reach()):
            found.append([line.word for line in waiting_for(actor, today())])
    assert found == [[], ["介绍信已过期"], ["介绍信已过期"], ["没有收到回执"]]
