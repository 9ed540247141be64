"""The list of members, and the filters that one keeps."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.addresses import known_url
from jingwei.foundation.ui.boxes import box
from jingwei.foundation.ui.pages import page, perform
from jingwei.foundation.ui.paging import paged
from jingwei.organizations.selectors import organizations

from .. import selectors
from ..actions import filters
from ..choices import Standing
from ..forms.listing import MemberFilter, SaveFilter, blank_filter
from ..rules.homes import why_no_home
from ..rules.typed import holds_number
from ..selectors.listing import keys, lines, listed, saved_filters


@access(get="member.see", post="member.see")
@box(holds_number)
def members(request):
    """The members in reach; nothing of a person but what a list of names needs."""
    given = request.POST or request.GET
    filter = MemberFilter(given) if given else blank_filter()
    wanted = filter.chosen()
    at = get_object_or_404(organizations(), pk=wanted["at"]) if "at" in wanted else None
    found = listed(wanted, at=at.path if at else request.actor.path, on=today())
    found = found.none() if request.box.misplaced else found
    rows = paged(request, lines(found), *keys(wanted))
    context = {"filter": filter, "at": at, "page": rows, "query": asked(given), "standings": Standing}
    saved = saved_filters(request.user)
    total = selectors.number_of(found)
    hrefs = {"export": export_href(request), "branch": home(request, at)}
    return page(request, "members/members.html", total=total, saved=saved, **hrefs, **context)


@access(post="member.see")
def keep_filter(request):
    form = SaveFilter(request.POST)
    here = get_object_or_404(organizations(), path=request.actor.path)
    query = asked(QueryDict(request.POST.get("query", "")))
    if kept := perform(request, form, filters.keep_filter, here, query=query):
        messages.success(request, f"已保存为“{kept.title}”。")
    elif refusal := getattr(form, "refusal", None):
        messages.error(request, f"{refusal.message}{refusal.next_step}")
    else:
        messages.error(request, "请给常用筛选起个名称，最多 30 个字。")
    return redirect(f"{reverse('members:members')}?{query}")


@access(post="member.see")
def drop_filter(request, pk):
    here = get_object_or_404(organizations(), path=request.actor.path)
    filters.drop_filter(request.actor, here, number=pk)
    messages.success(request, "已删除这个常用筛选。")
    return redirect("members:members")


def asked(query):
    """The conditions that may stand in an address, without where one has got to in the list: no number of a person."""
    given = [(name, query[name]) for name in MemberFilter.base_fields if query.get(name)]
    return urlencode([(name, text) for name, text in given if name != "q" or not holds_number(text)])


def home(request, at):
    """The branch in which a member can be enrolled from here: the one of the list, or one's own; None where neither is
    one."""
    own = next((post.organization for post in request.posts if post.pk == request.actor.post_id), None)
    branch = at or own
    if branch is None or why_no_home(branch.party_type) != ("", ""):
        return None
    return branch if request.actor.may("member.edit", branch.path) else None


def export_href(request):
    """The address of the whole register in reach as a workbook; "" where this post or this installation has none."""
    return known_url("spreadsheets:export_members") if request.actor.may_anywhere("spreadsheet.see") else ""
