"""Acts are sealed in batches, none twice and none lost, whoever commits when."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, transaction

from jingwei.foundation.actions import writing
from jingwei.foundation.clock import now
from jingwei.foundation.record import sealing
from jingwei.foundation.record.lines import lines
from jingwei.foundation.record.models import Act, Seal, Unsealed
from jingwei.foundation.record.sealing import anchor_up, seal
from jingwei.foundation.record.verify_export import read, verify
from tests.cast import Tree, grown, play

from .conftest import register


def members() -> list[list[int]]:
    return [[act for act, _ in json.loads(one.members)] for one in Seal.objects.order_by("number")]


def is_whole(anchor) -> bool:
    return verify(lines(), read(str(anchor))).findings == []


def test_a_seal_holds_all_acts_that_wait_and_follows_the_one_before(anchor, act):
    one, two = act("一"), act("二")
    first = seal()
    three = act("三")
    second = seal()
    assert members() == [[one, two], [three]]
    assert (first[0].count, first[0].first_act, first[0].last_act) == (2, one, two)
    assert second[0].previous == first[0].digest
    assert Unsealed.objects.count() == 0


def test_nothing_to_seal_makes_no_seal(db, anchor):
    assert (seal(), Seal.objects.count(), anchor.exists()) == ([], 0, False)


def test_many_acts_are_sealed_in_batches(anchor, act, monkeypatch):
    monkeypatch.setattr(sealing, "AT_MOST", 2)
    numbers = [act(str(number)) for number in range(5)]
    seal()
    assert members() == [numbers[0:2], numbers[2:4], numbers[4:]]
    assert is_whole(anchor)


def test_a_number_that_was_rolled_back_is_no_gap(anchor, act):
    one = act("一")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        act("退回")
        raise ZeroDivisionError
    two = act("二")
    seal()
    assert members() == [[one, two]]
    assert is_whole(anchor)


def test_an_act_committed_late_is_sealed_later_and_not_lost(anchor, act):
    late, early = act("办得久的"), act("办得快的")
    with writing(reason="test"):
        Unsealed._base_manager.filter(pk=late).delete()  # as a transaction that has not committed looks to others
    seal()
    with writing(reason="test"):
        Unsealed(act_id=late).save(force_insert=True)
    seal()
    assert members() == [[early], [late]]
    assert is_whole(anchor)


def test_each_seal_is_one_line_of_the_anchor(sealed, anchor):
    written = [json.loads(line) for line in anchor.read_text().splitlines()]
    assert [(line["number"], line["digest"]) for line in written] == [
        (one.number, one.digest) for one in Seal.objects.order_by("number")
    ]
    assert [act for line in written for act, _ in line["acts"]] == sealed


def test_a_seal_whose_line_was_lost_in_a_crash_is_written_down_with_the_next(sealed, act, anchor):
    kept = anchor.read_text().splitlines()
    anchor.write_text("\n".join(kept[:1]) + "\n" + kept[1][:40])
    act("之后")
    seal()
    numbers = [line.get("number") for line in read(str(anchor))]
    assert numbers == [1, None, 2, 3, 4]
    assert is_whole(anchor)


def test_writing_down_again_adds_the_newest_only(sealed, anchor):
    anchor_up()
    assert [line["number"] for line in read(str(anchor))] == [1, 2, 3, 3]
    assert is_whole(anchor)


@pytest.mark.parametrize(("seconds", "made"), [(59, 0), (60, 1), (61, 1)])
def test_acts_are_sealed_when_the_last_seal_is_a_minute_old(anchor, act, time_machine, seconds, made):
    time_machine.move_to("2026-03-01T09:00:00+08:00", tick=False)
    act("一")
    seal()
    act("二")
    time_machine.move_to(now() + timedelta(seconds=seconds), tick=False)
    sealing.seal_when_due()
    assert Seal.objects.count() == 1 + made


@pytest.mark.parametrize(("waiting", "made"), [(1, 0), (2, 1), (3, 1)])
def test_acts_are_sealed_when_enough_of_them_wait(anchor, act, monkeypatch, time_machine, waiting, made):
    time_machine.move_to("2026-03-01T09:00:00+08:00", tick=False)
    monkeypatch.setattr(sealing, "ENOUGH", 2)
    act("第一个封存")
    seal()
    for number in range(waiting):
        act(str(number))
    sealing.seal_when_due()
    assert Seal.objects.count() == 1 + made


def test_the_first_act_is_sealed_once_it_is_committed(anchor, act, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        number = act("一")
        assert members() == []
    assert members() == [[number]]


def test_acts_of_one_transaction_ask_once_for_their_seal(anchor, act, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as hooks:
        numbers = [act("一"), act("二")]
    assert (len(hooks), members()) == (1, [numbers])


def test_an_act_after_one_that_was_rolled_back_asks_again(anchor, act, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as hooks:
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            act("退回")
            raise ZeroDivisionError
        number = act("二")
    assert (len(hooks), members()) == (1, [[number]])


def test_an_anchor_that_cannot_be_written_does_not_undo_the_act(
    settings, tmp_path, act, django_capture_on_commit_callbacks, caplog
):
    settings.ANCHOR_FILE = tmp_path
    with django_capture_on_commit_callbacks(execute=True):
        number = act("一")
    assert Act._base_manager.filter(pk=number).exists()
    assert "_seal_when_due" in caplog.text


def postgres_only() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time")


@pytest.mark.django_db(transaction=True)
def test_many_who_act_and_seal_at_once_lose_nothing_and_seal_nothing_twice(anchor):
    postgres_only()
    with writing(reason="test"):
        tree = Tree(grown())
        secretary = play("secretary", tree)
    together = Barrier(4)

    def act_and_seal(worker: int) -> None:
        together.wait()
        for number in range(10):
            register(secretary, tree.branch, name=f"{worker}-{number}")
            seal()
        connection.close()

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(act_and_seal, range(4)))
    sealed = [act for batch in members() for act in batch]
    assert sorted(sealed) == sorted(Act._base_manager.values_list("pk", flat=True))
    assert len(sealed) == 40
    assert is_whole(anchor)
