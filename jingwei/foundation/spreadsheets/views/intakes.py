"""One import from its file to its report."""

from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import lead_on, page, perform
from jingwei.foundation.ui.paging import paged

from ..actions import sending as acts
from ..forms import ConfirmForm
from ..registers import open_to
from ..registers import registers as all_registers
from ..selectors import intakes as found
from ..selectors import rows
from ..tasks import apply_intake, undo_intake


@access(get="spreadsheet.see")
def spreadsheets(request):
    """The registers, and what was imported lately."""
    actor = request.actor
    listed = paged(request, found.those_open_to(actor), "-id", size=20)
    registers = [(one, actor.may_anywhere(one.edit)) for one in open_to(actor)]
    titles = {key: one.title for key, one in all_registers().items()}
    return page(request, "spreadsheets/spreadsheets.html", registers=registers, page=listed, titles=titles)


@access(get="spreadsheet.see")
def intake(request, pk):
    """How far it is; the rows when they have been checked; the report when they are written."""
    intake = get_object_or_404(found.those_open_to(request.actor), pk=pk)
    if intake.continues_id:
        return redirect("spreadsheets:intake", intake.continues_id)
    context = found.context_of(intake, request.actor)
    if not intake.at_work:
        context |= with_rows(request, intake) | {"form": ConfirmForm(register=context["register"])}
    return page(request, found.template_of(intake), **context)


def with_rows(request, intake):
    """The rows of the tab that is asked for."""
    tab = request.GET.get("tab", "")
    listed = paged(request, rows.rows_of(intake, tab), "number")
    listed.rows[:] = map(rows.shown, listed.rows)
    return {"page": listed, "tabs": rows.tabs_of(intake, tab, request.path)}


@access(post="spreadsheet.apply")
def confirmation(request, pk):
    intake = get_object_or_404(found.those_open_to(request.actor), pk=pk)
    form = ConfirmForm(request.POST, register=found.register_of(intake))
    if confirmed := perform(request, form, acts.confirm, intake):
        apply_intake.enqueue(confirmed.pk, request.actor.post_id)
        return redirect("spreadsheets:intake", intake.pk)
    return page(request, "spreadsheets/refused.html", form=form, intake=intake, status=422)


@access(post="spreadsheet.apply")
def dropping(request, pk):
    intake = get_object_or_404(found.those_open_to(request.actor), pk=pk)
    form = Press(request.POST)
    answer = lead_on(request, form, acts.drop, intake, "已放弃，没有写入任何内容。", "spreadsheets:spreadsheets")
    return answer or page(request, "spreadsheets/refused.html", form=form, intake=intake, status=422)


@access(get="spreadsheet.apply", post="spreadsheet.apply")
def undoing(request, pk):
    """What would be undone, and which rows stand in the way."""
    intake = get_object_or_404(found.those_open_to(request.actor), pk=pk)
    form = Press(request.POST or None)
    if request.method == "POST" and (sought := perform(request, form, acts.seek_undoing, intake)):
        undo_intake.enqueue(sought.pk, request.actor.post_id)
        return redirect("spreadsheets:intake", intake.pk)
    context = found.context_of(intake, request.actor) | {"form": form, "in_the_way": found.in_the_way(intake)}
    return page(request, "spreadsheets/undoing.html", **context)
