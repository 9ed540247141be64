from datetime import date

import pytest
from django import forms

from jingwei.foundation.errors import Refused
from jingwei.foundation.ui.gallery import GalleryForm

from .drawing import draw, text, texts


class Meeting(forms.Form):
    title = forms.CharField(label="名称", max_length=4, help_text="四个字以内")
    on = forms.DateField(label="日期", required=False)
    way = forms.ChoiceField(label="方式", choices=[("room", "会议室"), ("line", "视频")], widget=forms.RadioSelect)
    people = forms.IntegerField(label="人数", min_value=1, required=False)
    agreed = forms.BooleanField(label="已核对")
    paper = forms.FileField(label="签到表")


def drawn(name, data=None, **options):
    form = Meeting(data, initial={"on": date(2026, 3, 9)})
    return draw("{{ ui.field(form[name], **options) }}", form=form, name=name, options=options)


def test_a_field_says_in_words_whether_it_must_be_filled():
    assert texts(drawn("title"), "label") == ["名称必填"]
    assert texts(drawn("on"), "label") == ["日期选填"]


def test_a_control_is_described_by_its_hint_and_its_mistake():
    tree = drawn("title", {"title": "一二三四五"})
    control = tree.xpath("//input")[0]
    described = [text(tree.get_element_by_id(one)) for one in control.get("aria-describedby").split()]
    assert described == ["四个字以内", "最多 4 个字，现在有 5 个"]
    assert control.get("aria-invalid") == "true"
    assert tree.xpath("//label/@for") == [control.get("id")]


def test_a_date_is_asked_for_with_the_calendar_of_the_browser():
    control = drawn("on").xpath("//input")[0]
    assert (control.get("type"), control.get("value")) == ("date", "2026-03-09")


def test_choices_are_a_group_with_a_legend_and_a_label_each():
    tree = drawn("way", {"way": "line"})
    assert texts(tree, "legend") == ["方式必填"]
    assert texts(tree, ".choice") == ["会议室", "视频"]
    assert tree.xpath("//label/@for") == tree.xpath("//input/@id")
    assert tree.xpath("//input[@checked]/@value") == ["line"]


def test_a_group_of_choices_is_described_by_its_mistake():
    tree = drawn("way", {})
    assert tree.xpath("//fieldset/@aria-describedby") == tree.xpath("//*[@class='error']/@id") == ["id_way_error"]


def test_a_long_list_of_choices_can_be_narrowed():
    tree = draw("{{ ui.field(form.places) }}", form=GalleryForm())
    assert len(tree.xpath("//*[@data-choices]//input")) == 13
    assert draw("{{ ui.field(form.way) }}", form=GalleryForm()).xpath("//*[@data-choices]") == []


def test_the_summary_leads_to_each_field_that_is_wrong():
    form = Meeting({"title": "", "on": "三月", "people": "0"}, {})
    tree = draw("{{ ui.error_summary(form) }}", form=form)
    links = [(text(link), link.get("href")) for link in tree.xpath("//li/a")]
    assert texts(tree, "h2") == ["还有 6 处要改"]
    assert links == [
        ("名称：请填写", "#id_title"),
        ("日期：请写成年、月、日，如 2026-11-21", "#id_on"),
        ("方式：请选择", "#id_way_0"),
        ("人数：不能小于 1", "#id_people"),
        ("已核对：请勾选", "#id_agreed"),
        ("签到表：请选择文件", "#id_paper"),
    ]


@pytest.mark.parametrize("form", [Meeting(), None])
def test_a_form_without_mistakes_has_no_summary(form):
    assert text(draw("{{ ui.error_summary(form) }}", form=form)) == ""


def test_a_mistake_of_the_whole_form_has_no_link():
    form = Meeting({})
    form.errors.clear()
    form.add_error(None, "这一天已经有会了")
    tree = draw("{{ ui.error_summary(form) }}", form=form)
    assert (texts(tree, "li"), tree.xpath("//a")) == (["这一天已经有会了"], [])


def test_a_refusal_says_what_by_which_article_and_what_next(settings):
    settings.BASIS_READER = "tests.foundation.ui.test_fields.reader"
    form = Meeting({"title": "会"})
    form.errors.clear()
    form.refusal = Refused("不能下达到社区", basis="relief, 第五条", next_step="改为按月了解", earliest="12 月 1 日")
    tree = draw("{{ ui.error_summary(form) }}", form=form)
    assert texts(tree, "h2") == ["不能下达到社区"]
    assert list(zip(texts(tree, "dt"), texts(tree, "dd"), strict=True)) == [
        ("依据", "《减负规定》第五条"),
        ("最早可办", "12 月 1 日"),
        ("接下来", "改为按月了解"),
    ]
    assert tree.xpath("//a/@href") == ["/regulations/relief/"]


def reader(basis):
    key, _, article = basis.partition(", ")
    return f"《减负规定》{article}", f"/regulations/{key}/"
