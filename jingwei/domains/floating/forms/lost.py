"""Forms of members who cannot be reached."""

from typing import Any

from django import forms

from ..choices import Decider, Way
from .places import PartForm, day, lines

DOCUMENT = "文件名称和文号，例如“云桥镇党委〔2026〕3号”。"


class LostForm(forms.Form):
    """The branch cannot reach the member any more."""

    last_contact_on = day("最后一次联系上是哪天")
    note = lines("情况", required=False, hint="怎么发现联系不上的。")


class SearchForm(PartForm):
    """One attempt."""

    on = day("日期")
    way = forms.ChoiceField(label="方式", choices=[("", "请选择"), *Way.choices])
    note = lines("找了谁，结果怎样")


class SuspendForm(PartForm):
    """The decision to suspend the membership."""

    on = day("决定日期")
    by = forms.ChoiceField(label="由谁决定", choices=Decider.choices, widget=forms.RadioSelect)
    document = forms.CharField(label="决定的文件", max_length=120, help_text=DOCUMENT)


class ResolveForm(PartForm):
    """The decision of the branch congress."""

    on = day("支部大会日期")
    resolution = forms.CharField(label="支部大会决议", max_length=120, help_text="决议的名称或编号。")


class ApproveForm(PartForm):
    """The superior's approval."""

    on = day("批准日期")
    document = forms.CharField(label="批准的文件", max_length=120, help_text=DOCUMENT)


class FoundForm(PartForm):
    """The member can be reached again."""

    on = day("取得联系的日期")
    how = lines("怎样取得联系的")
    document = forms.CharField(label="恢复党籍的文件", max_length=120, required=False, help_text="写明文件名称和文号。")

    def __init__(self, *args: Any, suspended: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        if not suspended:
            del self.fields["document"]
