"""Pages of supervision notices (督办单) and the monthly bulletin."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.record.selectors import history_of
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import lead_on, page, perform
from jingwei.foundation.ui.paging import paged

from ..actions import supervising
from ..forms.tasks import NoticeForm, ReplyForm
from ..selectors import tasks as reading
from ..selectors.bulletin import bulletin as bulletin_of
from ..selectors.months import chosen_month
from ..selectors.notices import notice_facts, reply_due, standing_of
from .rows import owned


@access(get="notice.see")
def notices(request):
    found = reading.open_notices() if request.GET.get("open") else reading.notices()
    rows = paged(request, found, "reply_due_on", "id")
    return page(request, "plans/notices.html", page=rows, standing_of=standing_of, on=today())


@access(get="notice.issue", post="notice.issue")
def issue(request, pk):
    task = owned(request, reading.tasks(), pk, "notice.issue")
    form = NoticeForm(request.POST or None, due=reply_due(on=today()))
    if request.method == "POST" and (notice := perform(request, form, supervising.issue, task)):
        messages.success(request, f"督办单已发给{task.organization}。")
        return redirect("plans:notice", notice.pk)
    return page(request, "plans/notice_issue.html", task=task, form=form, on=today())


def shown(request, notice, form, reply):
    """The page of a notice: `form` is what was sent, `reply` the form of the answer."""
    facts = notice_facts(notice, request.actor, on=today())
    return page(request, "plans/notice.html", form=form, reply=reply, history=history_of(notice), **facts)


@access(get="notice.see", post="notice.reply")
def notice(request, pk):
    notice = get_object_or_404(reading.notices(), pk=pk)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and perform(request, form, supervising.reply, notice):
        messages.success(request, "回复已送出。")
        return redirect("plans:notice", pk)
    return shown(request, notice, form, form)


@access(post="notice.issue")
def closing(request, pk):
    notice = get_object_or_404(reading.notices(), pk=pk)
    form = Press(request.POST)
    answer = lead_on(request, form, supervising.close, notice, "督办单已办结。", "plans:notice", pk)
    return answer or shown(request, notice, form, ReplyForm())


@access(get="notice.issue", post="notice.issue")
def sending_back(request, pk):
    notice = get_object_or_404(reading.notices(), pk=pk)
    request.actor.must("notice.issue", notice.issuer.path)
    form = NoticeForm(request.POST or None, due=reply_due(on=today()))
    if request.method == "POST" and perform(request, form, supervising.send_back, notice):
        messages.success(request, "已退回，请对方补充回复。")
        return redirect("plans:notice", pk)
    return page(request, "plans/notice_return.html", notice=notice, form=form)


@access(get="notice.see")
def bulletin(request):
    month, own = chosen_month(request.GET.get("month", ""), on=today()), reading.issuer_of(request.actor.path)
    facts = bulletin_of(own, month.year, month.month, on=today())
    return page(request, "plans/bulletin.html", month=month, on=today(), **facts)
