"""Forms of those who are away, and of those who have come."""

from typing import Any

from django import forms

from jingwei.foundation.clock import today
from jingwei.foundation.ui.forms import fit
from jingwei.members.models import Member
from jingwei.members.selectors import members

from ..choices import FeedbackKind, Reason
from ..models import Inflow
from .places import PartForm, anywhere, day, lines

NOT_CONTACT = [choice for choice in FeedbackKind.choices if choice[0] != FeedbackKind.CONTACT]


class AwayForm(forms.Form):
    """A member goes away."""

    since = day("哪天离开的")
    reason = forms.ChoiceField(label="外出原因", choices=[("", "请选择"), *Reason.choices])
    location = forms.CharField(label="去了哪里", max_length=100, help_text="写到区县和单位或者小区。")
    is_fixed = forms.BooleanField(label="地点相对固定", required=False)
    receiving = anywhere("流入地党组织", hint="在本平台上的，写名称；对方会收到，请其接收参加组织生活。")
    outside = forms.CharField(label="平台以外的流入地党组织", required=False, max_length=100)
    contact_person = forms.CharField(label="支部联系人", max_length=60, help_text="支部里由谁和这名党员联系。")
    expected_back = day("预计返回", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("receiving") and data.get("outside"):
            self.add_error("outside", "流入地党组织只填一处：参加活动的支部只能有一个。")
        return data


class HereForm(forms.Form):
    """Somebody from elsewhere takes part here."""

    name = forms.CharField(label="姓名", max_length=40)
    since = day("哪天来的")
    location = forms.CharField(label="现住处或工作单位", max_length=100, required=False)
    home = anywhere("组织关系所在支部", hint="在本平台上的，写名称；对方会收到，请其认领。")
    home_words = forms.CharField(label="平台以外的流出地党组织", required=False, max_length=100)
    contact_person = forms.CharField(label="本地联系人", max_length=60)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and bool(data.get("home")) == bool(data.get("home_words")):
            self.add_error("home", "组织关系在哪里，两项里填一项。")
        return data


class ConfirmForm(PartForm):
    """The person has reported."""

    contact_person = forms.CharField(label="本地联系人", max_length=60)


class ClaimForm(PartForm):
    """The home branch says who it is."""

    member = forms.ChoiceField(label="是哪名党员")
    reason = forms.ChoiceField(label="外出原因", choices=[("", "请选择"), *Reason.choices])
    is_fixed = forms.BooleanField(label="地点相对固定", required=False)
    contact_person = forms.CharField(label="支部联系人", max_length=60)

    def __init__(self, *args: Any, inflow: Inflow, **options: Any) -> None:
        super().__init__(*args, **options)
        found = members().filter(organization=inflow.home, name=inflow.name)
        self.members: dict[str, Member] = {str(one.pk): one for one in found}
        choices = [(pk, f"{one.name}（{one.joined_on.year}年入党）") for pk, one in self.members.items()]
        fit(self, "member", choices=choices)

    def clean_member(self) -> Member:
        return self.members[self.cleaned_data["member"]]


class FeedbackForm(PartForm):
    """How the member takes part."""

    kind = forms.ChoiceField(label="内容", choices=NOT_CONTACT)
    on = day("日期")
    note = lines("情况", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("on", today())


class ContactForm(PartForm):
    """The home branch had contact."""

    on = day("日期")
    note = lines("联系情况")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("on", today())


class EndForm(PartForm):
    """Being away, or being here, is over."""

    on = day("日期")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("on", today())
