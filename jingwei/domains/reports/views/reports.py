"""Reports: the list, the draft, what was changed by hand, counted again, finished."""

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.errors import Refused
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import lead_on, page, perform
from jingwei.foundation.ui.paging import paged

from ..actions import reports as actions
from ..forms import TitleForm
from ..rules.months import in_words
from ..selectors import reports as reading


@access(get="report.see")
def reports(request):
    listed = paged(request, reading.reports(), "-made_on", "-pk")
    return page(request, "reports/reports.html", page=listed, in_words=in_words)


def report_for(request, pk, permission="report.see"):
    """The report, if in reach (else 404) and the actor holds the permission at its place (else 403)."""
    found = get_object_or_404(reading.reports(), pk=pk)
    request.actor.must(permission, found.place())
    return found


def shown(request, report, form=None):
    """The page of a report."""
    may, place = request.actor.may, report.place()
    facts: dict[str, Any] = {"opens": may("figure.see", place), "paragraphs": reading.shown(report)}
    facts["may_write"] = report.finished_on is None and may("report.write", place)
    facts["period"] = in_words(report.first_month, report.last_month)
    return page(request, "reports/report.html", report=report, form=form, **facts)


@access(get="report.see")
def report(request, pk):
    return shown(request, report_for(request, pk))


@access(get="report.write", post="report.write")
def title(request, pk):
    report = report_for(request, pk, "report.write")
    form = TitleForm(request.POST or None, initial={"title": report.title})
    if request.method == "POST" and perform(request, form, actions.retitle, report):
        messages.success(request, "标题已修改。")
        return redirect("reports:report", pk)
    return page(request, "reports/title.html", report=report, form=form)


@access(get="report.see")
def changes(request, pk):
    """What was changed by hand."""
    report = report_for(request, pk)
    found: dict[str, Any] = {"differences": reading.differences(report), "rewritten": reading.rewritten(report)}
    opens = request.actor.may("figure.see", report.place())
    return page(request, "reports/changes.html", report=report, opens=opens, **found)


@access(get="report.write", post="report.write")
def renewal(request, pk):
    """Shows what would be different, then counts again."""
    report, form = report_for(request, pk, "report.write"), Press(request.POST or None)
    if request.method == "POST" and perform(request, form, actions.renew, report):
        messages.success(request, "已重新统计，数已更新；您改过的文字和数没有动。")
        return redirect("reports:report", pk)
    moved, refused = [], None
    try:
        moved = reading.moved(report, actions.counted_again(report)[1])
    except Refused as refusal:
        refused = refusal
    return page(request, "reports/renewal.html", report=report, form=form, moved=moved, refused=refused)


@access(post="report.write")
def finish(request, pk):
    return pressed(request, pk, actions.finish, "已定稿。")


@access(post="report.write")
def reopening(request, pk):
    return pressed(request, pk, actions.reopen, "已退回修改。")


def pressed(request, pk, act, done):
    """A button of the page of a report."""
    report, form = report_for(request, pk, "report.write"), Press(request.POST)
    return lead_on(request, form, act, report, done, "reports:report", pk) or shown(request, report, form)


@access(get="report.write", post="report.write")
def removal(request, pk):
    """Asks once more before the draft goes."""
    report, form = report_for(request, pk, "report.write"), Press(request.POST or None)
    if request.method == "POST" and perform(request, form, actions.drop, report):
        messages.success(request, "已删除。")
        return redirect("reports:reports")
    return page(request, "reports/removal.html", report=report, form=form)
