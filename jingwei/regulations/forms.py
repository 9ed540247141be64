"""The form with which an area sets a number."""

from typing import Any

from django import forms

from jingwei.foundation.clock import today

from .library import Parameter
from .phrases import in_words
from .rules import Number, number_of


class LocalValueForm(forms.Form):
    """A number, from when, and by which document."""

    value = forms.CharField(label="定为", max_length=20)
    since = forms.DateField(label="从哪天起用", widget=forms.DateInput)
    basis = forms.CharField(label="依据文件", max_length=120, help_text="文件名称和文号，例如“云桥镇党委〔2026〕3号”。")

    def __init__(self, *args: Any, parameter: Parameter, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("since", today())
        limits = parameter.bounds
        told = [f"单位：{parameter.unit}"]
        told += [f"不小于 {in_words(limits['min'])}"] if "min" in limits else []
        told += [f"不大于 {in_words(limits['max'])}"] if "max" in limits else []
        self.fields["value"].help_text = "，".join(told) + "。比例可以写成 2/3 或 60%。"

    def clean_value(self) -> Number:
        try:
            return number_of(self.cleaned_data["value"])
        except ValueError:
            raise forms.ValidationError("请填一个数，例如 7、0.5、2/3 或 60%。") from None
