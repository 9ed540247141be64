"""What the forms of this room share: an organization anywhere in the tree, days, lines."""

from typing import Any

from django import forms

from jingwei.organizations.forms.change import PlaceField

from ..selectors.matching import organizations_called


def anywhere(label: str, *, hint: str) -> PlaceField:
    """A question for a Party organization anywhere in the tree. No names are offered: they would be all of them."""
    plain = forms.TextInput(attrs={"autocomplete": "off"})
    return PlaceField(
        called=organizations_called, what="党组织", label=label, required=False, help_text=hint, widget=plain
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
