"""The form of a visit, and which year of medals is shown."""

from typing import Any

from django import forms

from jingwei.foundation.clock import today
from jingwei.foundation.secrets.masking import is_mask
from jingwei.foundation.ui.forms import fit
from jingwei.members.models import Member
from jingwei.organizations.forms.change import ChangeForm
from jingwei.organizations.models import Post

from .choices import Occasion, VisitKind
from .rules import first_medal_year
from .selectors.people import visitors


class VisitForm(ChangeForm):
    """Who went to see a member, when, and why."""

    title, done = "登记走访谈心", "已登记。"
    told = (
        "为什么去、说到的情况加密保存，名单里只显示“已登记”。",
        "以后要看的，须写明用途；党员本人看得到登记的内容，也看得到谁看过。",
    )

    kind = forms.ChoiceField(label="方式", choices=VisitKind, widget=forms.RadioSelect)
    occasion = forms.ChoiceField(label="因为什么", choices=Occasion, initial=Occasion.USUAL)
    on = forms.DateField(label="日期", widget=forms.DateInput, initial=today)
    visitor = forms.ChoiceField(label="谁去的")
    note = forms.CharField(label="情况", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        member: Member = self.subject
        self.posts = {str(post.pk): post for post in visitors(member, self.actor.post_id, today())}
        held = [(pk, f"{post.user}（{post.title}）") for pk, post in self.posts.items()]
        fit(self, "visitor", choices=held)

    def clean_visitor(self) -> Post:
        return self.posts[self.cleaned_data["visitor"]]

    def clean_note(self) -> str:
        """A sealed text with the signs of a mask would be taken for one."""
        note: str = self.cleaned_data["note"]
        if is_mask(note):
            raise forms.ValidationError("请不要用三个星号代替文字。", code="mask")
        return note


class StrikeForm(ChangeForm):
    """A visit that was put down by mistake."""

    title, button, tone, done = "删除走访谈心", "删除这条登记", "danger", "已删除。"
    told = ("只删登记错了的。删除以后不能恢复，什么时候由谁删除留有记录。",)

    def __init__(self, *args: Any, subject: Any, **options: Any) -> None:
        super().__init__(*args, subject=subject.member, **options)


class YearForm(forms.Form):
    """The year whose 1 July counts."""

    year = forms.IntegerField(label="年份", required=False, max_value=2100)

    def clean_year(self) -> int:
        year = self.cleaned_data["year"] or today().year
        return max(int(year), first_medal_year())
