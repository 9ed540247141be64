"""The looks at plain data, and the alarms at too many of them."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.secrets import selectors as reading
from jingwei.foundation.secrets.actions import answer_alarm
from jingwei.foundation.secrets.forms import AnswerForm
from jingwei.foundation.ui.pages import page, perform
from jingwei.foundation.ui.paging import paged

from ..forms import AlarmFilter


@access(get="look.see")
def looks(request):
    return page(request, "privacy/looks.html", page=paged(request, reading.looks(), "-id"))


@access(get="alarm.see")
def alarms(request):
    found = reading.alarms(**AlarmFilter(request.GET).wanted())
    rows = paged(request, found, "-id")
    return page(request, "privacy/alarms.html", page=rows, waiting=reading.open_alarms())


@access(get="alarm.see", post="alarm.answer")
def alarm(request, pk):
    found = get_object_or_404(reading.alarms(), pk=pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and perform(request, form, answer_alarm, found):
        messages.success(request, "处理情况已登记。")
        return redirect("privacy:alarms")
    may = request.actor.may("alarm.answer", found.path) and found.user_id != request.user.pk
    causes = reading.looks_behind(found)
    return page(request, "privacy/alarm.html", alarm=found, form=form, may=may, looks=causes)
