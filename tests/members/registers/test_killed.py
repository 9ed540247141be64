"""The worker is killed at 50 random moments of an import of 5,000 rows: nothing is lost, nothing comes twice, and the
import goes on by itself."""

import os
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from random import Random

import pytest

from jingwei.foundation.actions import writing
from jingwei.foundation.background.models import Job
from jingwei.foundation.scope.reach import reaching
from jingwei.foundation.spreadsheets.actions import sending
from jingwei.foundation.spreadsheets.models import Intake, StagedRow
from jingwei.foundation.spreadsheets.tasks import apply_intake, check_intake
from jingwei.members.models import Member, NameWord
from jingwei.members.rules.naming import words_of
from tests.architecture.sources import ROOT
from tests.cast import Tree, grown, play
from tests.foundation.background.test_killed import elsewhere, wait_until
from tests.members.registers.forking import ROWS_AT_A_TIME
from tests.members.registers.sheets import id_number, person, sheet

pytestmark = pytest.mark.slow
ROWS, KILLS = 5000, 25  # kills of each half: checking, writing
SIGNS = "秦书明陶党生邻友和尚秋实郑经办邵区小组卜承沈计真习同管"
__all__ = ["elsewhere"]


def roster() -> bytes:
    rows = []
    for number in range(ROWS):
        born = date(1970, 1, 1) + timedelta(days=number // 50)
        name = SIGNS[number % 25] + SIGNS[number // 25 % 25] + SIGNS[number // 625 % 25]
        other = {"出生日期": born.isoformat(), "公民身份号码": id_number(f"{born:%Y%m%d}", number % 50)}
        rows.append(person(name, 1, **other, 手机号码=f"138{number:08d}"))
    return sheet(*rows)


class Workers:
    """Workers that live until they are killed."""

    def __init__(self, environment: dict[str, str]) -> None:
        command = [sys.executable, "-m", "tests.members.registers.forking"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.parent = subprocess.Popen(command, cwd=ROOT, env=environment, **pipes)

    def start(self) -> int:
        self.parent.stdin.write("\n")
        self.parent.stdin.flush()
        return int(self.parent.stdout.readline())

    def end(self) -> None:
        self.parent.stdin.close()
        self.parent.wait()
        self.parent.stdout.close()


def killed(workers: Workers, chance: Random, left: int, *, later: bool) -> bool:
    """A worker is started and killed at a random moment after it has taken the job, or (`later`) has got on with it;
    whether it was at work then. `left`: kills that are still to come, for which something is left to do."""
    before = Job.objects.get(finished_at=None, failed_at=None).started_at
    pid = workers.start()
    wait_until(lambda: Job.objects.filter(finished_at=None).exclude(started_at=before).exists() or done())
    if later:
        reached = Intake._base_manager.get().done
        wait_until(lambda: Intake._base_manager.get().done != reached or done())
    time.sleep(chance.uniform(0, longest_pause(left)))
    os.kill(pid, signal.SIGKILL)
    return not done()


def longest_pause(left: int) -> float:
    """So many seconds that enough steps are left for the other kills. A file that is checked begins anew each time."""
    intake = Intake._base_manager.get()
    if intake.confirmed_at is None:
        return 0.4
    steps = (ROWS - intake.done) / ROWS_AT_A_TIME
    return 0.03 * max(steps / left - 2, 0)


def done() -> bool:
    return not Job.objects.filter(finished_at=None, failed_at=None).exists()


def killed_again_and_again(workers: Workers, chance: Random) -> int:
    """As often as it has to be; then one worker is left to finish the job. How many were killed at work."""
    kills = sum(killed(workers, chance, KILLS - number, later=number % 2 == 1) for number in range(KILLS))
    last = workers.start()
    wait_until(done)
    os.kill(last, signal.SIGKILL)
    return kills


def test_an_import_outlives_every_killing(elsewhere, settings):
    settings.KEYS_FILE = f"{elsewhere['JINGWEI_DATA']}/keys.json"
    chance, workers = Random(50), Workers(elsewhere)
    with writing(reason="test"):
        actor = play("office_town", Tree(grown()))
    with reaching(actor.reach()):
        intake = sending.send(actor, sending.blank(actor, "members"), filename="名册.csv", content=roster())
    check_intake.enqueue(intake.pk, actor.post_id)
    kills = killed_again_and_again(workers, chance)
    with reaching(actor.reach()):
        intake = sending.confirm(actor, Intake.objects.get())
    assert (intake.read, intake.created, intake.rejected) == (ROWS, ROWS, 0)
    apply_intake.enqueue(intake.pk, actor.post_id)
    kills += killed_again_and_again(workers, chance)
    workers.end()
    assert kills == 2 * KILLS == 50
    must_be_whole()


def must_be_whole() -> None:
    """Every row is there once, with its words, and the counts say so."""
    intake = Intake._base_manager.get()
    assert list(Job.objects.filter(failed_at__isnull=False).values_list("error", flat=True)) == []
    assert (intake.applied_at is not None, intake.created, intake.done) == (True, ROWS, ROWS)
    members = Member._base_manager.values_list("pk", "name")
    assert len(members) == ROWS
    assert set(StagedRow._base_manager.values_list("target", flat=True)) == {pk for pk, _ in members}
    words = {(word, pk) for word, pk in NameWord._base_manager.values_list("word", "member_id")}
    assert words == {(word, pk) for pk, name in members for word in words_of(name)}
