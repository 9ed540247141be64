"""What waits for somebody in this room, for the home page."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.ui.due import Due
from jingwei.organizations.choices import Duty
from jingwei.organizations.models import Organization, Post
from jingwei.regulations.selectors import local_value

from . import people

FEW = 3  # birthdays that are named one by one


def waiting_for(actor: Actor, on: date) -> Iterator[Due]:
    """The political birthdays that come, and the talk of the month, for who heads a branch."""
    if actor.post_id is None or not actor.may_anywhere("care.edit"):
        return
    here = Organization.objects.filter(path=actor.path, level__in=("branch", "unit")).first()
    if here is None:
        return
    yield from _birthdays(here, on)
    yield from _talk(here, actor, on)


def _birthdays(here: Organization, on: date) -> Iterator[Due]:
    rows = people.having_birthday(here, on=on, days=people.reminder_days(here, on))
    for one in people.birthdays(list(rows[: FEW + 1]), on)[:FEW]:
        title = f"政治生日：{one.member} 入党 {one.years} 年"
        href = reverse("care:care")
        yield Due(title, one.on, "soon", "快到了", "按支部的做法过政治生日", href, "查看", href)


def _talk(here: Organization, actor: Actor, on: date) -> Iterator[Due]:
    post = Post.objects.filter(pk=actor.post_id or 0, duty=Duty.SECRETARY).first()
    wanted = int(local_value("recognition.head_talks_per_month", here.path, on=on).value)
    if post is None or people.talks_in_month(post.pk, on) >= wanted:
        return
    last = on.replace(day=monthrange(on.year, on.month)[1])
    note, href = f"书记每月至少 {wanted} 次", reverse("care:visits")
    yield Due("本月谈心谈话", last, "todo", "待办", note, href, "去登记", reverse("care:new_visit"))
