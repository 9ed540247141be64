"""Forms of sightings: what was found, what it is, why it is not registered."""

from typing import Any

from django import forms

from jingwei.foundation.ui.forms import fit
from jingwei.organizations.choices import Headcount, UnitKind
from jingwei.organizations.forms.change import ChangeForm
from jingwei.organizations.forms.units import CreditCodeField
from jingwei.organizations.models import Area, Unit
from jingwei.organizations.selectors.areas import areas_for

from ..models import Team
from ..selectors.sightings import twins_of
from ..selectors.walking import teams_for


class CollectForm(ChangeForm):
    """What was found. Only what is needed to register it."""

    title, done = "收集线索", "线索已收下，请分析。"
    told = ("只记单位的情况，不记从业人员的个人信息。", "不要求拍照、定位和打卡。")

    name = forms.CharField(label="单位名称", max_length=100)
    kind = forms.ChoiceField(label="类别", choices=UnitKind)
    credit_code = CreditCodeField(help_text="看得到营业执照的写，看不到的空着。")
    address = forms.CharField(label="地址", max_length=120, required=False)
    area = forms.ChoiceField(label="所在片区", required=False)
    headcount = forms.ChoiceField(label="从业人员", choices=Headcount, required=False)
    party_members = forms.IntegerField(label="已知党员数", min_value=0, max_value=9999, required=False)
    team = forms.ChoiceField(label="走访小组", required=False)
    note = forms.CharField(label="备注", max_length=200, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.areas = {str(area.pk): area for area in areas_for(self.organization)}
        self.teams = {str(team.pk): team for team in teams_for(self.organization)}
        places = [(pk, f"{area}（{area.get_kind_display()}）") for pk, area in self.areas.items()]
        fit(self, "area", choices=[("", "没有选"), *places])
        named = [(pk, str(team)) for pk, team in self.teams.items()]
        fit(self, "team", choices=[("", "没有编入小组"), *named])

    def clean_area(self) -> Area | None:
        return self.areas.get(self.cleaned_data["area"])

    def clean_team(self) -> Team | None:
        return self.teams.get(self.cleaned_data["team"])


class CorrectForm(CollectForm):
    """What was found, put right by its collector until it is analysed."""

    title, done = "更正线索", "线索已更正。"
    edits = ("name", "kind", "credit_code", "address", "headcount", "party_members", "note")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("area", str(self.subject.area_id or ""))
        self.initial.setdefault("team", str(self.subject.team_id or ""))


class AnalyseForm(ChangeForm):
    """Whether it is registered already, and what was found about it."""

    title, button, done = "分析线索", "分析好了", "已分析，请另一位同志校核。"

    known_as = forms.ChoiceField(label="是不是已经登记的单位", required=False, widget=forms.RadioSelect)
    analysis = forms.CharField(
        label="分析意见",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="有没有党员，适合怎样覆盖。",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.units = {str(unit.pk): unit for unit in twins_of(self.subject)}
        named = [(pk, f"就是“{unit}”（{unit.organization}）") for pk, unit in self.units.items()]
        fit(self, "known_as", choices=[("", "没有登记过，是新的"), *named])

    def clean_known_as(self) -> Unit | None:
        return self.units.get(self.cleaned_data["known_as"])


class RejectForm(ChangeForm):
    """Why it is not registered."""

    title, button, tone, done = "不登记", "不登记", "danger", "已记下不登记的原因。"

    reason = forms.CharField(label="原因", max_length=200, widget=forms.Textarea(attrs={"rows": 2}))
