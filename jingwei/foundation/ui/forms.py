"""Forms without questions: a button that does one thing, with all the guards of a form."""

from django import forms


class Press(forms.Form):
    """A form of one button."""
