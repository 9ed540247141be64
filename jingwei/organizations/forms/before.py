"""The day of which the tree is shown."""

from django import forms

from jingwei.foundation.clock import today


class DayForm(forms.Form):
    """A day that has come."""

    on = forms.DateField(label="哪一天的组织", widget=forms.DateInput)
    at = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def clean_on(self) -> object:
        day = self.cleaned_data["on"]
        if day > today():
            raise forms.ValidationError("这一天还没有到。", code="future")
        return day
