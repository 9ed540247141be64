"""Forms of transfers."""

from typing import Any

from django import forms

from jingwei.foundation.clock import today
from jingwei.foundation.ui.forms import fit
from jingwei.members.forms.editing import EnrolForm
from jingwei.organizations.forms.change import PlaceField

from .choices import Kind, Reason
from .models import Step
from .rules import LETTER_DAYS, LETTER_MAX_DAYS
from .selectors.pages import next_number
from .selectors.places import destinations_called

NO_REFUSAL = "退回的必须写。不得无故拒转拒接。"


class ProposalForm(forms.Form):
    """Where the membership goes, and why."""

    kind = forms.ChoiceField(label="转到哪里", choices=Kind.choices, widget=forms.RadioSelect, initial=Kind.INSIDE)
    target = PlaceField(
        called=destinations_called,
        what="支部",
        label="转入支部",
        required=False,
        help_text="转到本平台上的填这一项，写全称、简称或者编号。",
    )
    outside = forms.CharField(
        label="对方党组织", required=False, max_length=100, help_text="转到平台以外的填这一项，写对方支部和它的党委。"
    )
    reason = forms.ChoiceField(label="原因", choices=[("", "请选择"), *Reason.choices])
    note = forms.CharField(label="说明", required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.errors:
            return data
        inside = data["kind"] == Kind.INSIDE
        wanted = "target" if inside else "outside"
        if not data.get(wanted):
            self.add_error(wanted, "请写明转入支部。" if inside else "请写明对方党组织。")
        if inside:
            return {**data, "outside": ""}
        return {**data, "target": None}


class DecisionForm(forms.Form):
    """Agree, or send it back with the reason."""

    verdict = forms.ChoiceField(label="意见", widget=forms.RadioSelect)
    reason = forms.CharField(
        label="理由", required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 3}), help_text=NO_REFUSAL
    )

    def __init__(self, *args: Any, agree: str = "同意", **options: Any) -> None:
        super().__init__(*args, **options)
        fit(self, "verdict", choices=[("agreed", agree), ("refused", "退回")])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("verdict") == "refused" and not data.get("reason", "").strip():
            self.add_error("reason", "退回要写明理由。")
        return data


class LetterFields(forms.Form):
    """What a letter needs."""

    number = forms.CharField(label="介绍信编号", max_length=30, required=False)
    addressed_to = forms.CharField(
        label="抬头", max_length=100, required=False, help_text="写给哪个党组织，一般是对方的党委或者县级组织部门。"
    )
    days = forms.IntegerField(label="有效期（天）", required=False, min_value=1)

    def __init__(self, *args: Any, step: Step, **options: Any) -> None:
        super().__init__(*args, **options)
        usual, longest = LETTER_DAYS.at(today()).value, LETTER_MAX_DAYS.at(today()).value
        self.initial = {"number": next_number(step, on=today()), "addressed_to": step.transfer.outside, "days": usual}
        self.fields["days"].help_text = f"一般 {usual} 天，最长 {longest} 天。"

    def missing(self, data: dict[str, Any]) -> None:
        """Ask for what is needed to write the letter."""
        for name in ("number", "addressed_to", "days"):
            if name not in self.errors and not data.get(name):
                self.add_error(name, f"请填写{self.fields[name].label}。")


class LetterForm(LetterFields, DecisionForm):
    """The committee lets the member go and writes the letter, or sends it back."""

    field_order = ("verdict", "number", "addressed_to", "days", "reason")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("verdict") == "agreed":
            self.missing(data)
        return {**data, "days": data.get("days") or 0}


class ReissueForm(LetterFields):
    """A second letter, on the statement of the branch."""

    statement = forms.CharField(
        label="支部证明",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="支部说明：党员为什么没有按期报到，这段时间在哪里、表现怎样。",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("number", "addressed_to", "days"):
            self.fields[name].required = True


class ReceiptForm(forms.Form):
    """The receipt that the other side has sent back."""

    received_on = forms.DateField(label="对方接收日期", widget=forms.DateInput)
    received_by = forms.CharField(label="接收单位", max_length=100, help_text="按回执上的名称写。")


class ReasonForm(forms.Form):
    """Why something is taken back. It stands beside another form, so its field has an id of its own."""

    reason = forms.CharField(label="理由", max_length=300)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"auto_id": "back_%s", **options})


class ArrivalForm(EnrolForm):
    """A member who came from outside with a letter."""

    branch = PlaceField(called=destinations_called, what="支部", label="编入支部", help_text="写全称、简称或者编号。")
    letter_from = forms.CharField(label="开具介绍信的党委", max_length=100)
    letter_number = forms.CharField(label="介绍信编号", max_length=30)
    letter_on = forms.DateField(label="介绍信日期", widget=forms.DateInput)
    valid_until = forms.DateField(label="介绍信有效期至", widget=forms.DateInput)
    arrived_on = forms.DateField(label="接收日期", widget=forms.DateInput)
    LETTER = ("branch", "letter_from", "letter_number", "letter_on", "valid_until", "arrived_on")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("since", "basis"):  # the letter says both
            del self.fields[name]
        self.order_fields(self.LETTER)
        self.initial.setdefault("arrived_on", today())
