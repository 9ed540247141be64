from typing import Any

from django import forms

from jingwei.foundation.declared import registry, title_of


def choices() -> list[tuple[str, str]]:
    """All actions by title, for the filter; first the one that filters nothing."""
    return [("", "全部事项"), *sorted(((name, title_of(name)) for name in registry()), key=lambda pair: pair[1])]


class ActFilter(forms.Form):
    """What the list of acts can be narrowed to."""

    on = forms.DateField(label="日期", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    person = forms.CharField(label="操作人", required=False, max_length=40)
    action = forms.ChoiceField(label="事项", required=False, choices=choices)

    def chosen(self) -> dict[str, Any]:
        """The filters as record.selectors.acts takes them; what is not understood filters nothing."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
