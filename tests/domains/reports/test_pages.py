"""The pages of reports."""

from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from jingwei.domains.reports.actions import templates
from jingwei.domains.reports.models import Number, Paragraph, Summary, Template
from jingwei.domains.reports.selectors.templates import ours
from jingwei.kernels.figures.actions.folding import fold_all
from tests.cast import client_of
from tests.domains.reports.conftest import TEXT, done, drafted
from tests.domains.sending import sent, shown
from tests.members.people import registered

SENTENCE = "截至2026年10月20日，共有党员6名，其中女党员3名，占50%。"
OPEN = ["reports", "templates", "names"]
WRITING = ["choose"]


@pytest.fixture
def report(counted, tree, office_town):
    return drafted(office_town, tree.town)


def line(report, number=4):
    return Paragraph._base_manager.get(summary=report, line=number)


def edited(actor, report, text, number=4):
    row = line(report, number)
    return sent(actor, reverse("reports:paragraph", args=[row.pk]), text=text, version=row.version)


@pytest.mark.parametrize("name", OPEN + WRITING)
@pytest.mark.parametrize("part", ["secretary", "office_town", "office_city"])
def test_every_page_opens_for_who_writes(tree, actor_for, part, name):
    assert client_of(actor_for(part)).get(reverse(f"reports:{name}")).status_code == 200


@pytest.mark.parametrize("name", OPEN + WRITING)
@pytest.mark.parametrize("part", ["member", "resident", "auditor"])
def test_no_page_opens_for_who_may_not(tree, actor_for, part, name):
    assert client_of(actor_for(part)).get(reverse(f"reports:{name}")).status_code == 403


def test_a_committee_member_reads_and_writes_nothing(tree, committee_member):
    client = client_of(committee_member)
    found = {name: client.get(reverse(f"reports:{name}")).status_code for name in OPEN + WRITING}
    assert found == {"reports": 200, "templates": 200, "names": 200, "choose": 403}


def test_a_report_is_drafted_in_two_steps(counted, tree, office_town):
    assert "督办月报" in shown(office_town, reverse("reports:choose"))
    address = reverse("reports:start", args=["bulletin"])
    assert "2026年10月（到目前为止）" in shown(office_town, address)
    page = sent(office_town, address, period="2026-09_2026-09", organization="云桥镇")
    assert "草稿写好了" in page.text
    assert Summary._base_manager.get().title == "云桥镇2026年9月党建工作月报"


def test_a_period_that_is_not_offered_is_refused(tree, office_town):
    page = sent(
        office_town, reverse("reports:start", args=["bulletin"]), period="1926-09_2026-09", organization="云桥镇"
    )
    assert (page.status_code, Summary._base_manager.count()) == (422, 0)


def test_an_organization_elsewhere_cannot_be_chosen(tree, office_town):
    page = sent(
        office_town, reverse("reports:start", args=["bulletin"]), period="2026-09_2026-09", organization="云岭镇"
    )
    assert "没有找到这个组织" in page.text


def test_a_template_that_is_not_there_is_not_found(tree, office_town):
    found = [client_of(office_town).get(reverse("reports:start", args=[key])).status_code for key in ("x", "own-1")]
    assert found == [404, 404]


def test_each_number_of_the_draft_opens_what_it_counts(report, tree, office_town):
    text = client_of(office_town).get(reverse("reports:report", args=[report.pk])).text
    numbers = Number._base_manager.filter(paragraph__summary=report)
    rows = reverse("dashboards:rows", args=[tree.town.pk, "members.members"])
    assert f'<a href="{rows}"' in text
    assert f'<a href="{rows}?cut=gender&amp;value=2"' in text
    assert text.count('title="') >= numbers.count()


def test_a_number_changed_by_hand_is_marked_on_the_page_and_in_the_list(report, office_town):
    page = edited(office_town, report, SENTENCE.replace("党员6名", "党员7名"))
    assert "已保存。" in page.text
    assert "✎ 人工改动：自动统计为 6名" in shown(office_town, reverse("reports:report", args=[report.pk]))
    assert "党员 6名 ✎ 7名" in shown(office_town, reverse("reports:changes", args=[report.pk]))
    assert "1 处" in shown(office_town, reverse("reports:reports"))


def test_a_number_taken_out_is_marked_too(report, office_town):
    edited(office_town, report, "共有党员6名。")
    text = shown(office_town, reverse("reports:report", args=[report.pk]))
    assert ("删去了 3名" in text, "删去了 50%" in text) == (True, True)
    assert "已删去" in shown(office_town, reverse("reports:changes", args=[report.pk]))


def test_an_edit_of_an_outdated_text_shows_both(report, office_town):
    row = line(report)
    edited(office_town, report, "共有党员6名。")
    address = reverse("reports:paragraph", args=[row.pk])
    page = sent(office_town, address, text="我镇党员6名。", version=row.version)
    assert (page.status_code, "共有党员6名。" in page.text, "我镇党员6名。" in page.text) == (409, True, True)


