"""One paragraph is edited."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.pages import page, perform

from ..actions import paragraphs as actions
from ..forms import ParagraphForm
from ..selectors import reports as reading


@access(get="report.write", post="report.write")
def paragraph(request, pk):
    row = get_object_or_404(reading.paragraphs(), pk=pk)
    request.actor.must("report.write", row.place())
    form = ParagraphForm(request.POST or None, initial={"text": row.text})
    if request.method == "POST" and perform(request, form, actions.edit, row):
        messages.success(request, "已保存。")
        return redirect(reverse("reports:report", args=[row.summary_id]) + f"#p{row.pk}")
    numbers = reading.numbers_of(row)
    return page(request, "reports/paragraph.html", row=row, form=form, numbers=numbers, about=reading.about)
