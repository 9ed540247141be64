"""Pages by which items, duties and measures of a draft are corrected. Each comes back to its place in the review."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import page, perform

from ..actions import reviewing
from ..forms.plans import DutyForm, ItemForm, MeasureForm, PlanForm, SplitForm
from ..selectors import plans as selectors
from .rows import owned

MEASURE = ("subject", "comparator", "value", "upper", "unit", "period", "per", "deadline", "figure", "parameter")


def back(plan, anchor):
    """To the place in the review where one was."""
    return redirect(f"{reverse('plans:review', args=[plan.pk])}#{anchor}")


def correction(request, title, form, plan, source, row=None, **more):
    """The page of one correction: the words it is about, and the form."""
    return page(request, "plans/correct.html", title=title, form=form, plan=plan, source=source, row=row, **more)


def values(row, names):
    return {name: getattr(row, name) for name in names}


@access(get="plan.edit", post="plan.edit")
def heading(request, pk):
    plan = owned(request, selectors.plans(), pk, "plan.edit")
    form = PlanForm(request.POST or None, initial=values(plan, ("title", "year", "issuer")))
    if request.method == "POST" and perform(request, form, reviewing.edit_plan, plan):
        return redirect("plans:review", pk)
    return correction(request, "修改基本信息", form, plan, "", row=plan)


@access(get="plan.edit", post="plan.edit")
def item(request, pk):
    item = owned(request, selectors.items(), pk, "plan.edit")
    form = ItemForm(request.POST or None, initial=values(item, ("number", "title")))
    if request.method == "POST" and perform(request, form, reviewing.edit_item, item):
        return back(item.chapter.plan, f"item-{pk}")
    return correction(request, "修改条目", form, item.chapter.plan, str(item), row=item)


@access(get="plan.edit", post="plan.edit")
def new_item(request, pk):
    chapter = owned(request, selectors.chapters(), pk, "plan.edit")
    form = ItemForm(request.POST or None)
    if request.method == "POST" and (item := perform(request, form, reviewing.add_item, chapter)):
        return back(chapter.plan, f"item-{item.pk}")
    return correction(request, "补充一条", form, chapter.plan, str(chapter))


@access(get="plan.edit", post="plan.edit")
def duty(request, pk):
    duty = owned(request, selectors.duties(), pk, "plan.edit")
    form = DutyForm(request.POST or None, initial=values(duty, ("text", "actors")))
    if request.method == "POST" and perform(request, form, reviewing.edit_duty, duty):
        return back(duty.plan, f"piece-duty-{pk}")
    return correction(request, "修改职责", form, duty.plan, duty.text, row=duty)


@access(get="plan.edit", post="plan.edit")
def new_duty(request, pk):
    item = owned(request, selectors.items(), pk, "plan.edit")
    form = DutyForm(request.POST or None)
    if request.method == "POST" and (duty := perform(request, form, reviewing.add_duty, item)):
        return back(item.chapter.plan, f"piece-duty-{duty.pk}")
    return correction(request, "补充职责", form, item.chapter.plan, str(item))


@access(get="plan.edit", post="plan.edit")
def split(request, pk):
    duty = owned(request, selectors.duties(), pk, "plan.edit")
    form = SplitForm(request.POST or None, duty=duty)
    if request.method == "POST" and perform(request, form, reviewing.split_duty, duty):
        return back(duty.plan, f"piece-duty-{pk}")
    return correction(request, "拆分职责", form, duty.plan, duty.text, row=duty)


def press(act, anchor):
    """A page of one button: `act` on a duty, then back to `anchor`."""

    @access(post="plan.edit")
    def view(request, pk):
        duty = get_object_or_404(selectors.duties(), pk=pk)
        plan, form = duty.plan, Press(request.POST)
        if perform(request, form, act, duty):
            return back(plan, anchor.format(pk=pk, item=duty.item_id))
        return correction(request, "核对", form, plan, duty.text, row=duty)

    return view


merge = press(reviewing.merge_duty, "piece-duty-{pk}")
drop = press(reviewing.drop_duty, "item-{item}")
restore = press(reviewing.restore_duty, "piece-duty-{pk}")


@access(get="plan.edit", post="plan.edit")
def new_measure(request, pk):
    duty = owned(request, selectors.duties(), pk, "plan.edit")
    form = MeasureForm(request.POST or None)
    if request.method == "POST" and perform(request, form, reviewing.add_measure, duty):
        return back(duty.plan, f"piece-duty-{pk}")
    return correction(request, "补充量化要求", form, duty.plan, duty.text)


@access(get="plan.edit", post="plan.edit")
def measure(request, pk):
    measure = owned(request, selectors.measures(), pk, "plan.edit")
    duty, form = measure.duty, MeasureForm(request.POST or None, initial=values(measure, MEASURE))
    if request.method == "POST" and perform(request, form, reviewing.edit_measure, measure):
        return back(duty.plan, f"piece-duty-{duty.pk}")
    return correction(request, "修改量化要求", form, duty.plan, duty.text, row=measure, measure=measure)


@access(post="plan.edit")
def measure_removal(request, pk):
    measure = get_object_or_404(selectors.measures(), pk=pk)
    duty, form = measure.duty, Press(request.POST)
    if perform(request, form, reviewing.drop_measure, measure):
        return back(duty.plan, f"piece-duty-{duty.pk}")
    return correction(request, "删除量化要求", form, duty.plan, duty.text)