def words_of(answer):
    return [paragraph.text for paragraph in Document(BytesIO(answer.content)).paragraphs]


def test_the_word_file_holds_the_text_and_for_the_reviewer_what_was_changed(report, office_town):
    edited(office_town, report, "共有党员7名，\n占50%。")
    client, address = client_of(office_town), reverse("reports:word", args=[report.pk])
    final, review = words_of(client.get(address)), words_of(client.get(address, {"changes": "1"}))
    assert [words for words in final if words][:4] == ["云桥镇2026年10月月报", "一、党员", "共有党员7名，", "占50%。"]
    assert "人工改动" not in "".join(final)
    assert "1.党员：自动统计为“6名”，现写为“7名”。" in review
    assert "2.党员，女性：自动统计为“3名”，已删去。" in review


def test_what_counting_again_would_change_is_shown_before(report, tree, office_town):
    address = reverse("reports:renewal", args=[report.pk])
    assert "没有，数都和上次一样。" in shown(office_town, address)
    registered(tree.branch, "丁一", gender="1")
    fold_all()
    assert "党员 6名 7名" in shown(office_town, address)
    assert line(report).text == SENTENCE
    assert "已重新统计" in sent(office_town, address, version=report.version).text
    assert "共有党员7名" in line(report).text


def test_a_title_is_changed(report, office_town):
    sent(office_town, reverse("reports:title", args=[report.pk]), title="十月的工作", version=report.version)
    assert Summary._base_manager.get().title == "十月的工作"


def test_a_finished_report_offers_no_changes(report, office_town):
    sent(office_town, reverse("reports:finish", args=[report.pk]))
    text = client_of(office_town).get(reverse("reports:report", args=[report.pk])).text
    assert reverse("reports:paragraph", args=[line(report).pk]) not in text
    assert "已经定稿，不能再改" in edited(office_town, report, "改").text
    sent(office_town, reverse("reports:reopening", args=[report.pk]))
    assert Summary._base_manager.get().finished_on is None


def test_a_draft_is_dropped_after_one_is_asked_again(report, office_town):
    address = reverse("reports:removal", args=[report.pk])
    assert "删除以后不能恢复" in shown(office_town, address)
    assert Summary._base_manager.count() == 1
    assert "已删除。" in sent(office_town, address).text
    assert Summary._base_manager.count() == 0


@pytest.mark.parametrize("name", ["report", "changes", "word", "renewal", "title", "removal"])
def test_a_report_of_elsewhere_is_not_found(report, office_other_town, secretary, name):
    assert Summary._base_manager.count() == 1  # there is something to leak
    address = reverse(f"reports:{name}", args=[report.pk])
    assert [client_of(actor).get(address).status_code for actor in (office_other_town, secretary)] == [404, 404]


def test_a_template_starts_from_a_copy_and_is_checked_when_it_is_saved(tree, office_town):
    address = reverse("reports:new_template", args=["bulletin"])
    assert ours()[1].text.splitlines()[0] in client_of(office_town).get(address).text
    told = {"title": "镇月报", "kind": "bulletin"}
    assert (
        "第 2 行：【党圆】：没有叫“党圆”的数，是不是想写“党员”"
        in sent(office_town, address, text="题\n【党圆】", **told).text
    )
    assert Template._base_manager.count() == 0
    assert "模板已保存" in sent(office_town, address, text=TEXT, **told).text
    assert "镇月报" in shown(office_town, reverse("reports:choose"))


def test_a_template_is_changed_and_removed_by_its_office_only(tree, office_town, secretary):
    kept = done(office_town, templates.keep, tree.town, kind="bulletin", title="镇月报", text=TEXT)
    addresses = [reverse(f"reports:{name}", args=[kept.pk]) for name in ("template", "template_removal")]
    assert [client_of(secretary).get(address).status_code for address in addresses] == [403, 403]
    assert "镇月报" in shown(secretary, reverse("reports:templates"))
    told = {"title": "镇里的月报", "kind": "bulletin", "text": TEXT, "version": kept.version}
    sent(office_town, addresses[0], **told)
    assert Template._base_manager.get().title == "镇里的月报"
    sent(office_town, addresses[1])
    assert Template._base_manager.count() == 0


@pytest.mark.parametrize("number", [1, 3])
def test_a_longer_list_takes_no_more_queries(counted, tree, office_town, number, django_assert_num_queries):
    for _ in range(number):
        drafted(office_town, tree.town)
    client = client_of(office_town)
    with django_assert_num_queries(8):
        client.get(reverse("reports:reports"))


@pytest.mark.parametrize("text", [TEXT, TEXT * 3], ids=["short", "long"])
def test_a_longer_report_takes_no_more_queries(counted, tree, office_town, text, django_assert_num_queries):
    report = drafted(office_town, tree.town, text)
    client = client_of(office_town)
    with django_assert_num_queries(10):
        client.get(reverse("reports:report", args=[report.pk]))
