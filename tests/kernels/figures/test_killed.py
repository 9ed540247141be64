"""A folder that is killed leaves the queue as it was: no line is lost, none is counted twice."""

import subprocess
import sys
import time
from random import Random

import pytest

from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import everywhere
from jingwei.kernels.figures.actions.folding import fold_all
from jingwei.kernels.figures.models import Uncounted
from jingwei.kernels.figures.selectors.reading import read
from jingwei.kernels.figures.selectors.verifying import disagreements
from jingwei.members.models import Member
from tests.architecture.sources import ROOT
from tests.cast import Tree, grown
from tests.foundation.background.test_killed import elsewhere, wait_until
from tests.kernels.figures.people import person

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
__all__ = ["elsewhere"]
MEMBERS, KILLS = 3000, 8
FOLD_FOR_EVER = """
import django; django.setup()
from jingwei.kernels.figures.actions.folding import fold
print("ready", flush=True)
while True: fold(lines=3)
"""


def killed(environment, chance: Random) -> tuple[int, int]:
    """Fold in another process and kill it at a random moment; the lines before and after."""
    before = Uncounted.objects.count()
    command = [sys.executable, "-c", FOLD_FOR_EVER]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    wait_until(lambda: Uncounted.objects.count() < before)
    time.sleep(chance.uniform(0, 0.1))
    process.kill()
    process.wait()
    process.stdout.close()
    return before, Uncounted.objects.count()


def test_no_line_is_lost_or_counted_twice_when_the_folder_is_killed_at_random_moments(elsewhere):
    with writing(reason="test"):
        tree = Tree(grown())
    places = (tree.branch, tree.other_branch, tree.community)
    with writing(reason="test"), everywhere(reason="test"):
        for number in range(MEMBERS // 30):  # so many statements, and on SQLite so many rows
            some = [person(places[number % 3], f"某{number}", save=False, gender="12"[n % 2]) for n in range(30)]
            Member.objects.bulk_create(some)
            Uncounted.objects.bulk_create(
                Uncounted(source="members.Member", organization_id=places[n % 3].pk) for n in range(6)
            )
    chance, lines = Random(4), []
    for _ in range(KILLS):
        lines.append(killed(elsewhere, chance))
    assert all(after < before for before, after in lines)  # each had got on
    assert lines[-1][1] > 0  # and none had done it all
    fold_all()
    with everywhere(reason="test"):
        told = read(tree.city, [("members.members", ""), ("members.members", "gender")])
    assert told.amount("members.members") == MEMBERS
    assert told.cut("members.members", "gender") == {"1": MEMBERS // 2, "2": MEMBERS // 2}
    assert (disagreements(), Uncounted.objects.count()) == ([], 0)
