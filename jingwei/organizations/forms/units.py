"""The forms of a unit."""

from typing import Any

from django import forms

from jingwei.foundation.ui.forms import fit

from ..choices import AreaKind, Headcount, UnitKind, WithoutCode
from ..credit_codes import compact, fault_of
from ..models import Area
from ..selectors.areas import areas_for, located
from ..selectors.places import party_organizations
from .change import ChangeForm, PlaceField

DETAILS = ("credit_code", "without_code", "address", "industry", "headcount", "party_members")


class CreditCodeField(forms.CharField):
    """A unified social credit code, checked; None where nothing was written."""

    def __init__(self, **options: Any) -> None:
        super().__init__(label="统一社会信用代码", required=False, max_length=24, **options)

    def clean(self, value: Any) -> str | None:
        code = compact(super().clean(value))
        if not code:
            return None
        if fault := fault_of(code):
            raise forms.ValidationError(fault, code="credit_code")
        return code


class UnitForm(ChangeForm):
    """A unit of the area."""

    title, button, done = "登记单位", "保存", "单位已登记。"

    name = forms.CharField(label="名称", max_length=100)
    kind = forms.ChoiceField(label="类别", choices=UnitKind)
    is_resident = forms.BooleanField(label="驻区共建单位", required=False)
    credit_code = CreditCodeField(help_text="营业执照或者登记证书上的18位代码。")
    without_code = forms.ChoiceField(label="没有代码的，为什么", choices=WithoutCode, required=False)
    address = forms.CharField(label="地址", max_length=120, required=False)
    industry = forms.CharField(label="行业", max_length=40, required=False)
    headcount = forms.ChoiceField(label="从业人员", choices=Headcount, required=False)
    party_members = forms.IntegerField(
        label="已知党员数", min_value=0, max_value=9999, required=False, help_text="只记人数，不记姓名；不知道的空着。"
    )
    party_organization = PlaceField(label="单位的党组织", required=False, help_text="已建立党组织的，写它的名称。")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fit(self, "party_organization", places=party_organizations(self.actor))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("credit_code") and data.get("without_code"):
            self.add_error("without_code", "填了代码，就不用选没有代码的原因。")
        return data


class EditUnitForm(UnitForm):
    """A unit that is known."""

    title, done, edits = "修改单位", "单位已修改。", ("name", "kind", "is_resident", *DETAILS)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        own = self.subject.party_organization
        self.initial.setdefault("party_organization", own.name if own else "")


class LocateForm(ChangeForm):
    """In which area of each kind a unit lies; kinds that there are none of are not asked."""

    title, done = "单位所在片区", "单位所在的片区已登记。"
    told = ("一个单位同一类片区只选一个：一个网格、一座楼宇、一条产业链、一个商圈。",)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.areas = {str(area.pk): area for area in areas_for(self.organization)}
        now = {area.kind: str(area.pk) for area in located([self.subject])[self.subject.pk]}
        for kind, word in AreaKind.choices:
            fitting = [(pk, f"{area}（{area.organization}）") for pk, area in self.areas.items() if area.kind == kind]
            if fitting:
                choices = [("", "不在其中"), *fitting]
                self.fields[kind] = forms.ChoiceField(label=str(word), choices=choices, required=False)
                self.initial.setdefault(kind, now.get(kind, ""))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        chosen: list[Area] = [self.areas[pk] for pk in data.values() if pk]
        return {"areas": chosen}
