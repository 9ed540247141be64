"""The filter of the list."""

from django import forms


class MemberFilter(forms.Form):
    """Whom the list shows. `at` is the number of an organization: its members and those below."""

    name = forms.CharField(label="姓名", required=False, max_length=40)
    branch = forms.CharField(label="所在支部", required=False, max_length=100)
    at = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
