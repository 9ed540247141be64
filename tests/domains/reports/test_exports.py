"""A report as an official paper."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from jingwei.domains.reports.actions import paragraphs
from jingwei.domains.reports.exports import report_word
from jingwei.domains.reports.models import Paragraph
from jingwei.foundation.scope.reach import everywhere
from tests.domains.reports.conftest import done, drafted

TEXT = """【单位】总结
一、做法
（一）抓队伍。现有党员【党员】，女党员【党员｜女】。
（二）抓组织
现有党支部【党支部】。
"""


@pytest.fixture
def report(counted, tree, office_town):
    return drafted(office_town, tree.town, TEXT)


def written(report, **options):
    """(words, fonts of the runs) of each paragraph that has words."""
    with everywhere(reason="test"):
        document = Document(BytesIO(report_word(report, **options)))
    return [
        (one.text, [run._element.rPr.rFonts.get(qn("w:eastAsia")) for run in one.runs])
        for one in document.paragraphs
        if one.text.strip()
    ]


def edit(actor, report, line, old, new):
    with everywhere(reason="test"):
        row = Paragraph.objects.select_related("summary__organization").get(summary=report, line=line)
    done(actor, paragraphs.edit, row, text=row.text.replace(old, new))


def test_each_level_has_its_font(report):
    found = dict(written(report))
    chapter, section, body = found["一、做法"][0], found["（二）抓组织"][0], found["现有党支部4个。"][0]
    assert (chapter, section, body) == ("黑体", "楷体", "仿宋")
    assert set(found["现有党支部4个。"]) == {body}


def test_a_heading_that_goes_on_as_a_paragraph_has_two_fonts(report):
    found = dict(written(report))
    fonts = found["（一）抓队伍。现有党员6名，女党员3名。"]
    assert fonts[0] == found["（二）抓组织"][0]
    assert set(fonts[1:]) == set(found["现有党支部4个。"])


def test_the_paper_ends_with_who_and_when(report, tree):
    assert [words for words, _ in written(report)][-2:] == [tree.town.name, "2026年10月20日"]


def test_nothing_changed_is_said_to_the_reviewer(report):
    words = [words for words, _ in written(report, with_changes=True)]
    assert words[-4:-2] == ["附：人工改动的数（供审核，定稿时删去）", "没有人工改动的数。"]


def test_changes_are_told_to_the_reviewer_only(report, office_town):
    edit(office_town, report, 3, "党员6名", "党员8名")
    final = "".join(words for words, _ in written(report))
    review = "".join(words for words, _ in written(report, with_changes=True))
    assert ("自动统计" in final, "1.党员：自动统计为“6名”，现写为“8名”。" in review) == (False, True)


def test_a_paragraph_that_was_taken_out_is_not_in_the_paper(report, office_town):
    edit(office_town, report, 5, "现有党支部4个。", "")
    assert "党支部" not in "".join(words for words, _ in written(report))
