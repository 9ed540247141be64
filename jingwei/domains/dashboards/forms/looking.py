"""What is asked of a board: a day, figures to set side by side, which rows."""

import re
from datetime import date
from typing import Any

from django import forms

from jingwei.foundation.clock import today
from jingwei.foundation.ui.forms import fit

from ..rules import past
from ..selectors.definitions import groups
from ..selectors.drilling import Asked

MOST_COLUMNS = 10
MONTH = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2]))?$")
ONE_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])$")


class DayForm(forms.Form):
    """By what was known on a day."""

    known_on = forms.DateField(
        label="按某日已掌握的情况", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def clean_known_on(self) -> date | None:
        """None for today: that is what is shown anyway."""
        day: date | None = self.cleaned_data["known_on"]
        if day and day > today():
            raise forms.ValidationError("这一天还没有到。")
        return None if day == today() else day

    @property
    def known_on_day(self) -> date | None:
        """The day asked for; None for now, and for what is no day."""
        return self.cleaned_data.get("known_on") if self.is_valid() else None


class ColumnsForm(forms.Form):
    """Up to ten figures for the table of those below."""

    key = forms.MultipleChoiceField(label="选择指标", required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fit(self, "key", choices=[(group.title, [(one.key, one.title) for one in group.rows]) for group in groups()])

    def clean_key(self) -> list[str]:
        keys: list[str] = self.cleaned_data["key"]
        if len(keys) > MOST_COLUMNS:
            raise forms.ValidationError(f"一次最多选 {MOST_COLUMNS} 个，您选了 {len(keys)} 个。")
        return keys


def asked_of(query: Any) -> Asked:
    """Which rows an address asks for: cut, value, and a month ("2026-11"), several, or a year ("2026")."""
    month, several = query.get("month", ""), [month for month in query.getlist("month") if ONE_MONTH.match(month)]
    if len(several) > 1:
        span = " 至 ".join(f"{int(one[:4])} 年 {int(one[5:])} 月" for one in (min(several), max(several)))
        return Asked(query.get("cut", ""), query.get("value", ""), tuple(several), span)
    if not MONTH.match(month):
        return Asked(query.get("cut", ""), query.get("value", ""))
    year, _, number = month.partition("-")
    months = (month,) if number else past.year_to(date(int(year), 12, 1))
    span = f"{int(year)} 年" + (f" {int(number)} 月" if number else "")
    return Asked(query.get("cut", ""), query.get("value", ""), months, span)
