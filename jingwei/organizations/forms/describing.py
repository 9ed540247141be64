"""The form of what a community is."""

from django import forms

from ..choices import CommunityKind
from ..community_kinds import kinds_of_community
from .change import ChangeForm

KNOWN = [(key, f"{label}：{kinds_of_community()[key].meaning}") for key, label in CommunityKind.choices]


class CommunityKindForm(ChangeForm):
    """What sort of community it is."""

    title, button, done, edits = "社区类型", "保存", "社区类型已登记。", ("community_kind",)
    told = ("类型决定给这个社区什么工作建议，不影响它的权限和任务。",)

    community_kind = forms.ChoiceField(
        label="社区类型", required=False, widget=forms.RadioSelect, choices=[*KNOWN, ("", "还没有定")]
    )
