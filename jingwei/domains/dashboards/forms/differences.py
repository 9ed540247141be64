"""Of which day then and now are compared."""

from datetime import date, timedelta
from typing import Any

from django import forms

from jingwei.foundation.clock import today


class ThenForm(forms.Form):
    """A day that has passed; without one, the last day of the month before."""

    day = forms.DateField(label="看哪一天", required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, query: Any) -> None:
        given = query.get("day") or query.get("known_on")
        super().__init__({"day": given or f"{today().replace(day=1) - timedelta(days=1)}"})

    def clean_day(self) -> date:
        day: date | None = self.cleaned_data["day"]
        if day is None or day >= today():
            raise forms.ValidationError("请选一个已经过去的日期。")
        return day

    @property
    def chosen(self) -> date:
        """The day asked for; yesterday where what was asked is no day that has passed."""
        return self.cleaned_data["day"] if self.is_valid() else today() - timedelta(days=1)
