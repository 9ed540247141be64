"""Forms about tasks and notices."""

from datetime import date, timedelta
from typing import Any

from django import forms

from jingwei.foundation.clock import today
from jingwei.foundation.ui.forms import fit

from ..choices import TaskState
from ..models import Task
from ..selectors.responsibilities import choices_for


class TaskFilter(forms.Form):
    """Which tasks a list shows."""

    state = forms.ChoiceField(
        label="状态",
        required=False,
        choices=[("open", "没有办完的"), ("all", "全部"), ("soon", "快到期（黄灯）"), *TaskState.choices],
    )
    q = forms.CharField(label="任务或单位", required=False, max_length=40)


class ReportForm(forms.Form):
    """One short form: what was done, when, how much."""

    note = forms.CharField(
        label="做了什么",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="一两句话即可，不用另写材料。",
    )
    happened_on = forms.DateField(label="哪天做的", widget=forms.DateInput)
    amount = forms.DecimalField(label="完成数量", min_value=0, max_digits=14, decimal_places=4)
    late_reason = forms.CharField(
        label="补录原因", required=False, max_length=200, help_text="很久以前的事才需要写；补录照常计入，不影响评价。"
    )
    upload = forms.FileField(
        label="佐证材料",
        required=False,
        help_text="可以不传。照片、PDF、Word、Excel 均可，系统会去掉照片里的位置信息。",
    )
    is_final = forms.BooleanField(label="这项任务已经全部完成", required=False)

    def __init__(self, *args: Any, task: Task, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("happened_on", today())
        if task.amount is None:
            del self.fields["amount"]
        else:
            self.fields["amount"].help_text = f"单位：{task.unit or '次'}。这次做了多少填多少，系统会自动累计。"
            self.initial.setdefault("amount", 1 if task.unit in ("", "次", "场", "期") else None)


class StrikeForm(forms.Form):
    """Why a report is struck."""

    reason = forms.CharField(
        label="作废原因", max_length=200, help_text="例如：数量填错。原来的内容会保留，只是不再计入。"
    )


class FulfilForm(forms.Form):
    """Which responsibility a task fulfils."""

    responsibility = forms.ChoiceField(label="对应的责任", required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, task: Task, **options: Any) -> None:
        super().__init__(*args, **options)
        self.found = {str(one.pk): one for one in choices_for(task)}
        fit(
            self,
            "responsibility",
            choices=[
                *((pk, f"{one.get_kind_display()}：{one.text}") for pk, one in self.found.items()),
                ("", "不对应哪一条"),
            ],
        )
        self.initial.setdefault("responsibility", str(task.responsibility_id or ""))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        return {"responsibility": self.found.get(data.get("responsibility", ""))}


class NoticeForm(forms.Form):
    """A supervision notice."""

    reason = forms.CharField(label="督办事由", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    reply_due_on = forms.DateField(label="请在哪天前回复", widget=forms.DateInput)

    def __init__(self, *args: Any, due: date | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("reply_due_on", due or today() + timedelta(days=7))


class ReplyForm(forms.Form):
    """The answer to a notice."""

    text = forms.CharField(label="回复内容", max_length=2000, widget=forms.Textarea(attrs={"rows": 5}))
