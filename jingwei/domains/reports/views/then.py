"""The numbers of a report as they were known on a day, and as that day is known now."""

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.pages import page
from jingwei.foundation.ui.words import as_day

from ..forms import DayForm
from ..selectors.then import then_and_now
from .reports import report_for


@access(get="report.see")
def then(request, pk):
    report = report_for(request, pk)
    form = DayForm(request.GET if request.GET.get("day") else {"day": f"{as_day(report.as_of)}"})
    day = form.cleaned_data["day"] if form.is_valid() else as_day(report.as_of)
    opens = request.actor.may("figure.see", report.place())
    rows = then_and_now(report, day)
    return page(request, "reports/then.html", report=report, form=form, on=day, opens=opens, rows=rows)
