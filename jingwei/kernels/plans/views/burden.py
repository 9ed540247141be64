"""Pages of the burden ledger (负担账本) and the self-check for filing."""

from django.shortcuts import get_object_or_404

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.pages import page

from ..selectors import burden as reading
from ..selectors.months import chosen_month
from ..selectors.self_check import checklist


@access(get="burden.see")
def burden(request):
    month = chosen_month(request.GET.get("month", ""), on=today())
    return page(request, "plans/burden.html", month=month, **reading.overview(month.year, month.month))


@access(get="burden.see")
def community_burden(request, pk):
    community = get_object_or_404(reading.communities(), pk=pk)
    month = chosen_month(request.GET.get("month", ""), on=today())
    facts = reading.of_community(community, month.year, month.month)
    return page(request, "plans/community_burden.html", community=community, month=month, **facts)


@access(get="burden.see")
def self_check(request):
    return page(request, "plans/self_check.html", lines=checklist(on=today()), on=today())
