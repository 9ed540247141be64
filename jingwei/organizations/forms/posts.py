"""Forms of posts, terms and responsibilities."""

from typing import Any

from django import forms

from jingwei.foundation.access.grants import roles
from jingwei.foundation.clock import today
from jingwei.foundation.ui.forms import fit

from ..choices import Duty, ResponsibilityKind
from ..models import Post
from ..rules import may_be_held
from ..selectors.facts import length_of, posts_of
from ..selectors.rows import above, account_called
from .change import ChangeForm


class AppointForm(ChangeForm):
    """Who, as what, from when."""

    title, button, done = "任职", "任职", "已任职。本人从任职那天起可以办理这个岗位的事。"
    told = ("给一个人一个岗位。岗位带来权限，从任职那天起生效。", "只能授予不超出您自己权限的角色。")

    username = forms.CharField(label="账号", max_length=150, help_text="由系统管理员建立的登录账号。")
    name = forms.CharField(label="姓名", max_length=40, help_text="用来核对账号，要和账号登记的姓名一致。")
    duty = forms.ChoiceField(label="职务", choices=Duty)
    role = forms.ChoiceField(label="权限角色")
    since = forms.DateField(label="任职日期", widget=forms.DateInput, initial=today)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        own, level = self.actor.grants.permissions, self.organization.level
        fitting = (role for role in roles().values() if role.permissions <= own and may_be_held(role.key, level))
        given = [(role.key, role.title) for role in fitting]
        fit(self, "role", choices=given)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        username, name = data.pop("username", ""), data.pop("name", "")
        if username and name:
            data["user"] = account_called(username, name)
            if data["user"] is None:
                self.add_error("username", "没有这个账号，或者账号和姓名对不上。")
        return data


class EndPostForm(ChangeForm):
    """The last day of a post."""

    title, button, tone, done = "离任", "办理离任", "danger", "已办理离任。"
    told = ("离任日期当天起，本人不再有这个岗位的权限；以前办的事都保留。",)

    until = forms.DateField(label="离任日期", widget=forms.DateInput, initial=today)


class TermForm(ChangeForm):
    """A new term."""

    title, button, done = "登记届期", "登记", "届期已登记。"
    told = ("换届选举、批复之后登记。上一届同时结束。",)

    number = forms.IntegerField(label="届次", min_value=1, max_value=999)
    since = forms.DateField(label="选举日期", widget=forms.DateInput, initial=today)
    years = forms.IntegerField(label="任期（年）", min_value=1, max_value=10)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        last = self.organization.terms.order_by("-number").first()
        length = length_of(self.organization, above(self.organization.path), today())
        self.initial = {
            "number": last.number + 1 if last else 1,
            "years": length.years if length else None,
            **self.initial,
        }


class ResponsibilityForm(ChangeForm):
    """What the organization answers for, how, and who owns it."""

    title, button, done = "登记责任", "保存", "责任清单已更新。"

    kind = forms.ChoiceField(label="责任类别", choices=ResponsibilityKind)
    text = forms.CharField(label="内容", max_length=200, widget=forms.Textarea(attrs={"rows": 3}))
    owner = forms.ChoiceField(label="责任人", required=False, help_text="从现任岗位里选。")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.posts = {str(post.pk): post for post in posts_of(self.organization, on=today())}
        choices = [(pk, f"{post.user}（{post.get_duty_display()}）") for pk, post in self.posts.items()]
        fit(self, "owner", choices=[("", "还没有定"), *choices])

    def clean_owner(self) -> Post | None:
        return self.posts.get(self.cleaned_data["owner"])


class EditResponsibilityForm(ResponsibilityForm):
    """A responsibility that is on the list."""

    title, edits, removal = "修改责任", ("kind", "text"), "organizations:responsibility_removal"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("owner", self.subject.owner_id)
