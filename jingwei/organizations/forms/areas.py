"""The forms of a named area."""

from typing import Any

from django import forms

from jingwei.foundation.clock import today
from jingwei.foundation.ui.forms import fit

from ..choices import AreaKind
from ..models import Area, Post
from ..selectors.areas import areas_for, posts_for
from ..selectors.places import party_organizations
from .change import ChangeForm, PlaceField

PLACES = ("branch", "committee", "answering")


class AreaForm(ChangeForm):
    """An area of an organization."""

    title, button, done = "设立片区", "保存", "片区已设立。"
    told = ("网格要有一名负责人：选岗位，或者写一个人的姓名。", "楼宇只记户数，不记住户。")

    kind = forms.ChoiceField(label="类别", choices=AreaKind)
    name = forms.CharField(label="名称", max_length=60)
    parent = forms.ChoiceField(label="上一级片区", required=False)
    head_post = forms.ChoiceField(label="负责人岗位", required=False)
    head_name = forms.CharField(label="负责人姓名", max_length=40, required=False, help_text="没有岗位的写姓名。")
    branch = PlaceField(label="党支部（党小组）", required=False, help_text="网格党支部、楼栋党小组。")
    committee = PlaceField(label="运行机构", required=False, help_text="链委会、街委会、片委会；先成立，再写名称。")
    answering = PlaceField(
        label="兜底党组织", required=False, help_text="没有党组织的单位由谁负责；不写的，由所在网格、社区的党组织负责。"
    )
    households = forms.IntegerField(label="户数", min_value=0, max_value=99999, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.parents = {str(area.pk): area for area in areas_for(self.organization)}
        self.posts = {str(post.pk): post for post in posts_for(self.organization, on=today())}
        above = [(pk, f"{area}（{area.get_kind_display()}）") for pk, area in self.parents.items()]
        held = [(pk, f"{post.user}（{post.title}）") for pk, post in self.posts.items()]
        fit(self, "parent", choices=[("", "没有"), *above])
        fit(self, "head_post", choices=[("", "没有选"), *held])
        for name in PLACES:
            fit(self, name, places=party_organizations(self.actor))

    def clean_parent(self) -> Area | None:
        return self.parents.get(self.cleaned_data["parent"])

    def clean_head_post(self) -> Post | None:
        return self.posts.get(self.cleaned_data["head_post"])


class EditAreaForm(AreaForm):
    """An area that is known. What it is stays as it is."""

    title, done, edits = "修改片区", "片区已修改。", ("name", "head_name", "households")
    removal = "organizations:area_removal"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["kind"]
        self.initial.setdefault("parent", self.subject.parent_id)
        self.initial.setdefault("head_post", self.subject.head_post_id)
        for name in PLACES:
            own = getattr(self.subject, name)
            self.initial.setdefault(name, own.name if own else "")
