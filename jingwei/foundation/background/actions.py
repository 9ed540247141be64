"""What an administrator does with jobs. They serve the whole installation, so only who stands at its root may."""

from dataclasses import dataclass

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import now
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.paths import lineage

from .models import UNFINISHED, Job


@dataclass(frozen=True)
class GivenUp:
    """A job that has failed, as the subject of an action; `root` is the path of the tree's root."""

    job: Job
    root: str

    def place(self) -> str:
        return self.root

    def __str__(self) -> str:
        return str(self.job)


def given_up(actor: Actor, job: Job) -> GivenUp:
    """The job in the tree in which the actor stands."""
    return GivenUp(job, lineage(actor.path)[0])


@action("platform.operate", title="重新执行后台事项")
def retry(actor: Actor, subject: GivenUp, /) -> Job:
    """Let a failed job wait again, as though it had not been tried. Raises Refused when it is done elsewhere."""
    job = Job.objects.select_for_update().get(pk=subject.job.pk)
    if job.failed_at is None:
        raise Refused("这项事项已经重新安排。", next_step="请返回列表查看。")
    if job.key and Job.objects.filter(UNFINISHED, key=job.key).exists():
        raise Refused("同样的事项已经在排队或进行中。", next_step="请等它完成。")
    job.failed_at, job.run_after, job.leased_until, job.leased_by = None, now(), None, ""
    job.attempts = job.failures = 0
    job.save(update_fields=["failed_at", "run_after", "leased_until", "leased_by", "attempts", "failures"])
    return job
