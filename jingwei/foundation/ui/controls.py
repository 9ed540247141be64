"""Draws the controls of forms. A page may hold hundreds of options: the few kinds of control that are in use are
written straight away, any other by the library's own templates."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Self

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.choices import BaseChoiceIterator
from django.utils.safestring import SafeString
from markupsafe import escape

WIDGETS = "django/forms/widgets/"
ENTRIES = "text number email url search tel password hidden date datetime time checkbox file input".split()
OPTIONS = "radio_option checkbox_option".split()
CHOSEN = {"selected": True}


class Controls(DjangoTemplates):
    """The renderer named in FORM_RENDERER."""

    def render(self, template_name: str, context: Any, request: Any = None) -> str:
        draw = DRAWN.get(template_name)
        widget = context.get("widget", {})
        if draw is None or widget.get("wrap_label"):
            return super().render(template_name, context, request)
        return draw(widget)


def attributes(attrs: Mapping[str, Any]) -> str:
    """One that is True stands without a value; one that is False does not stand there."""
    told = [f" {escape(n)}" if v is True else f' {escape(n)}="{escape(v)}"' for n, v in attrs.items() if v is not False]
    return "".join(told)


def entry(widget: Mapping[str, Any]) -> str:
    value = f' value="{escape(widget["value"])}"' if widget["value"] is not None else ""
    return f'<input type="{widget["type"]}" name="{escape(widget["name"])}"{value}{attributes(widget["attrs"])}>'


def text_area(widget: Mapping[str, Any]) -> str:
    """The first line break is not part of the text: a browser leaves it out."""
    name, words = escape(widget["name"]), escape(widget["value"] or "")
    return f'<textarea name="{name}"{attributes(widget["attrs"])}>\n{words}</textarea>'


def choice(widget: Mapping[str, Any]) -> str:
    parts = [f'<select name="{escape(widget["name"])}"{attributes(widget["attrs"])}>']
    for title, options, _ in widget["optgroups"]:
        drawn = [option(one) for one in options]
        parts += [f'<optgroup label="{escape(title)}">', *drawn, "</optgroup>"] if title else drawn
    return "\n".join([*parts, "</select>"])


def option(widget: Mapping[str, Any]) -> str:
    attrs = attributes(widget["attrs"]) if widget["attrs"] else ""
    return f'<option value="{escape(widget["value"])}"{attrs}>{escape(widget["label"])}</option>'


DRAWN: dict[str, Callable[[Mapping[str, Any]], str]] = {
    **{f"{WIDGETS}{kind}.html": entry for kind in (*ENTRIES, *OPTIONS)},
    f"{WIDGETS}textarea.html": text_area,
    f"{WIDGETS}select.html": choice,
}


class Settled(BaseChoiceIterator):
    """(value, words) to choose from that stay the same while the program runs. Django looks lists of choices through,
    copies them and draws them for every form that is made; this one is ready."""

    def __init__(self, choices: Iterable[tuple[str, str]]) -> None:
        self.choices = tuple(choices)
        self.drawn = [
            (value, _option(value, words, {}), _option(value, words, CHOSEN)) for value, words in self.choices
        ]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.choices)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self

    def options(self, chosen: Iterable[str]) -> str:
        """The options, those with these values chosen."""
        return "\n".join([yes if value in chosen else no for value, no, yes in self.drawn])


def _option(value: str, words: str, attrs: Mapping[str, bool]) -> str:
    return option({"value": value, "label": words, "attrs": attrs})


class OneOf(forms.Select):
    """The control of Settled choices."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        settled: Any = self.choices  # as given to `one_of`
        head = f'<select name="{escape(name)}"{attributes(self.build_attrs(self.attrs, attrs))}>'
        return SafeString("\n".join([head, settled.options(self.format_value(value)), "</select>"]))


def one_of(label: str, choices: Settled, **options: Any) -> forms.ChoiceField:
    """A question with Settled choices."""
    return forms.ChoiceField(label=label, choices=choices, widget=OneOf, **options)
