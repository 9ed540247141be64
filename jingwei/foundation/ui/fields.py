"""A form's field as one question: its control, its words, and how they are tied together for a screen reader."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from .mistakes import told

CHOICES = (forms.RadioSelect, forms.CheckboxSelectMultiple)
MANY = 12


@dataclass(frozen=True)
class Question:
    """What the macro `field` draws. `kind` is hidden, tick, choices, file, text or date; `control` is ready HTML
    (of `choices`, see `options`); `error_id` and `hint_id` are the ids that the control is described by."""

    kind: str
    label: str
    hint: str
    errors: list[str]
    required: bool
    id: str
    hint_id: str
    error_id: str
    described_by: str
    control: SafeString
    options: list[Any] = field(default_factory=list)
    many: bool = False


def question(bound: BoundField) -> Question:
    """Everything needed to draw a bound field, in any of Django's widgets."""
    kind = kind_of(bound)
    hint_id, error_id = f"{bound.auto_id}_helptext", f"{bound.auto_id}_error"
    errors = told(bound)
    described = [i for i, there in ((hint_id, bound.help_text), (error_id, errors)) if there]
    options = list(bound.subwidgets) if kind == "choices" else []
    return Question(
        kind=kind,
        label=str(bound.label),
        hint=str(bound.help_text),
        errors=errors,
        required=bound.field.required,
        id=bound.id_for_label,
        hint_id=hint_id,
        error_id=error_id,
        described_by=" ".join(described),
        control=SafeString() if options else drawn(bound, " ".join(described)),
        options=options,
        many=len(options) > MANY,
    )


def kind_of(bound: BoundField) -> str:
    """Which of the few ways to draw fits the field's widget."""
    widget = bound.field.widget
    if bound.is_hidden:
        return "hidden"
    if isinstance(widget, CHOICES):
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "tick"
    if isinstance(widget, forms.ClearableFileInput | forms.FileInput):
        return "file"
    return "date" if isinstance(widget, forms.DateInput) else "text"


def drawn(bound: BoundField, described_by: str) -> SafeString:
    """The control itself. A date is asked for with the browser's own calendar, which wants ISO dates."""
    widget = bound.field.widget
    if isinstance(widget, forms.DateInput):
        widget.input_type = "date"
        widget.format = "%Y-%m-%d"
    if isinstance(widget, forms.Textarea):
        widget.attrs = {**widget.attrs, "cols": False, "rows": rows_of(widget)}
    return bound.as_widget(attrs={"aria-describedby": described_by} if described_by else None)


def rows_of(widget: forms.Textarea) -> int:
    """Django writes ten rows when the form names none; five are enough."""
    rows = int(widget.attrs.get("rows") or 10)
    return 5 if rows == 10 else rows
