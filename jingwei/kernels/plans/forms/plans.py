"""Forms by which a plan is read in and corrected."""

import re
from typing import Any

from django import forms

from jingwei.foundation.documents import PlainText, pasted_text, plain_text, refuse_by_size
from jingwei.foundation.errors import Refused
from jingwei.foundation.ui.forms import fit
from jingwei.regulations.library import areas, parameters

from ..choices import Comparator, Period
from ..links import figures
from ..models import Duty

JOINTS = re.compile(r"[。；;，,]")


class ReadingForm(forms.Form):
    """A file or pasted text. `cleaned_data` is what the action takes: text and file_name; `warnings` is what the
    reader of files has to say."""

    upload = forms.FileField(
        label="要点文件",
        required=False,
        help_text="可以是 Word（.docx）、PDF、网页（.html）或文本（.txt、.md），不超过 20 MB。",
    )
    pasted = forms.CharField(
        label="或者把全文粘贴在这里", required=False, strip=False, widget=forms.Textarea(attrs={"rows": 12})
    )
    warnings: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        upload, pasted = data.get("upload"), data.get("pasted", "")
        if self.errors:
            return data
        if upload is None and not pasted.strip():
            raise forms.ValidationError("请选一个文件，或者把全文粘贴到下面的框里。")
        try:
            found = self._read(upload, pasted)
        except Refused as refusal:
            self.add_error("pasted" if upload is None else "upload", f"{refusal.message}{refusal.next_step}")
            return data
        self.warnings = found.warnings
        return {"text": found.text, "file_name": upload.name if upload else ""}

    @staticmethod
    def _read(upload: Any, pasted: str) -> PlainText:
        """The text to read. Raises Refused with what to do next."""
        if upload is None:
            return pasted_text(pasted)
        refuse_by_size(upload.size)
        return plain_text(upload.name, upload.read())


class PlanForm(forms.Form):
    """The plan's own data."""

    title = forms.CharField(label="标题", max_length=200)
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    issuer = forms.CharField(label="发文单位", max_length=100, required=False)


class ItemForm(forms.Form):
    """The heading of an item."""

    number = forms.CharField(label="序号", max_length=12, required=False, help_text="例如：（三）。没有的留空。")
    title = forms.CharField(label="标题", max_length=300)


class DutyForm(forms.Form):
    """What is to be done and by whom."""

    text = forms.CharField(label="要做什么", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    actors = forms.CharField(label="谁来做", max_length=300, required=False, help_text="几个单位用顿号分开。")


class SplitForm(forms.Form):
    """Where a duty is cut in two: after one of its punctuation marks."""

    at = forms.TypedChoiceField(label="从哪里分开", coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, duty: Duty, **options: Any) -> None:
        super().__init__(*args, **options)
        ends = [m.end() for m in JOINTS.finditer(duty.text) if m.end() < len(duty.text)]
        fit(self, "at", choices=[(end, f"{_tail(duty.text[:end])} ‖ {_head(duty.text[end:])}") for end in ends])


def _tail(text: str) -> str:
    return text if len(text) <= 24 else "…" + text[-24:]


def _head(text: str) -> str:
    return text if len(text) <= 24 else text[:24] + "…"


class MeasureForm(forms.Form):
    """One measure: what, how much, how often, until when; the figure by which the platform counts it; the number of
    the regulations that it carries out."""

    subject = forms.CharField(label="内容", max_length=100, required=False)
    comparator = forms.ChoiceField(label="要求", choices=Comparator.choices)
    value = forms.DecimalField(label="数量", required=False, max_digits=14, decimal_places=4)
    upper = forms.DecimalField(label="上限（范围才填）", required=False, max_digits=14, decimal_places=4)
    unit = forms.CharField(label="单位", max_length=20, required=False)
    period = forms.ChoiceField(label="频次", required=False, choices=[("", "没有写"), *Period.choices])
    per = forms.CharField(label="按什么计", max_length=40, required=False, help_text="例如：每个社区、百户。")
    deadline = forms.DateField(label="期限", required=False, widget=forms.DateInput)
    figure = forms.ChoiceField(
        label="由系统自动统计", required=False, help_text="系统已有的数字，选上就不用再填报。"
    )  # fmt: skip
    parameter = forms.ChoiceField(
        label="落实哪一条法规", required=False, help_text="选上后，要点页会写明出自哪一条。"
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fit(self, "parameter", choices=regulation_choices())
        fit(
            self,
            "figure",
            choices=[
                ("", "没有对应的数字"),
                *((f.key, f"{f.title}（{f.unit}）") for f in figures().values()),
            ],
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        value, upper = data.get("value"), data.get("upper")
        if data.get("comparator") == "range" and (value is None or upper is None):
            self.add_error("upper", "范围要填两头的数。")
        if value is not None and upper is not None and upper < value:
            self.add_error("upper", "上限不能小于数量。")
        return data


def regulation_choices() -> list[Any]:
    """The numbers of the library by area."""
    groups: dict[str, list[tuple[str, str]]] = {title: [] for title in areas().values()}
    for number in parameters().values():
        groups[number.area_title].append((number.key, number.title))
    return [("", "没有对应的法规"), *((title, numbers) for title, numbers in groups.items() if numbers)]
