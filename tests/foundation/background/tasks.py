"""Tasks that only the tests know."""

from time import sleep
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django_tasks import TaskContext, task

from jingwei.foundation.actions import writing
from jingwei.foundation.background.acting import as_actor
from jingwei.foundation.background.leases import hold_lease
from jingwei.foundation.background.titles import titled
from jingwei.foundation.errors import Refused
from jingwei.foundation.submissions.models import Submission

BATCH, PAUSE = 5, 0.01


def write(number: int) -> None:
    with writing(reason="test"):
        Submission(owner=owner(number), key=uuid4(), path="/").save()


def owner(number: int) -> str:
    return f"row {number:06}"


def written() -> list[int]:
    return [int(owner[4:]) for owner in Submission.objects.order_by("id").values_list("owner", flat=True)]


@task()
@titled("登记一行")
def note(number: int) -> None:
    write(number)


@task()
def fail(number: int) -> None:
    write(number)
    raise ValueError("13800001234")


@task()
def refuse() -> None:
    raise Refused("这件事不能办。", next_step="请找镇党建办。")


@task()
def deny() -> None:
    raise PermissionDenied("no")


@task(takes_context=True)
def note_attempt(context: TaskContext) -> None:
    write(context.attempt)


@task()
def note_reach_of(post_id: int) -> None:
    with as_actor(post_id) as actor:
        write(len(actor.path))


@task()
def append(upto: int) -> None:
    """Append the numbers from 0 below `upto`, in batches that take their time; goes on after what is there."""
    going = True
    while going:
        with transaction.atomic():
            hold_lease()
            start = Submission.objects.count()
            end = min(start + BATCH, upto)
            with writing(reason="test"):
                numbers = range(start, end)
                Submission.objects.bulk_create(Submission(owner=owner(n), key=uuid4(), path="/") for n in numbers)
            sleep(PAUSE)
            going = end < upto
