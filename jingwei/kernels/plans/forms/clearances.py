"""Forms of clearances (准入)."""

import re
from typing import Any

from django import forms

from jingwei.foundation.clock import today
from jingwei.foundation.ui.forms import fit
from jingwei.organizations.models import Organization

from ..choices import Audience, Period
from ..selectors.clearances import areas_for

SEPARATORS = re.compile(r"[\n,，、;；]+")
NEVER = (
    ("打卡签到", "要求打卡签到"),
    ("排名通报", "按积分或进度排名、通报"),
    ("在线时长", "统计在线时长、活跃度"),
    ("必须拍照上传照片", "必须上传照片或视频"),
    ("行动轨迹", "记录行动轨迹、定位"),
)


class ClearanceForm(forms.Form):
    """What is to be asked of communities, on what basis, how much of their time it takes."""

    title = forms.CharField(label="要社区（村）做什么", max_length=120)
    basis = forms.CharField(label="依据", max_length=200, help_text="写明文件名称和文号，或上级要点的条目。")
    area = forms.ChoiceField(label="涉及范围")
    audience = forms.ChoiceField(label="涉及对象", choices=Audience.choices, widget=forms.RadioSelect)
    fields_text = forms.CharField(
        label="要填哪些内容",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="一行一项。系统里已经有的内容不能再问；不用填表的留空。",
    )
    forms_count = forms.IntegerField(label="表格（张）", min_value=0, max_value=20, initial=0)
    minutes = forms.IntegerField(label="每次约需（分钟）", min_value=1, max_value=480)
    period = forms.ChoiceField(label="频次", choices=[c for c in Period.choices if c[0] != "day"])
    starts_on = forms.DateField(label="开始日期", widget=forms.DateInput)
    until = forms.DateField(label="截止日期", widget=forms.DateInput)
    demands = forms.MultipleChoiceField(
        label="是否有下列要求", required=False, choices=NEVER, widget=forms.CheckboxSelectMultiple,
        help_text="这些要求国家明文不准向基层提出，勾选后会告诉您出自哪一条。",
    )  # fmt: skip

    def __init__(self, *args: Any, path: str, duty: Any = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.duty = duty
        self.areas = {str(o.pk): o for o in areas_for(path)}
        fit(self, "area", choices=[(pk, str(o)) for pk, o in self.areas.items()])
        first = {"title": duty.text[:60], "basis": duty.plan.title} if duty else {}
        self.initial = {"audience": "all", "starts_on": today(), **first, **self.initial}

    @property
    def area_now(self) -> Organization | None:
        """The area that is chosen, or stands first."""
        return self.areas.get(str(self["area"].value() or "")) or next(iter(self.areas.values()), None)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("starts_on") and data.get("until") and data["until"] < data["starts_on"]:
            self.add_error("until", "截止日期不能早于开始日期。")
        if self.errors:
            return data
        names = ("title", "basis", "audience", "minutes", "period", "starts_on", "until")
        return {
            **{name: data[name] for name in names},
            "forms": data["forms_count"],
            "area": self.areas[data["area"]],
            "fields": tuple(label.strip() for label in SEPARATORS.split(data["fields_text"]) if label.strip()),
            "demands": tuple(data["demands"]),
            "duty": self.duty,
        }


class DecisionForm(forms.Form):
    """The district's decision."""

    verdict = forms.ChoiceField(
        label="审核结果", choices=[("grant", "同意准入"), ("refuse", "不予准入")], widget=forms.RadioSelect
    )
    decision = forms.CharField(label="审核意见", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    until = forms.DateField(label="同意到哪天", widget=forms.DateInput)
    over_quota_reason = forms.CharField(
        label="超出时限额度的理由", required=False, max_length=300, help_text="没有超出的不用写。写了会对社区公开。"
    )
