"""Forms by which organizations are established, renamed, moved, merged, split and revoked."""

from typing import Any

from django import forms

from jingwei.foundation.ui.forms import fit

from ..choices import Level, PartyType
from ..followers import residents_of
from ..models import Organization
from ..rules import may_stand_under
from ..selectors.inside import what_is_inside
from ..selectors.places import homes_for, peers_of, superiors_for
from ..selectors.tree import children
from .change import Basis, ChangeForm, DecidedOn, PlaceField

RECORDED = "这次变动记入沿革和操作记录，以前的记录仍保留在原来的地方。"


class EstablishForm(ChangeForm):
    """A new organization under this one."""

    title, button, done = "成立下级组织", "成立", "已成立。接着可以任命负责人、登记届期。"
    told = ("在这个组织下面建立一个新组织。", RECORDED)

    name = forms.CharField(label="全称", max_length=100, help_text="按批复文件写，如“中共云桥镇梧桐社区总支部委员会”。")
    short_name = forms.CharField(label="简称", max_length=40)
    level = forms.ChoiceField(label="层级")
    party_type = forms.ChoiceField(label="党组织类别", required=False)
    on = DecidedOn()
    basis = Basis()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        levels = [choice for choice in Level.choices if may_stand_under(choice[0], self.organization.level)]
        types = [(key, f"{title}（{key}）" if key.isdigit() else title) for key, title in PartyType.choices]
        fit(self, "level", choices=levels)
        fit(self, "party_type", choices=types)
        self.initial.setdefault("party_type", PartyType.BRANCH if levels and levels[-1][0] != Level.GROUP else "")


class RenameForm(ChangeForm):
    """Another name."""

    title, button, done, edits = "更名", "更名", "已更名。", ("name", "short_name")
    told = ("换一个名称，其他都不变。原名称留在沿革里。",)

    name = forms.CharField(label="新的全称", max_length=100)
    short_name = forms.CharField(label="新的简称", max_length=40)
    on = DecidedOn()
    basis = Basis()


class MoveForm(ChangeForm):
    """Another superior."""

    title, button, done = "划转", "划转", "已划转。"
    told = (
        "连同下面的组织、党员、任务和材料，一起划到新的上级下面。",
        "原来的上级从此看不到它，新的上级开始管理它。",
        RECORDED,
    )

    parent = PlaceField(label="新的上级组织", help_text="写全称、简称或者编号。")
    on = DecidedOn()
    basis = Basis()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fit(self, "parent", places=superiors_for(self.organization, self.actor))


class ClearingForm(ChangeForm):
    """A change after which something has another home; it shows first what there is."""

    def inside(self) -> list[str]:
        return what_is_inside(self.organization)


class MergeForm(ClearingForm):
    """Into which other organization."""

    title, button, tone, done = "合并", "合并", "danger", "已合并，原组织已撤销。"
    told = (
        "下级组织、党员、单位和责任清单都转到并入的组织。",
        "这个组织随后撤销，岗位和届期同时结束；需要留任的人，请在并入的组织重新任职。",
        RECORDED,
    )

    into = PlaceField(label="并入哪个组织", help_text="写全称、简称或者编号。只能并入同一层级的组织。")
    on = DecidedOn()
    basis = Basis()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fit(self, "into", places=peers_of(self.organization, self.actor))

    def landing(self, result: Any) -> Organization:
        into: Organization = self.cleaned_data["into"]
        return into


class SplitForm(ClearingForm):
    """The name of the second organization, and what goes to it."""

    title, button, done = "拆分", "拆分", "已拆分。接着可以任命新组织的负责人、登记届期。"
    told = (
        "在旁边成立一个同样层级、同样类别的新组织，选中的下级组织划到它下面。",
        "没有选中的下级组织和党员留在原处。",
        RECORDED,
    )

    name = forms.CharField(label="新组织的全称", max_length=100)
    short_name = forms.CharField(label="新组织的简称", max_length=40)
    children = forms.MultipleChoiceField(
        label="划给新组织的下级组织", required=False, widget=forms.CheckboxSelectMultiple
    )
    residents = forms.MultipleChoiceField(label="划给新组织的党员", required=False, widget=forms.CheckboxSelectMultiple)
    on = DecidedOn()
    basis = Basis()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.below = {str(one.pk): one for one in children(self.organization)}
        if not self.below:
            del self.fields["children"]
        else:
            fit(self, "children", choices=[(pk, str(one)) for pk, one in self.below.items()])
        people = [one for _, found in residents_of(self.organization) for one in found]
        if not people:
            del self.fields["residents"]
        else:
            fit(self, "residents", choices=[(str(pk), name) for pk, name in people])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["children"] = [self.below[pk] for pk in data.get("children", ())]
        data["residents"] = [int(pk) for pk in data.get("residents", ())]
        return data


class RevokeForm(ClearingForm):
    """The document that revokes it, and where its members go first."""

    title, button, tone, done = "撤销", "撤销", "danger", "已撤销。"
    told = (
        "还有下级组织或者别的事没有安排的，不能撤销，要先划转；党员在这里一并转走。",
        "撤销后岗位和届期同时结束，任职的人从下一次操作起不再有它的权限。",
        RECORDED,
    )

    home = PlaceField(help_text="写全称、简称或者编号。")
    on = DecidedOn()
    basis = Basis()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        found = residents_of(self.organization)
        if not found:
            del self.fields["home"]
            return
        self.fields["home"].label = f"先把{'、'.join(f' {len(people)} {kind.unit}' for kind, people in found)}转到"
        fit(self, "home", places=homes_for(self.organization, self.actor))
