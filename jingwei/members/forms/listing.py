"""What is asked of who looks for members."""

from functools import cache
from typing import Any

from django import forms

from jingwei.foundation.ui.controls import Settled, one_of

from ..choices import DuesBase, Standing
from ..rules.codes import code_lists

ANY = [("", "不限")]
PHASES = Settled([*ANY, ("full", "正式党员"), ("probationary", "预备党员")])
STANDINGS = Settled([*ANY, *Standing.choices])
MINORITY = "minority"
EDUCATIONS = Settled([*ANY, ("1", "研究生"), ("2", "大学本科"), ("3", "大学专科"), ("4", "中专、技校"), ("6", "高中"), ("7", "初中"), ("8", "小学"), ("9", "其他")])  # fmt: skip  # noqa: E501
ETHNIC = Settled([*ANY, (MINORITY, "少数民族"), *code_lists()["ethnic"].choices])
DUES_BASES = Settled([*ANY, *((value or "none", title) for value, title in DuesBase.choices)])
MISSING = Settled([*ANY, ("phone", "没有手机号码"), ("id_number", "没有公民身份号码"), ("group", "没有编入党小组")])
OLDEST = 130


def genders() -> list[tuple[str, str]]:
    """The two that a register of members has."""
    return [choice for choice in code_lists()["gender"].choices if choice[0] in ("1", "2")]


GENDERS = Settled([*ANY, *genders()])


def day(label: str) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=forms.DateInput)


class MemberFilter(forms.Form):
    """Whom the list shows. `at` is the number of an organization: its members and those below. `q` is the one box."""

    is_the_same_always = False  # whether the templates may draw it once for everybody (`once` of ui/environment.py)
    q = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    at = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    branch = forms.CharField(label="所在支部", required=False, max_length=100)
    phase = one_of("身份", PHASES, required=False)
    standing = one_of("党籍状态", STANDINGS, required=False)
    gender = one_of("性别", GENDERS, required=False)
    age_from = forms.IntegerField(label="年龄从", required=False, min_value=0, max_value=OLDEST)
    age_to = forms.IntegerField(label="年龄到", required=False, min_value=0, max_value=OLDEST)
    education = one_of("学历", EDUCATIONS, required=False)
    ethnic = one_of("民族", ETHNIC, required=False)
    dues_base = one_of("党费基数类别", DUES_BASES, required=False)
    joined_from = day("入党日期从")
    joined_to = day("入党日期到")
    missing = one_of("缺少的信息", MISSING, required=False)
    gone = forms.BooleanField(label="也列出已经离开的", required=False)

    def chosen(self) -> dict[str, Any]:
        """What was asked for, without what was left open; what cannot be read asks for nothing."""
        found = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        return {name: value for name, value in found.items() if value not in ("", None, False)}

    @property
    def used(self) -> int:
        """How many of the fields that can be seen are used."""
        return len(self.chosen().keys() - {"q", "at"})


@cache
def blank_filter() -> MemberFilter:
    """The filter of a list of which nothing is asked: the same for everybody, so it is made and drawn once."""
    blank = MemberFilter({})
    blank.is_the_same_always = True
    return blank


class SaveFilter(forms.Form):
    """A name for the conditions of the page."""

    title = forms.CharField(label="给现在的条件起个名称", max_length=30, help_text="例如：预备党员、没有手机号码的。")
    query = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)
