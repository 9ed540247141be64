"""What the forms of this room share: an organization, the actor, a page's words, and a field that names another."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import today

from ..models import Organization
from ..selectors.places import meant, offered

Called = Callable[[str], list[Organization]]


class ChangeForm(forms.Form):
    """A page with one form about an organization, or about a row of it. `told` is what will happen; `tone` is the
    button's; `edits` are the columns of the row that the form starts with and changes; `removal` is the route that
    takes the row away."""

    title: ClassVar[str]
    button: ClassVar[str] = "保存"
    tone: ClassVar[str] = "main"
    done: ClassVar[str] = "已保存。"
    told: ClassVar[tuple[str, ...]] = ()
    edits: ClassVar[tuple[str, ...]] = ()
    removal: ClassVar[str] = ""

    def __init__(self, *args: Any, subject: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.subject, self.actor = subject, actor
        self.organization: Organization = subject if isinstance(subject, Organization) else subject.organization
        self.initial = {**{name: getattr(subject, name) for name in self.edits}, **self.initial}

    def landing(self, result: Any) -> Organization:
        """Whose page is shown when it is done."""
        return result if isinstance(result, Organization) else self.organization

    def inside(self) -> list[str]:
        """What is in the organization now, where the page shows it."""
        return []

    def offers(self) -> list[str]:
        """Names to offer for the field that names an organization, if there is one."""
        named = next((field for field in self.fields.values() if isinstance(field, PlaceField)), None)
        return offered(named.places) if named else []


class PlaceField(forms.CharField):
    """Names an organization: its name in full or in short, or its number. What the words can mean is found by `called`,
    or among `places`, which the form sets; `what` is the word for one of them."""

    places: "QuerySet[Organization]"

    def __init__(self, *, called: Called | None = None, what: str = "组织", **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"list": "places", "autocomplete": "off"}))
        super().__init__(max_length=100, **options)
        self.called, self.what = called, what

    def clean(self, value: Any) -> Organization | None:
        words = super().clean(value)
        if not words:
            return None
        found = self.called(words) if self.called else meant(self.places, words)
        if len(found) == 1:
            return found[0]
        names = "、".join(f"{one.name}（编号 {one.pk}）" for one in found)
        raise forms.ValidationError(
            f"叫这个名称的不止一个：{names}。请写编号。" if found else f"没有找到这个{self.what}，请写全称。",
            code="place",
        )


class DecidedOn(forms.DateField):
    """The day of a decision, which is not in the future."""

    def __init__(self, **options: Any) -> None:
        super().__init__(label="批准日期", widget=forms.DateInput, initial=today, **options)

    def clean(self, value: Any) -> Any:
        day = super().clean(value)
        if day and day > today():
            raise forms.ValidationError("批准日期不能晚于今天。", code="future")
        return day


class Basis(forms.CharField):
    """The document that approves it."""

    def __init__(self) -> None:
        super().__init__(label="批复文件", max_length=120, help_text="文件名称和文号，例如“云桥镇党委〔2026〕3号”。")
