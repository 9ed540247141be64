"""The form of this room."""

from collections.abc import Sequence
from typing import Any

from django import forms

from jingwei.foundation.ui.forms import fit
from jingwei.members.models import Member


class TickForm(forms.Form):
    """Which of the members shown have been typed in."""

    members = forms.MultipleChoiceField(label="已录入的党员", required=False)

    def __init__(self, *args: Any, offered: Sequence[Member], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = {str(member.pk): member for member in offered}
        fit(self, "members", choices=[(pk, str(one)) for pk, one in self.offered.items()])

    def clean_members(self) -> list[Member]:
        return [self.offered[pk] for pk in self.cleaned_data["members"]]
