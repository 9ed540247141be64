from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.pages import page, perform

from . import selectors
from .actions import calendar_of, clear_day, fill_day
from .forms import ClearForm, DayForm, year_of


@access(get="calendar.see", post="calendar.fill")
def year(request: Any) -> HttpResponse:
    """A year of working days; a form to fill in a day."""
    form = DayForm(request.POST or None)
    if request.method == "POST" and (filled := perform(request, form, fill_day, calendar_of(request.actor))):
        messages.success(request, f"已登记：{filled}。")
        return redirect(address(filled.day.year))
    shown = year_of(request.GET.get("year"), otherwise=today().year)
    return page(request, "calendar/year.html", form=form, **year_facts(shown))


@access(post="calendar.fill")
def clear(request: Any) -> HttpResponse:
    """Take back what was filled in for a day."""
    form = ClearForm(request.POST)
    if perform(request, form, clear_day, calendar_of(request.actor)):
        messages.success(request, "已清除这一天的登记。")
        return redirect(address(form.cleaned_data["day"].year))
    return page(request, "calendar/year.html", status=422, form=DayForm(), **year_facts(today().year))


def address(year: int) -> str:
    return f"{reverse('calendar:year')}?year={year}"


def year_facts(year: int) -> dict[str, Any]:
    """What the page shows of a year."""
    months, unknown = selectors.months(year), selectors.unknown_years(date(year, 1, 1), date(year, 1, 1))
    return {"year": year, "months": months, "filled": selectors.filled_days(year), "unknown": unknown}
