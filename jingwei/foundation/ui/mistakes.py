"""What is wrong in a form, in plain words: Django's messages speak of fields and values, these of the thing."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.forms.forms import BaseForm
from django.utils.functional import Promise

WORDS = {
    "max_length": "最多 {limit_value} 个字，现在有 {show_value} 个",
    "min_length": "至少 {limit_value} 个字，现在有 {show_value} 个",
    "max_value": "不能大于 {limit_value}",
    "min_value": "不能小于 {limit_value}",
    "invalid_choice": "请从列出的选项里选",
    "invalid_list": "请从列出的选项里选",
    "invalid_pk_value": "请从列出的选项里选",
    "empty": "这个文件是空的，请换一个",
    "missing": "没有收到文件，请重新选择",
    "invalid_image": "这不是能打开的图片，请换一个",
}
REQUIRED = ((forms.BooleanField, "请勾选"), (forms.FileField, "请选择文件"), (forms.ChoiceField, "请选择"))
INVALID = (
    (forms.DateTimeField, "请写成年、月、日和钟点，如 2026-11-21 16:20"),
    (forms.DateField, "请写成年、月、日，如 2026-11-21"),
    (forms.TimeField, "请写成钟点，如 16:20"),
    (forms.FileField, "文件没有传好，请重新选择"),
    (forms.IntegerField, "请写成数字"),
    (forms.DecimalField, "请写成数字"),
    (forms.EmailField, "请写成邮箱地址，如 name@example.cn"),
)


@dataclass(frozen=True)
class Mistake:
    """One line of the summary on top of a form: the words, and the id of the control to go to ("" for none)."""

    text: str
    id: str


def mistakes(form: BaseForm | None) -> list[Mistake]:
    """What is wrong in a form, the whole first, then field by field in the order of the page."""
    if form is None or not form.is_bound or not form.errors:
        return []
    found = [Mistake(str(text), "") for text in form.non_field_errors()]
    for bound in form:
        found += [Mistake(f"{bound.label}：{text}", first_id(bound)) for text in told(bound)]
    return found


def told(bound: BoundField) -> list[str]:
    """A field's mistakes in plain words. A message that a form wrote itself is left as it is."""
    return [text for error in bound.errors.as_data() for text in plain(bound.field, error)]


def plain(field: forms.Field, error: ValidationError) -> Iterator[str]:
    """The words of one error: Django's own (they are lazy translations) in ours where we have some."""
    ours = for_code(field, error.code or "") if isinstance(error.message, Promise) else ""
    if ours:
        yield ours.format(**(error.params or {}))
    else:
        yield from error.messages


def for_code(field: forms.Field, code: str) -> str:
    """Our words for a code of Django's, or ""."""
    kinds = {"required": REQUIRED, "invalid": INVALID, "invalid_date": INVALID}.get(code, ())
    fitting = next((words for kind, words in kinds if isinstance(field, kind)), "")
    return fitting or ("请填写" if code == "required" else WORDS.get(code, ""))


def first_id(bound: BoundField) -> str:
    """The id of the first control of a field, where the summary's link leads; "" for one that cannot be seen."""
    if bound.is_hidden:
        return ""
    if isinstance(bound.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        options = bound.subwidgets
        return options[0].id_for_label if options else ""
    return bound.id_for_label
