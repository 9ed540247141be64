"""Our drawing of controls against the library's own."""

from copy import deepcopy

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from lxml import html

from jingwei.foundation.ui.controls import Controls, Settled, one_of

WORDS = 'a "quoted" <b> & more'
PAIRS = [("", "不限"), ("1", WORDS), ('"<2>', "二")]
GROUPS = [("一组", [("1", "一"), ("2", "二")]), ("3", "三")]
ATTRS = {"id": "id_it", "required": True, "disabled": False, "data-said": WORDS, "rows": 5}
WIDGETS = [
    *(kind() for kind in (forms.TextInput, forms.NumberInput, forms.PasswordInput, forms.HiddenInput, forms.DateInput)),
    *(kind() for kind in (forms.CheckboxInput, forms.Textarea, forms.FileInput, forms.EmailInput, forms.TimeInput)),
    forms.Select(choices=PAIRS),
    forms.Select(choices=GROUPS),
    forms.SelectMultiple(choices=PAIRS),
    forms.RadioSelect(choices=PAIRS),
    forms.CheckboxSelectMultiple(choices=PAIRS),
]


def elements(text):
    """What a browser makes of it: each element with its attributes and its own words."""
    tree = html.fragment_fromstring(text, create_parent="div")
    return [(one.tag, dict(one.attrib), (one.text or "").strip()) for one in tree.iter()]


@pytest.mark.parametrize("widget", WIDGETS, ids=lambda widget: type(widget).__name__)
@pytest.mark.parametrize("value", [None, "", "1", WORDS, ["1", '"<2>']])
def test_a_control_is_drawn_as_the_library_draws_it(widget, value):
    ours, theirs = (widget.render("it", value, ATTRS, renderer=one()) for one in (Controls, DjangoTemplates))
    assert elements(ours) == elements(theirs)


@pytest.mark.parametrize("widget", [forms.RadioSelect(choices=PAIRS), forms.CheckboxSelectMultiple(choices=PAIRS)])
def test_one_of_several_choices_is_drawn_as_the_library_draws_it(widget):
    drawn = []
    for renderer in (Controls(), DjangoTemplates()):
        options = widget.options("it", ["1"], {"id": "id_it"})
        told = [{**option, "wrap_label": False} for option in options]
        drawn.append([elements(renderer.render(one["template_name"], {"widget": one})) for one in told])
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize("value", [None, "", "1", '"<2>', "unknown"])
def test_settled_choices_are_drawn_like_any_others(value):
    settled = one_of("选择", Settled(PAIRS)).widget.render("it", value, ATTRS)
    assert elements(settled) == elements(forms.Select(choices=PAIRS).render("it", value, ATTRS, DjangoTemplates()))


def test_settled_choices_are_not_copied_with_a_form():
    settled = Settled(PAIRS)
    field = deepcopy(one_of("选择", settled))
    assert (field.choices is settled, field.widget.choices is settled, list(field.choices)) == (True, True, PAIRS)


def test_nothing_but_a_settled_choice_is_accepted():
    field = one_of("选择", Settled(PAIRS), required=False)
    assert (field.clean("1"), field.clean("")) == ("1", "")
    with pytest.raises(forms.ValidationError):
        field.clean("9")
