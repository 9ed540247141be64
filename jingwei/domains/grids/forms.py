"""The form of a member household."""

from django import forms

from jingwei.foundation.clock import today
from jingwei.members.models import Member
from jingwei.organizations.forms.change import ChangeForm

from .selectors import members_called


class HouseholdForm(ChangeForm):
    """Who serves the neighbours from home, what with, and since when the member agrees."""

    title, done = "设立党员中心户", "党员中心户已设立。"
    told = ("要本人同意，写下同意的日期。本人随时可以不做。",)

    member = forms.CharField(label="党员姓名", max_length=40, help_text="本社区各支部的党员；同名的写编号。")
    does = forms.CharField(label="做什么", max_length=120, help_text="例如：收集意见，代办小事，邻里议事。")
    consented_on = forms.DateField(label="本人同意日期", widget=forms.DateInput, initial=today)
    since = forms.DateField(label="开始日期", widget=forms.DateInput, initial=today)

    def clean_member(self) -> Member:
        found = members_called(self.cleaned_data["member"].strip(), self.organization.path)
        if len(found) == 1:
            return found[0]
        names = "、".join(f"{one}（{one.organization}，编号 {one.pk}）" for one in found)
        raise forms.ValidationError(
            f"叫这个名字的不止一个：{names}。请写编号。" if found else "本社区没有这个党员。", code="member"
        )
