"""Forms about who covers a unit, and the filter of the list."""

from typing import Any

from django import forms

from jingwei.foundation.clock import today
from jingwei.foundation.ui.forms import fit
from jingwei.organizations.choices import Duty
from jingwei.organizations.forms.change import ChangeForm, PlaceField
from jingwei.organizations.models import Post
from jingwei.organizations.selectors.places import party_organizations
from jingwei.organizations.selectors.rows import open_posts

from ..choices import CoverageKind
from ..selectors.units import STATES

MOST_POSTS = 200
PARTY_DUTIES = (Duty.SECRETARY, Duty.DEPUTY, Duty.ORGANIZATION, Duty.PUBLICITY, Duty.DISCIPLINE, Duty.OTHER, Duty.STAFF)


class CoverForm(ChangeForm):
    """By whom a unit is covered, how, and from when."""

    title, done = "登记覆盖", "覆盖已登记。"
    told = ("单建、联建、挂靠写党组织，一个单位同时只有一个。", "派党建指导员的选岗位。")

    kind = forms.ChoiceField(label="覆盖方式", choices=CoverageKind, widget=forms.RadioSelect)
    covering = PlaceField(label="党组织", required=False, help_text="写全称、简称或者编号。")
    instructor = forms.ChoiceField(label="党建指导员", required=False)
    since = forms.DateField(label="开始日期", widget=forms.DateInput, initial=today)
    note = forms.CharField(label="说明", max_length=120, required=False, help_text="例如批复文件。")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fit(self, "covering", places=party_organizations(self.actor))
        own = self.subject.party_organization
        self.initial.setdefault("covering", own.name if own else "")
        found = open_posts(on=today()).filter(duty__in=PARTY_DUTIES).order_by("organization__path", "pk")
        self.posts = {str(post.pk): post for post in found[:MOST_POSTS]}
        held = [(pk, f"{post.user}（{post.title}）") for pk, post in self.posts.items()]
        fit(self, "instructor", choices=[("", "没有选"), *held])

    def clean_instructor(self) -> Post | None:
        return self.posts.get(self.cleaned_data["instructor"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["organization"] = data.pop("covering", None)
        return data


class EndCoverageForm(ChangeForm):
    """The day on which coverage ends."""

    title, button, tone, done = "结束覆盖", "结束", "danger", "覆盖已结束。"
    told = ("结束以后，单位没有别的覆盖的，由兜底党组织负责。",)

    until = forms.DateField(label="结束日期", widget=forms.DateInput, initial=today)

    def __init__(self, *args: Any, subject: Any, **options: Any) -> None:
        super().__init__(*args, subject=subject.unit.organization, **options)


class UnitFilter(forms.Form):
    """Which units the list shows. `by` and `of` name a group of a dimension."""

    words = forms.CharField(label="名称", required=False, max_length=40)
    state = forms.ChoiceField(label="覆盖", required=False, choices=[("", "全部"), *STATES.items()])
    by = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)
    of = forms.CharField(required=False, max_length=19, widget=forms.HiddenInput)
    at = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
