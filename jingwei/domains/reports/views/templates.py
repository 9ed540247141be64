"""The templates of offices, and the names that can stand in a blank."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import page, perform

from ..actions import templates as actions
from ..forms import TemplateForm
from ..selectors import templates as reading
from ..selectors.names import names_of_blanks
from .starting import here_of, template_of


@access(get="report.see")
def templates(request):
    rows = list(reading.templates())
    return page(request, "reports/templates.html", rows=rows, ours=reading.ours())


@access(get="report.write", post="report.write")
def new(request, key):
    """Starts from a copy of another template."""
    source, here = template_of(key), here_of(request)
    known = {"kind": source.kind, "text": source.text, "title": f"{source.title}（{here}）"}
    form = TemplateForm(request.POST or None, initial=known)
    if request.method == "POST" and perform(request, form, actions.keep, here):
        messages.success(request, "模板已保存，起草时可以选用。")
        return redirect("reports:templates")
    return page(request, "reports/template.html", form=form, row=None, whose=here)


def template_for(request, pk):
    """The template of an office, for who may write there."""
    row = get_object_or_404(reading.templates(), pk=pk)
    request.actor.must("report.write", row.place())
    return row


@access(get="report.write", post="report.write")
def template(request, pk):
    row = template_for(request, pk)
    known = {"kind": row.kind, "text": row.text, "title": row.title}
    form = TemplateForm(request.POST or None, initial=known)
    if request.method == "POST" and perform(request, form, actions.rewrite, row):
        messages.success(request, "模板已保存。")
        return redirect("reports:templates")
    return page(request, "reports/template.html", form=form, row=row, whose=row.organization)


@access(get="report.write", post="report.write")
def removal(request, pk):
    """Asks once more before the template goes."""
    row, form = template_for(request, pk), Press(request.POST or None)
    if request.method == "POST" and perform(request, form, actions.remove, row):
        messages.success(request, "模板已删除。")
        return redirect("reports:templates")
    return page(request, "reports/template_removal.html", row=row, form=form)


@access(get="report.see")
def names(request):
    """What can stand in a blank."""
    return page(request, "reports/names.html", groups=names_of_blanks())
