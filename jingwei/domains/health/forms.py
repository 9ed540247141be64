"""The forms of this room."""

from django import forms


class OpeningForm(forms.Form):
    """Which finding becomes a matter."""

    kind = forms.CharField(max_length=16, widget=forms.HiddenInput)


class AnswerForm(forms.Form):
    """What the organization did."""

    answer = forms.CharField(label="整改情况", widget=forms.Textarea(attrs={"rows": 4}), max_length=2000)


class ClosingForm(forms.Form):
    """Why it is closed, which is needed while the check still finds it."""

    note = forms.CharField(
        label="办结说明", required=False, max_length=300, help_text="体检还能查到这个问题时，要写明先办结的原因。"
    )
