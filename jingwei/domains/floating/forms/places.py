"""What the forms of this room share: a field that names an organization anywhere in the tree, days, lines."""

from typing import Any

from django import forms

from jingwei.organizations.models import Organization

from ..selectors.matching import organizations_called


class AnywhereField(forms.CharField):
    """Its name in full or in short, or its number."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=100, widget=forms.TextInput(attrs={"autocomplete": "off"}), **options)

    def clean(self, value: Any) -> Organization | None:
        words = super().clean(value)
        if not words:
            return None
        found = organizations_called(words)
        if len(found) == 1:
            return found[0]
        names = "、".join(f"{one.name}（编号 {one.pk}）" for one in found)
        raise forms.ValidationError(
            f"叫这个名称的不止一个：{names}。请写全称或编号。" if found else "没有找到这个党组织，请写全称。",
            code="place",
        )


class PartForm(forms.Form):
    """One of several forms on a page: its fields have ids of their own."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{type(self).__name__.lower()}_%s", **options})


def day(label: str, *, required: bool = True, hint: str = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=forms.DateInput, help_text=hint)


def lines(label: str, *, required: bool = True, hint: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=300, required=required, widget=widget, help_text=hint)
