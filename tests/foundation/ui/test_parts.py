from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from jinja2 import UndefinedError

from .drawing import draw, text, texts

ON = date(2026, 11, 21)


def test_a_form_carries_its_guards():
    tree = draw('{{ ui.form_start(request, "/do/", multipart=true) }}{{ ui.form_end() }}')
    form = tree.xpath("//form")[0]
    assert (form.get("method"), form.get("action"), form.get("enctype")) == ("post", "/do/", "multipart/form-data")
    assert len(form.xpath("input[@name='csrfmiddlewaretoken']")) == 1
    assert UUID(form.xpath("input[@name='request_key']/@value")[0]).version == 4
    assert form.get("data-draft") == "/do/"


def test_two_forms_have_two_keys():
    tree = draw("{{ ui.form_start(request) }}{{ ui.form_end() }}" * 2)
    assert len(set(tree.xpath("//input[@name='request_key']/@value"))) == 2


def test_a_form_that_only_asks_has_no_guards():
    form = draw('{{ ui.form_start(request, method="get") }}{{ ui.form_end() }}').xpath("//form")[0]
    assert (form.xpath("input"), form.get("data-draft")) == ([], None)


def test_a_form_of_one_button_keeps_no_draft():
    tree = draw('{{ ui.post_button(request, "撤回", "/back/", "danger") }}')
    assert (tree.xpath("//form/@data-draft"), texts(tree, "button")) == ([], ["撤回"])


def test_a_state_is_a_shape_a_word_and_a_colour():
    tree = draw('{{ ui.state("late", "已过期") }}')
    assert [(one.get("class"), text(one)) for one in tree.xpath("//span")] == [("state late", "已过期")]


def test_a_duty_says_what_by_when_and_has_one_button():
    source = '{{ ui.duty("支委会", due, on, "soon", "快到期", "每月一次", "/d/", "记录", "/d/new/") }}'
    tree = draw(source, due=date(2026, 11, 25), on=ON)
    assert texts(tree, "time") == ["25日11 月 还有 4 天"]
    assert tree.xpath("//time/@datetime") == ["2026-11-25"]
    assert texts(tree, "h3") == ["支委会"]
    assert [(text(a), a.get("href")) for a in tree.xpath("//a[contains(@class, 'button')]")] == [
        ("记录：支委会", "/d/new/")
    ]


def test_a_duty_of_another_year_names_the_year_and_one_without_a_date_says_so():
    source = '{{ ui.duty("换届", due, on, "todo", "未开始") }}'
    assert texts(draw(source, due=date(2027, 1, 31), on=ON), "time") == ["31日2027 年 1 月 还有 71 天"]
    assert texts(draw(source, due=None, on=ON), ".no-date") == ["没有期限"]


def test_a_table_has_a_caption_heads_and_labels_for_the_phone():
    tree = draw(
        '{{ ui.table_start("各街镇", ["街镇", ("支部", "n")]) }}'
        '<tr>{{ ui.row_head("云桥镇", "/t/") }}{{ ui.td("支部", 12, "n") }}</tr>{{ ui.table_end() }}'
    )
    assert texts(tree, "caption") == ["各街镇"]
    assert [(text(th), th.get("scope")) for th in tree.xpath("//th")] == [
        ("街镇", "col"),
        ("支部", "col"),
        ("云桥镇", "row"),
    ]
    assert [(td.get("data-label"), text(td), td.get("class")) for td in tree.xpath("//td")] == [("支部", "12", "n")]


@pytest.mark.parametrize(("value", "width"), [(3, "75.0"), (0, "0.0"), (9, "100")])
def test_a_bar_is_drawn_without_inline_style(value, width):
    tree = draw("{{ ui.bar(value, 4, '四分之几') }}", value=value)
    assert tree.xpath("//rect[@class='fill']/@width") == [width]
    assert tree.xpath("//svg/@aria-label") == ["四分之几"]


def test_shares_stand_one_after_another_and_have_a_legend():
    tree = draw("{{ ui.shares(parts, '进展') }}", parts=[("已完成", 3, "done"), ("逾期", 1, "late")])
    assert tree.xpath("//rect/@x") == ["0", "75.0"]
    assert texts(tree, "li") == ["已完成 3", "逾期 1"]


def test_shares_of_nothing_are_drawn_too():
    assert texts(draw("{{ ui.shares([('已完成', 0, 'done')], '进展') }}"), "li") == ["已完成 0"]


def test_words_from_outside_are_escaped():
    tree = draw("{{ ui.tag(text) }}{{ ui.facts([('名称', text)]) }}", text="<b>粗</b>")
    assert (tree.xpath("//b"), texts(tree, "dd")) == ([], ["<b>粗</b>"])


def test_a_misspelt_name_is_an_error():
    with pytest.raises(UndefinedError):
        draw("{{ tilte }}")


def test_steps_mark_what_is_done_and_where_one_is():
    tree = draw('{{ ui.steps([("读文件", ""), ("核对", "镇党建办"), ("下达", "")], 2) }}')
    assert texts(tree, "li") == ["已完成：读文件", "核对镇党建办", "下达"]
    assert tree.xpath("//li/@aria-current") == ["step"]


def test_the_way_through_a_long_list_is_onward_or_back_to_the_start():
    assert text(draw("{{ ui.pagination() }}")) == ""
    tree = draw('{{ ui.pagination("?after=9", "?", "50 个") }}')
    assert [(text(a), a.get("rel")) for a in tree.xpath("//a")] == [("回到开头", None), ("下一页", "next")]


def test_a_search_keeps_its_words():
    tree = draw("{{ ui.search(request) }}")
    assert tree.xpath("//input/@value") == ["走访"]
    assert tree.xpath("//label/@for") == tree.xpath("//input/@id")


def test_history_tells_when_who_and_what():
    moment = datetime(2026, 11, 21, 8, 20, tzinfo=UTC)
    tree = draw("{{ ui.history(entries) }}", entries=[(moment, "沈静", "催办了一次", "/acts/1/")])
    assert texts(tree, "li") == ["2026 年 11 月 21 日 16:20沈静 催办了一次"]


def test_a_mark_in_the_text_and_what_was_read_from_it_name_each_other():
    tree = draw(
        '{{ ui.passage([("每年", "", ""), ("不少于 56 学时", "7", "on")]) }}'
        '{% call ui.piece("7", "培训") %}{% endcall %}'
    )
    assert text(tree) == "每年不少于 56 学时 培训"
    assert tree.xpath("//mark/a/@href") == ["#piece-7"]
    assert tree.xpath("//section/@id") == ["piece-7"]


def test_a_passage_adds_no_space_to_the_text():
    pieces = [("一是", "", ""), ("每月", "1", ""), ("一次", "2", ""), ("。", "", "")]
    assert draw("{{ ui.passage(pieces) }}", pieces=pieces).text_content() == "一是每月一次。"
