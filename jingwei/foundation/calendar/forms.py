from typing import Any

from django import forms


class DayForm(forms.Form):
    """One day of the calendar."""

    day = forms.DateField(label="日期", widget=forms.DateInput(attrs={"type": "date"}))
    is_working = forms.TypedChoiceField(
        label="这一天",
        choices=[("yes", "上班"), ("no", "休息")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label="说明", required=False, max_length=60, help_text="例如：国庆节调休")


class ClearForm(forms.Form):
    """The day whose entry is taken back."""

    day = forms.DateField(label="日期", widget=forms.HiddenInput)


def year_of(text: Any, *, otherwise: int) -> int:
    """The year that an address asks for; `otherwise` where it is none that a calendar has."""
    return int(text) if str(text).isdigit() and 1949 <= int(text) <= 2199 else otherwise
