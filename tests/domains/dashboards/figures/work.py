"""A plan with one duty, tasks of it, and what is asked of communities."""

from datetime import date

from jingwei.kernels.plans.models import Chapter, Clearance, Duty, Item, Plan, Report, Task
from tests.figures import saved

BEGINNING = date(2026, 1, 1)


def duty_of(organization, **columns):
    """The one duty of a plan that the organization has approved."""
    plan = Plan(
        organization=organization,
        title="工作要点",
        year=2026,
        text="正文",
        state="approved",
        approved_on=BEGINNING,
        published_path=organization.path,
    )
    saved(plan)
    chapter = saved(Chapter(plan=plan, position=1, title="章", start=0, end=1))
    item = saved(Item(chapter=chapter, position=1, title="条", start=0, end=1))
    return saved(Duty(item=item, position=1, text="召开联席会议", **columns))


def task(duty, organization, title, due_on, **columns):
    """A task given on the first day of the year."""
    values = {"start_on": BEGINNING, "given_on": BEGINNING, "given_by": "郑经办", "next_due_on": due_on}
    issuer = duty.item.chapter.plan.organization
    given = {"duty": duty, "organization": organization, "issuer": issuer, "title": title, "due_on": due_on}
    return saved(Task(**{**given, **values, **columns}))


def report(of, author, happened_on, **columns):
    values = {"task": of, "happened_on": happened_on, "written_on": happened_on, "note": "开了", "author": author}
    return saved(Report(**{**values, "author_title": "书记", **columns}))


def clearance(organization, area, **columns):
    """What is asked of the communities of an area: granted, from the beginning of the year to the end of the next."""
    values = {
        "title": "联席会议情况",
        "basis": "要点",
        "minutes": 60,
        "period": "month",
        "forms": 2,
        "starts_on": BEGINNING,
        "until": date(2027, 12, 31),
        "state": "granted",
        "decided_on": BEGINNING,
        "published_path": area.path,
    }
    return saved(Clearance(organization=organization, area=area, **{**values, **columns}))
