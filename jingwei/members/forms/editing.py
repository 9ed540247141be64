"""The forms by which a member's record is written."""

from collections.abc import Callable
from typing import Any

from django import forms

from jingwei.foundation.clock import today
from jingwei.organizations.models import Organization

from ..choices import DuesBase, FactKind
from ..rules.changing import CORRECTED
from ..rules.codes import code_lists
from ..selectors.places import groups_of
from .listing import genders

BASIS = "例如：身份证、毕业证、入党志愿书、支部大会决议。"


def text(label: str, length: int, *, required: bool = True, hint: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=length, required=required, help_text=hint)


def day(label: str, *, required: bool = True, hint: str = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=forms.DateInput, help_text=hint)


def coded(column: str, label: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[("", "请选择"), *code_lists()[column].choices])


# Kind of fact → its field.
FIELDS: dict[str, Callable[[], forms.Field]] = {
    "name": lambda: text("姓名", 40),
    "gender": lambda: forms.ChoiceField(label="性别", choices=[("", "请选择"), *genders()]),
    "born_on": lambda: day("出生日期"),
    "ethnic": lambda: coded("ethnic", "民族"),
    "education": lambda: coded("education", "学历"),
    "occupation": lambda: coded("occupation", "职业"),
    "workplace": lambda: text("工作单位及职务", 100, required=False),
    "joined_on": lambda: day("入党日期", hint="支部大会通过的日期。"),
    "approved_on": lambda: day("上级批准日期", required=False),
    "full_on": lambda: day("转正日期", required=False, hint="预备党员不填。"),
    "dues_base": lambda: forms.ChoiceField(label="党费基数类别", choices=DuesBase, required=False),
}


class EnrolForm(forms.Form):
    """A member who is not in the register yet."""

    since = day("到本支部的日期", required=False, hint="从别处转来的填；在本支部入党的不填。")
    basis = text("依据", 200, hint=BASIS)
    id_number = text("公民身份号码", 24, required=False)
    phone = text("手机号码", 24, required=False)
    address = text("住址", 120, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        own = dict(self.fields)
        self.fields = {**{kind: make() for kind, make in FIELDS.items()}, **own}


class CorrectForm(forms.Form):
    """What had been wrong. Only the columns that differ are written."""

    basis = text("更正依据", 200, hint="为什么知道登记错了，例如：核对身份证、核对入党志愿书。")

    def __init__(self, *args: Any, member: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial = {kind: getattr(member, kind) for kind in CORRECTED}
        self.fields = {**{kind: FIELDS[kind]() for kind in CORRECTED}, **self.fields}


class ChangeValueForm(forms.Form):
    """What changed, from a day on."""

    since = day("从哪一天起")
    basis = text("依据", 200, hint=BASIS)

    def __init__(self, *args: Any, member: Any, kind: str, **options: Any) -> None:
        super().__init__(*args, **options)
        field = GroupField(member) if kind == "group" else FIELDS[kind]()
        field.label = f"新的{FactKind(kind).label}"
        field.required = kind != "group" and kind not in ("workplace", "dues_base")
        self.fields = {"value": field, **self.fields}
        self.fields["since"].initial = today()
        if kind == FactKind.FULL_ON:
            del self.fields["since"]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if "since" not in self.fields:
            found["since"] = found.get("value")
        if found.get("since") and found["since"] > today():
            self.add_error("since" if "since" in self.fields else "value", "这一天还没有到，请到那一天再登记。")
        return found


class GroupField(forms.TypedChoiceField):
    """One of the groups of the member's branch, or none."""

    def __init__(self, member: Any) -> None:
        self.groups = {str(one.pk): one for one in groups_of(member)}
        choices = [("", "不编组"), *((pk, one.name) for pk, one in self.groups.items())]
        super().__init__(choices=choices, required=False, empty_value=None, coerce=self.group)

    def group(self, pk: str) -> Organization:
        found: Organization = self.groups[pk]
        return found


class ContactForm(forms.Form):
    """What is kept sealed: what is left empty stays as it is."""

    id_number = text("公民身份号码", 24, required=False, hint="不改的不填。")
    phone = text("手机号码", 24, required=False, hint="不改的不填；座机连区号一起写。")
    address = text("住址", 120, required=False, hint="不改的不填。")
    hardship = forms.CharField(
        label="困难情况",
        max_length=300,
        required=False,
        widget=forms.Textarea,
        help_text="只写办事需要的，不改的不填。",
    )


class AwardForm(forms.Form):
    """An honour."""

    title = text("荣誉名称", 80, hint="例如：优秀共产党员、光荣在党50年纪念章。")
    awarded_on = day("授予日期")
    awarded_by = text("授予机关", 80)
