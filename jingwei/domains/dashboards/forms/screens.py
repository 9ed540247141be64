"""The form by which an address for a big screen is given out."""

from typing import Any

from django import forms

from jingwei.foundation.ui.forms import fit
from jingwei.organizations.models import Organization

from ..actions.screens import most_days
from ..selectors.children import children_of


class ScreenForm(forms.Form):
    """Of which organization, under which title, for how long."""

    organization = forms.ChoiceField(label="展示哪个组织")
    title = forms.CharField(label="标题", max_length=40, help_text="写在大屏最上面，例如“云桥镇基层党建”。")
    days = forms.IntegerField(label="用多少天", min_value=1)

    def __init__(self, *args: Any, here: Organization, **options: Any) -> None:
        super().__init__(*args, **options)
        below = [one for one in children_of(here) if one.revoked_on is None and one.is_area]
        self.offered = {str(one.pk): one for one in (here, *below)}
        fit(self, "organization", choices=[(pk, str(one)) for pk, one in self.offered.items()])
        most = most_days(here)
        fit(self, "days", initial=most, help_text=f"最多 {most} 天，到期自动失效。")

    def clean_organization(self) -> Organization:
        return self.offered[self.cleaned_data["organization"]]

    def taken(self) -> tuple[Organization, dict[str, Any]]:
        """The organization, and the rest of what was filled in."""
        rest = {name: value for name, value in self.cleaned_data.items() if name != "organization"}
        return self.cleaned_data["organization"], rest
