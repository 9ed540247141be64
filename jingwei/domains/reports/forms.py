"""The forms of this room."""

from datetime import date
from typing import Any

from django import forms

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import today
from jingwei.foundation.scope.vocabulary import below
from jingwei.foundation.ui.forms import fit
from jingwei.organizations.forms.change import PlaceField
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors import organizations
from jingwei.organizations.selectors.places import offered

from .choices import Kind
from .rules.periods import choices
from .selectors.templates import mistakes_in

LONGEST = 10_000  # signs of a paragraph


class StartForm(forms.Form):
    """Which months, and whose."""

    period = forms.ChoiceField(label="写哪一段时间", widget=forms.RadioSelect)
    organization = PlaceField(label="写哪个单位", help_text="写名称，或者在列出的名称里选；含它的全部下级。")

    def __init__(self, *args: Any, actor: Actor, here: Organization, kind: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.places = organizations().filter(below("path", actor.path))
        found = choices(kind, on=today())
        fit(self, "period", choices=found, initial=found[0][0])
        fit(self, "organization", places=self.places, initial=here.name)

    def offers(self) -> list[str]:
        """Names to offer while somebody types."""
        return offered(self.places)

    def clean_period(self) -> tuple[str, str]:
        first, _, last = str(self.cleaned_data["period"]).partition("_")
        return first, last


class ParagraphForm(forms.Form):
    """The text of a paragraph."""

    text = forms.CharField(
        label="文字",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text="直接改。没有改动的数仍然连着明细；改动的数会标出来，注明自动统计是多少。全部删去，这一段就不再出现。",
    )

    def clean_text(self) -> str:
        lines = [line.strip() for line in str(self.cleaned_data["text"]).splitlines()]
        return "\n".join(line for line in lines if line)


class TitleForm(forms.Form):
    """The title of a report."""

    title = forms.CharField(label="标题", max_length=200)


class TemplateForm(forms.Form):
    """A template of an office."""

    title = forms.CharField(label="模板名称", max_length=60)
    kind = forms.ChoiceField(label="种类", choices=Kind, help_text="月报按月写，半年总结按半年写，经验材料按年写。")
    text = forms.CharField(label="模板正文", max_length=20_000, strip=False, widget=forms.Textarea(attrs={"rows": 24}))

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"]).replace("\r\n", "\n").rstrip()
        if wrong := mistakes_in(text):
            raise forms.ValidationError([str(one) for one in wrong[:10]], code="notation")
        return text


class DayForm(forms.Form):
    """A day up to today."""

    day = forms.DateField(label="看哪一天", widget=forms.DateInput(attrs={"type": "date"}))

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > today():
            raise forms.ValidationError("这一天还没有到。")
        return day
