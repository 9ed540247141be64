from datetime import date
from types import SimpleNamespace

from django import forms

from jingwei.foundation.ui.answers import version_of, versions

from .drawing import draw, texts


class Duty(forms.Form):
    text = forms.CharField(label="要做什么")
    by = forms.DateField(label="期限", required=False)
    how = forms.ChoiceField(label="怎样统计", choices=[("auto", "自动"), ("hand", "填报")])
    urgent = forms.BooleanField(label="急件", required=False)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


def row(version=4, **changes):
    held = {"text": "办一次辅导", "by": date(2026, 12, 31), "how": "auto", "urgent": True, "secret": "x"}
    return SimpleNamespace(version=version, **{**held, **changes})


def typed(**changes):
    data = {"version": "3", "text": "办两次辅导", "by": "2026-11-30", "how": "hand", **changes}
    form = Duty(data)
    form.is_valid()
    return form


def test_both_texts_are_shown_in_words_where_they_differ():
    assert versions(typed(), row()) == [
        ("要做什么", "办一次辅导", "办两次辅导"),
        ("期限", "2026 年 12 月 31 日", "2026 年 11 月 30 日"),
        ("怎样统计", "自动", "填报"),
        ("急件", "是", "否"),
    ]
    assert versions(typed(urgent="on", how="auto"), row(text="办两次辅导", by=None)) == [
        ("期限", "", "2026 年 11 月 30 日")
    ]


def test_a_form_carries_the_version_of_the_row_that_was_read():
    assert version_of(row(7)) == 7
    assert version_of(row(7), Duty()) == 7


def test_a_form_that_comes_back_with_mistakes_still_carries_the_version_that_was_read():
    assert version_of(row(7), typed()) == "3"


def test_a_form_that_was_overtaken_carries_the_new_version():
    form = typed()
    form.stale = row(9)
    assert version_of(row(9), form) == 9


def test_a_stale_save_shows_both_texts_above_the_form():
    form = typed()
    form.stale = row(9)
    tree = draw("{{ ui.error_summary(form) }}{{ ui.form_start(request, row=form.stale, form=form) }}", form=form)
    assert texts(tree, "h3") == ["要做什么", "期限", "怎样统计", "急件"]
    assert "办一次辅导" in texts(tree, ".versions")[0] and "办两次辅导" in texts(tree, ".versions")[0]
    assert tree.xpath("//input[@name='version']/@value") == ["9"]
