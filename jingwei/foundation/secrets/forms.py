"""What is asked of who wants to look, and of who answers an alarm."""

from django import forms

from .choices import Purpose
from .looks import FEWEST_SIGNS

OFFERED = [(value, title) for value, title in Purpose.choices if value != Purpose.SELF]


class LookForm(forms.Form):
    """Why somebody wants to look. The room adds the column, or takes it from the address."""

    purpose = forms.ChoiceField(label="查看目的", choices=OFFERED)
    words = forms.CharField(
        label="具体事由",
        min_length=FEWEST_SIGNS,
        max_length=200,
        help_text="会记录下来，本人可以看到。例如：电话通知周五的支部党员大会。",
    )


class AnswerForm(forms.Form):
    """What was found out about an alarm, and what was done."""

    answer = forms.CharField(label="处理情况", min_length=FEWEST_SIGNS, max_length=300, widget=forms.Textarea)
