"""The form by which a duty becomes tasks, and a task is passed on."""

from datetime import date
from typing import Any

from django import forms

from jingwei.foundation.clock import today
from jingwei.foundation.ui.forms import fit

from ..actions.dispatching import Order
from ..choices import Comparator, Period, Spread
from ..models import Duty, Measure, Task
from ..selectors.targets import group_choices, in_group, receivers, usable_clearances

CHOSEN = "chosen"


class OrderForm(forms.Form):
    """To whom, what, how much, until when. `cleaned_data` is what the actions take."""

    group = forms.ChoiceField(label="下达给谁", widget=forms.RadioSelect)
    chosen = forms.MultipleChoiceField(label="选定的单位", required=False, widget=forms.CheckboxSelectMultiple)
    title = forms.CharField(label="任务名称", max_length=120)
    detail = forms.CharField(
        label="具体要求", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    amount = forms.DecimalField(label="数量", required=False, min_value=0, max_digits=14, decimal_places=4)
    unit = forms.CharField(label="单位", required=False, max_length=20)
    comparator = forms.ChoiceField(label="数量要求", choices=[c for c in Comparator.choices if c[0] != "range"])
    period = forms.ChoiceField(label="频次", choices=Period.choices)
    spread = forms.ChoiceField(label="怎样分解", choices=Spread.choices, widget=forms.RadioSelect)
    start_on = forms.DateField(label="开始日期", widget=forms.DateInput)
    due_on = forms.DateField(label="完成期限", widget=forms.DateInput)
    clearance = forms.ChoiceField(
        label="区里准入", required=False, help_text="下达到社区（村）时必选；部门没有准入不能向社区布置任务。"
    )

    def __init__(self, *args: Any, path: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.receivers = list(receivers(path))
        self.clearances = {str(c.pk): c for c in usable_clearances(path, on=today())}
        fit(self, "group", choices=[*group_choices(self.receivers), (CHOSEN, "选定的单位")])
        fit(self, "chosen", choices=[(str(o.pk), o.short_name) for o in self.receivers])
        fit(
            self,
            "clearance",
            choices=[
                ("", "不涉及社区（村）"),
                *(
                    (pk, f"{c.title}（{c.organization}，到 {c.until:%Y年%m月%d日}）")
                    for pk, c in self.clearances.items()
                ),
            ],
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("start_on") and data.get("due_on") and data["due_on"] < data["start_on"]:
            self.add_error("due_on", "完成期限不能早于开始日期。")
        organizations = self._organizations(data)
        if not organizations and "group" in data:
            self.add_error("chosen", "请至少选一个单位。")
        if self.errors:
            return data
        names = ("title", "detail", "start_on", "due_on", "amount", "unit", "comparator", "period", "spread")
        return {
            "organizations": organizations,
            "order": Order(**{name: data[name] for name in names}),
            "clearance": self.clearances.get(data.get("clearance", "")),
        }

    def _organizations(self, data: dict[str, Any]) -> list[Any]:
        if data.get("group") == CHOSEN:
            wanted = set(data.get("chosen", ()))
            return [o for o in self.receivers if str(o.pk) in wanted]
        return in_group(self.receivers, data.get("group", ""))


def from_duty(duty: Duty, measure: Measure | None) -> dict[str, Any]:
    """What the form starts with for a duty, and one of its measures."""
    year_end = date(duty.plan.year, 12, 31)
    start = max(date(duty.plan.year, 1, 1), today()) if today() <= year_end else today()
    first = {
        "title": (measure.subject or duty.text if measure else duty.text)[:40],
        "detail": duty.text[:1000],
        "start_on": start,
        "due_on": max(year_end, start),
        "comparator": "at_least",
        "period": "once",
        "spread": "each",
        "group": CHOSEN,
    }
    return {**first, **from_measure(measure)} if measure else first


def from_measure(measure: Measure) -> dict[str, Any]:
    """The quantity, rhythm and day of a measure; a range is asked for at its lower end."""
    values = {
        "amount": measure.value,
        "unit": measure.unit,
        "comparator": "at_least" if measure.comparator == "range" else measure.comparator,
        "period": measure.period or "once",
        "due_on": measure.deadline,
    }
    return {name: value for name, value in values.items() if value not in (None, "")}


def from_task(task: Task) -> dict[str, Any]:
    """What the form starts with when a task is passed on: the task as it was received."""
    names = ("title", "detail", "amount", "unit", "comparator", "period", "spread", "due_on")
    start = max(task.start_on, min(today(), task.due_on))
    values = {name: getattr(task, name) for name in names}
    return {**values, "start_on": start, "clearance": str(task.clearance_id or ""), "group": CHOSEN}
