"""Of which day a roster is asked for."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from jingwei.foundation.clock import now, today

from .editing import day


class RosterForm(forms.Form):
    """`on`: who was there that day; `known`: as known at the end of this day; `other`: compared with this day."""

    at = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    on = day("看哪一天", required=False, hint="那一天谁在这里。")
    known = day("按哪一天知道的情况", required=False, hint="不填就按现在知道的。")
    other = day("和哪一天比", required=False, hint="填了就列出两天之间的变化。")

    def chosen(self) -> dict[str, Any]:
        """The days asked for, today where nothing was; what cannot be read asks for nothing."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        known = given.get("known")
        return {
            "at": given.get("at"),
            "on": given.get("on") or today(),
            "other": given.get("other"),
            "known": end_of(known) if known else now(),
        }


def end_of(day: date) -> datetime:
    """The last moment of a day."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time())) - timedelta(microseconds=1)
