"""What a person is asked who asks something about own data, and who answers it."""

from typing import Any

from django import forms

from .choices import RequestKind
from .selectors.papers import columns_of_a_member


def columns() -> list[tuple[str, str]]:
    """The columns of a member, and the choice of none of them."""
    return [("", "其他（写在说明里）"), *((entry.column, entry.title) for entry in columns_of_a_member())]


class AskForm(forms.Form):
    """A request about own data."""

    kind = forms.ChoiceField(label="申请事项", choices=RequestKind)
    what = forms.ChoiceField(label="涉及内容", choices=columns, required=False)
    text = forms.CharField(
        label="说明",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="例如：学历登记为高中，实际为大专，可以提供毕业证。证件号码和手机号码请不要写在这里。",
    )


class DecideForm(forms.Form):
    """The answer to a request."""

    granted = forms.TypedChoiceField(
        label="答复",
        choices=[("yes", "同意"), ("no", "不同意")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="说明",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="不同意的要写理由；申请解释说明的，把解释写在这里。本人可以看到。",
    )


class AlarmFilter(forms.Form):
    """Which alarms the list shows."""

    open = forms.BooleanField(label="只看没有处理的", required=False)

    def wanted(self) -> dict[str, Any]:
        return {"open_only": bool(self.is_valid() and self.cleaned_data["open"])}
