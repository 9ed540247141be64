"""The form of a unit."""

from typing import Any

from django import forms

from ..choices import UnitKind
from ..selectors.places import party_organizations
from .change import ChangeForm, PlaceField


class UnitForm(ChangeForm):
    """A unit of the area."""

    title, button, done = "登记单位", "保存", "单位已登记。"

    name = forms.CharField(label="名称", max_length=100)
    kind = forms.ChoiceField(label="类别", choices=UnitKind)
    is_resident = forms.BooleanField(label="驻区共建单位", required=False)
    party_organization = PlaceField(label="单位的党组织", required=False, help_text="已建立党组织的，写它的名称。")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["party_organization"].places = party_organizations(self.actor)  # type: ignore[attr-defined]


class EditUnitForm(UnitForm):
    """A unit that is known."""

    title, done, edits = "修改单位", "单位已修改。", ("name", "kind", "is_resident")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        own = self.subject.party_organization
        self.initial.setdefault("party_organization", own.name if own else "")
