"""What the forms of all rooms share: a form of one button, and questions whose choices are known late."""

from typing import Any

from django import forms


class Press(forms.Form):
    """A form of one button."""


def fit(form: forms.Form, name: str, **known: Any) -> None:
    """Give a question what is known only when its form is made: `choices`, `places`. Django's types know a field of a
    form by no more than `Field`."""
    for what, value in known.items():
        setattr(form.fields[name], what, value)
