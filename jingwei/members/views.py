"""The list of members."""

from django.shortcuts import get_object_or_404

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.pages import page
from jingwei.foundation.ui.paging import paged
from jingwei.organizations.selectors import organizations

from . import selectors
from .forms import MemberFilter


@access(get="member.see")
def members(request):
    """The members in reach; nothing of a person but what a list of names needs."""
    filter = MemberFilter(request.GET)
    wanted = filter.cleaned_data if filter.is_valid() else {}
    pk = wanted.pop("at", None)
    at = get_object_or_404(organizations(), pk=pk) if pk else None
    found = selectors.filtered(**wanted, at=at)
    listed = paged(request, found, "organization__path", "id")
    return page(request, "members/members.html", filter=filter, at=at, page=listed, total=selectors.number_of(found))
