"""The forms of this room."""

from typing import Any

from django import forms

from jingwei.foundation.clock import today
from jingwei.organizations.models import Post

from .selectors.packs import candidates

HINT = "一行写一样，例如：公章在办公室保险柜；档案柜钥匙两把；会议室找居委会预订。不要写密码。"


class SuccessorField(forms.ChoiceField):
    """Names one of the posts that can take the work on."""

    def __init__(self, **options: Any) -> None:
        super().__init__(label="接任人", **options)

    def offer(self, post: Post) -> None:
        """The posts that can be chosen."""
        self.posts = {str(one.pk): one for one in candidates(post, on=today())}
        blank = [] if self.required else [("", "以后再定")]
        named = [(pk, f"{one.user}（{one.get_duty_display()}）") for pk, one in self.posts.items()]
        self.choices = [*blank, *named]

    def clean(self, value: Any) -> Post | None:
        return self.posts.get(str(super().clean(value)))


class OfferingForm(forms.Form):
    """A form that asks for the successor."""

    def __init__(self, *args: Any, post: Post, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["successor"]
        assert isinstance(field, SuccessorField)
        field.offer(post)


class PrepareForm(OfferingForm):
    """The free list, and who comes after."""

    keys = forms.CharField(
        label="工作要件", required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 6}), help_text=HINT
    )
    successor = SuccessorField(required=False, help_text="要先由上级任职，才选得到。")


class KeysForm(forms.Form):
    """The free list, once more."""

    keys = forms.CharField(
        label="工作要件", required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 6}), help_text=HINT
    )


class SuccessorForm(OfferingForm):
    """Who comes after."""

    successor = SuccessorField()


class InsteadForm(forms.Form):
    """Why the superior gives the leaver's word."""

    reason = forms.CharField(label="代为确认的原因", max_length=200, help_text="例如：本人已调离，联系不上。")
