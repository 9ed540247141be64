"""The home page."""

from datetime import date
from typing import Any

from django.urls import reverse

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.ui.due import Due
from jingwei.kernels.plans.selectors import progress, tasks
from jingwei.organizations.selectors import organizations

from .plans import from_plans
from .rooms import from_rooms


def home(actor: Actor, *, on: date) -> dict[str, Any]:
    """The context of the home page for this actor."""
    own = organizations().filter(path=actor.path).first()
    waiting = list(from_rooms(actor, on))
    if own is None or not actor.may_anywhere("task.see"):
        return {**_list(waiting), "on": on, "organization": own, "done": [], "sees_tasks": False, "ways": ways(actor)}
    done = tasks.tasks().filter(tasks.in_state("done", on=on), organization=own).order_by("-completed_on", "-pk")
    return {
        **_list([*from_plans(own, actor, on), *waiting]),
        "on": on,
        "organization": own,
        "done": list(done[:20]),
        "children": progress.by_child(own, on=on),
        "whole": progress.of(own, on=on),
        "sees_tasks": True,
    }


def _list(dues: list[Due]) -> dict[str, Any]:
    """What is due first comes first."""
    dues = sorted(dues, key=lambda due: due.due_on or date.max)
    return {"dues": dues, "late": sum(due.kind == "late" for due in dues)}


def ways(actor: Actor) -> list[tuple[str, str, str]]:
    """Where somebody without tasks goes from here: (title, address, note)."""
    known = [
        ("我的信息", "members:mine", "mine.see", "登记了自己的哪些信息，谁看过"),
        ("工作要点", "plans:plans", "plan.see", "看上级和本级已审定的工作要点"),
        ("法规", "regulations:areas", "regulation.see", "每个数字出自哪一条"),
        ("操作记录", "record:acts", "record.see", "谁在什么时候办了什么"),
        ("工作日历", "calendar:year", "calendar.see", "维护调休和放假安排"),
        ("账号", "accounts:accounts", "account.see", "锁定、解锁账号，重置动态口令"),
        ("查看记录", "privacy:looks", "look.see", "谁在什么时候为什么看了个人信息"),
        ("预警", "privacy:alarms", "alarm.see", "查看个人信息过多的，核实处理"),
        ("后台事项", "background:jobs", "platform.operate", "交来以后接着办的事，停下的可以重新执行"),
    ]
    return [(title, reverse(name), note) for title, name, need, note in known if actor.may_anywhere(need)]
