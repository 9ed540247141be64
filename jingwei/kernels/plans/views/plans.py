"""Pages of plans: the list, reading one in, its page, its approval and revision."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.record.selectors import history_of
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import page, perform
from jingwei.foundation.ui.paging import paged

from ..actions import reading, reviewing, revising
from ..forms.plans import ReadingForm
from ..selectors import plans as selectors
from ..selectors.review import review as review_of
from ..selectors.show import show
from ..selectors.tasks import issuer_of
from .rows import owned

UNNUMBERED = "全文没有找到“一、（一）1.”这样的编号，已整段读入。请逐项核对，漏读的可以自己补充。"


@access(get="plan.see")
def plans(request):
    found = paged(request, selectors.plans(), "-year", "-pk")
    rows = selectors.with_progress(found.rows, on=today())
    return page(request, "plans/plans.html", page=found, rows=rows)


def read(request, form, act, subject):
    """Read what the form holds and say what the reader has to say; None when it could not be read."""
    plan = perform(request, form, act, subject)
    if plan:
        messages.success(request, "已读入。请对照原文核对，核对完再审定。")
        unnumbered = () if selectors.is_numbered(plan) else (UNNUMBERED,)
        for warning in (*form.warnings, *unnumbered):
            messages.warning(request, warning)
    return plan


@access(get="plan.edit", post="plan.edit")
def new(request):
    form = ReadingForm(request.POST or None, request.FILES or None)
    own = issuer_of(request.actor.path)
    if request.method == "POST" and (plan := read(request, form, reading.read_in, own)):
        return redirect("plans:review", plan.pk)
    return page(request, "plans/new.html", form=form)


@access(get="plan.edit", post="plan.edit")
def again(request, pk):
    plan = owned(request, selectors.plans(), pk, "plan.edit")
    form = ReadingForm(request.POST or None, request.FILES or None, initial={"pasted": plan.text})
    if request.method == "POST" and read(request, form, reading.read_again, plan):
        return redirect("plans:review", pk)
    return page(request, "plans/new.html", form=form, plan=plan)


@access(get="plan.edit", post="plan.edit")
def removal(request, pk):
    plan = owned(request, selectors.plans(), pk, "plan.edit")
    form = Press(request.POST or None)
    if request.method == "POST" and perform(request, form, reviewing.discard, plan):
        messages.success(request, f"“{plan.title}”的草稿已删除。")
        return redirect("plans:plans")
    return page(request, "plans/removal.html", form=form, plan=plan, counts=selectors.counts(plan))


@access(get="plan.see")
def plan(request, pk):
    plan = get_object_or_404(selectors.plans(), pk=pk)
    return page(request, "plans/plan.html", history=history_of(plan), **show(plan, request.actor, on=today()))


@access(get="plan.edit")
def review(request, pk):
    plan = owned(request, selectors.plans(), pk, "plan.edit")
    if not plan.is_draft:
        return redirect("plans:plan", pk)
    return page(request, "plans/review.html", plan=plan, chapters=review_of(plan), counts=selectors.counts(plan))


@access(post="plan.approve")
def approval(request, pk):
    plan = get_object_or_404(selectors.plans(), pk=pk)
    form = Press(request.POST)
    act = revising.approve_revision if plan.revises_id else reviewing.approve
    if perform(request, form, act, plan):
        messages.success(request, "已审定。现在可以逐项下达任务。")
        return redirect("plans:plan", pk)
    counts = selectors.counts(plan)
    return page(request, "plans/review.html", plan=plan, chapters=review_of(plan), counts=counts, form=form)


@access(post="plan.edit")
def revision(request, pk):
    plan = get_object_or_404(selectors.plans(), pk=pk)
    form = Press(request.POST)
    if draft := perform(request, form, revising.revise, plan):
        messages.success(request, "已生成修订稿，改好后重新审定。")
        return redirect("plans:review", draft.pk)
    facts = show(plan, request.actor, on=today())
    return page(request, "plans/plan.html", form=form, history=history_of(plan), **facts)
