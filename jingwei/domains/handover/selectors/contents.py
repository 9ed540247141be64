"""The sections that this room tells itself, from what the rooms below hold."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from jingwei.domains.health.selectors.matters import open_matters
from jingwei.domains.transfers.selectors.rows import open_steps, open_transfers
from jingwei.foundation.evidence.selectors import attachments
from jingwei.foundation.scope.paths import SEGMENT, lineage, parent
from jingwei.foundation.scope.vocabulary import below
from jingwei.foundation.ui.words import date_cn
from jingwei.kernels.plans.selectors.tasks import OPEN, open_notices, tasks
from jingwei.members.models import Member
from jingwei.organizations.choices import Duty
from jingwei.organizations.models import Organization, Post
from jingwei.organizations.selectors.facts import owned, term_facts
from jingwei.organizations.selectors.rows import above

from .sections import Line, section

DOCUMENTS = 200  # the newest; the others stay where they are
CONTACTS = (Duty.SECRETARY, Duty.DEPUTY, Duty.STAFF)


@section("未办结的任务")
def open_tasks(organization: Organization, on: date) -> Iterator[Line]:
    """By when they are due next."""
    for task in tasks().filter(OPEN, organization=organization):
        yield Line(task.title, f"{task.issuer}下达 · {task.duty.plan.title}", task.next_due_on)


@section("要回复的督办单")
def notices(organization: Organization, on: date) -> Iterator[Line]:
    for notice in open_notices().filter(task__organization=organization):
        state = "已回复，等待办结" if notice.replied_on else "还没有回复"
        yield Line(notice.task.title, f"{notice.issuer}发出 · {state}", notice.reply_due_on)


@section("整改事项")
def matters(organization: Organization, on: date) -> Iterator[Line]:
    for matter in open_matters().filter(organization=organization):
        yield Line(matter.get_kind_display(), matter.words, matter.due_on)


@section("组织关系转接")
def transfers(organization: Organization, on: date) -> Iterator[Line]:
    """The steps that wait here, and the members of the branch whose transfer is under way."""
    for step in open_steps().filter(organization=organization):
        yield Line(f"{step.get_kind_display()}：{step.transfer.member}", "等待本组织办理", step.due_on)
    for transfer in open_transfers().filter(organization=organization):
        where = transfer.target.name if transfer.target else transfer.outside
        yield Line(f"转出：{transfer.member}", f"转往{where}，正在办理")


@section("届期和责任")
def standing_duties(organization: Organization, on: date) -> Iterator[Line]:
    """The term that runs, and what the organization answers for."""
    found = term_facts(organization, above(organization.path), on=on)
    if found:
        yield Line(
            f"{found.term}", f"{date_cn(found.term.since)}选举，任期 {found.term.years} 年", found.standing.due_on
        )
    for one in owned(organization, on=on):
        kind = one.responsibility.get_kind_display()
        yield Line(one.responsibility.text, f"{kind} · {one.owner}" if one.owner else kind)


@section("党员")
def members(organization: Organization, on: date) -> Iterator[Line]:
    """How many, and how many to look after; no names: the register has them."""
    found = Member.objects.filter(organization=organization).filter(left_on=None)
    number = found.count()
    if number:
        yield Line(f"党员 {number} 名", f"其中预备党员 {found.filter(full_on=None).count()} 名，名单以党员名册为准")
        hard_up = found.filter(hardship__isnull=False).count()
        yield Line(f"登记了困难情况的 {hard_up} 名", "请当面交代，姓名和情况不写在交接包里")


@section("联系人")
def contacts(organization: Organization, on: date) -> Iterator[Line]:
    """Who holds the posts above, and those of the organizations beside."""
    superior = parent(organization.path)
    beside = [path for path in _beside(superior) if path != organization.path] if superior else []
    held = Post.objects.filter(Q(until=None) | Q(until__gt=on), since__lte=on, duty__in=CONTACTS)
    places = Q(organization__path__in=lineage(superior)) | Q(organization__path__in=beside, duty=Duty.SECRETARY)
    found = held.filter(places).select_related("user", "organization").order_by("organization__path", "id")
    for post in found:
        where = "上级" if organization.path.startswith(post.organization.path) else "同级"
        yield Line(f"{post.user}", f"{where} · {post.title}")


def _beside(superior: str) -> list[str]:
    """The paths of those directly below the superior, whoever may see their pages: names of posts are no secret among
    neighbours."""
    length = len(superior) + SEGMENT
    found = Post.objects.filter(below("organization__path", superior), until=None)
    return [path for path in found.values_list("organization__path", flat=True).distinct() if len(path) == length]


@section("材料")
def documents(organization: Organization, on: date) -> Iterator[Line]:
    """The files that were attached to the organization's work."""
    for file in attachments().filter(path=organization.path).order_by("-pk")[:DOCUMENTS]:
        yield Line(file.filename, f"{file.attached_by}，{date_cn(file.attached_at)}")
