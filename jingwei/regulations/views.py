"""The explorer: from an area to a number, its history, the paper it stands on, and who uses it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.pages import page, perform

from . import library, selectors
from .actions import set_local
from .forms import LocalValueForm
from .usage import usage_of


def found_in(mapping, key):
    """The entry of that key, or the page that says there is none."""
    if key not in mapping:
        raise Http404(key)
    return mapping[key]


@access(get="regulation.see")
def areas(request):
    words = request.GET.get("q", "").strip()
    found = selectors.search(words) if words else []
    return page(request, "regulations/areas.html", areas=selectors.area_list(), words=words, entries=found)


@access(get="regulation.see")
def area(request, key):
    title = found_in(library.areas(), key)
    return page(request, "regulations/area.html", title=title, entries=selectors.in_area(key))


@access(get="regulation.see", post="regulation.set_local")
def number(request, key):
    found = found_in(library.parameters(), key)
    slot = selectors.Slot(found, request.actor.path)
    form = LocalValueForm(request.POST or None, parameter=found)
    if request.method == "POST" and perform(request, form, set_local, slot):
        messages.success(request, "已设定，从起用那天起对本组织和下级生效。")
        return redirect("regulations:number", key)
    facts = selectors.number_facts(slot, request.actor, on=today())
    return page(request, "regulations/number.html", number=found, form=form, **facts, **usage_of(key))


@access(get="regulation.see")
def clause(request, key):
    found = found_in(library.clauses(), key)
    return page(request, "regulations/clause.html", clause=found, **usage_of(key))


@access(get="regulation.see")
def instruments(request):
    return page(request, "regulations/instruments.html", papers=selectors.paper_list())


@access(get="regulation.see")
def instrument(request, key):
    found = found_in(library.instruments(), key)
    return page(request, "regulations/instrument.html", paper=found, entries=selectors.of_instrument(found))


@access(get="regulation.see")
def unverified(request):
    return page(request, "regulations/unverified.html", entries=selectors.doubtful(), papers=selectors.undated_papers())


@access(get="regulation.see")
def house_practice(request):
    return page(request, "regulations/house_practice.html", entries=selectors.house_practice())


@access(get="regulation.see")
def local(request):
    counts = selectors.numbers_set_locally()
    return page(request, "regulations/local.html", numbers=selectors.left_to_areas(), counts=counts)
