"""Honours of a member."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import perform

from ..actions.awards import add_award, drop_award
from ..forms.editing import AwardForm
from ..selectors.rows import awards
from .editing import written


@access(get="member.edit", post="member.edit")
def new_award(request, pk):
    return written(request, pk, AwardForm, add_award, "登记荣誉", "荣誉已登记。", "", member=None)


@access(post="member.edit")
def removal(request, pk):
    award = get_object_or_404(awards(), pk=pk)
    member = award.member_id
    if perform(request, Press(request.POST), drop_award, award):
        messages.success(request, "已删除这项荣誉。")
    return redirect("members:member", member)
