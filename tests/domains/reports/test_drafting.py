"""A report is drafted: its blanks are the figures of the organization."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jingwei.domains.reports.models import Number, Paragraph, Summary
from jingwei.domains.reports.selectors import drafts, reports
from jingwei.domains.reports.selectors.templates import OURS, mistakes_in, ours
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from tests.domains.reports.conftest import TEXT, drafted

NAMES = "云桥东社区第一支部、云桥东社区第二支部、云桥西社区第一支部、云桥西社区第二支部"
pytestmark = pytest.mark.usefixtures("counted")


def texts(report):
    return list(Paragraph._base_manager.filter(summary=report).order_by("line").values_list("text", flat=True))


def test_a_report_tells_what_is_counted(tree, office_town):
    report = drafted(office_town, tree.town)
    assert report.title == "云桥镇2026年10月月报"
    assert texts(report) == [
        "一、党员",
        "截至2026年10月20日，共有党员6名，其中女党员3名，占50%。",
        "发展党员1名，比上期减少1名。",
        "二、党支部",
        "共有党支部4个，书记空缺的有" + NAMES + "。",
    ]


def test_every_number_knows_what_it_counts(tree, office_town):
    report = drafted(office_town, tree.town)
    rows = Number._base_manager.filter(paragraph__summary=report).order_by("paragraph__line", "position")
    assert [(one.figure, one.cut, one.value, one.form, one.first_month, one.amount, one.bottom) for one in rows][
        :5
    ] == [
        ("members.members", "", "", "exact", "", 6, None),
        ("members.members", "gender", "2", "exact", "", 3, None),
        ("members.women_share", "", "", "exact", "", 3, 6),
        ("members.joined", "", "", "exact", "2026-10", 1, None),
        ("members.joined", "", "", "change", "2026-10", 1, None),
    ]
    assert all(one.paragraph.text[one.start : one.start + len(one.shown)] == one.shown for one in rows)


def test_a_number_counts_what_its_list_holds(tree, office_town):
    report = drafted(office_town, tree.town)
    (joined,) = Number._base_manager.filter(paragraph__summary=report, figure="members.joined", form="exact")
    assert reports.address(joined, tree.town) == f"/figures/{tree.town.pk}/members.joined/rows/?month=2026-10"
    (women,) = Number._base_manager.filter(paragraph__summary=report, cut="gender")
    assert reports.address(women, tree.town) == f"/figures/{tree.town.pk}/members.members/rows/?cut=gender&value=2"
    (share,) = Number._base_manager.filter(paragraph__summary=report, figure="members.women_share")
    assert reports.address(share, tree.town) == f"/figures/{tree.town.pk}/members.women_share/"


def test_what_happened_in_another_period_is_told_of_that_period(tree, office_town):
    text = "题\n【发展党员】、【发展党员｜上期】、【发展党员｜本年】、【发展党员｜去年同期】"
    assert texts(drafted(office_town, tree.town, text)) == ["1名、2名、3名、0名"]


def test_what_is_there_is_not_compared_with_a_time_that_nobody_counted(tree, office_town):
    assert texts(drafted(office_town, tree.town, "题\n【党员】［，党员【党员｜比上期】］，【党员｜比去年同期】")) == [
        "6名，（无可比数据）"
    ]


def test_a_composition_tells_each_part(tree, office_town):
    assert texts(drafted(office_town, tree.town, "题\n党员【党员｜构成：性别】。")) == ["党员男性3名、女性3名。"]


def test_organizations_are_named_and_people_are_not(tree, office_town, secretary):
    (line,) = texts(drafted(office_town, tree.town, "题\n【书记空缺的支部】：【书记空缺的支部｜名单】；【党员｜名单】"))
    names = "云桥东社区第一支部、云桥东社区第二支部"
    assert line.endswith(f"；云桥东社区、{names}")
    assert "甲一" not in line


def test_nothing_to_name_is_said(tree, office_town):
    assert texts(drafted(office_town, tree.town, "题\n【逾期任务｜名单】［【逾期任务｜名单】］")) == ["无"]


def test_another_organization_has_its_own_numbers(tree, office_district):
    assert "党员6名" in texts(drafted(office_district, tree.town))[1]
    assert "党员0名" in texts(drafted(office_district, tree.other_town))[1]
    assert "党员3名" in texts(drafted(office_district, tree.branch))[1]


def test_nobody_drafts_for_an_organization_out_of_reach(tree, office_other_town):
    with pytest.raises(PermissionDenied):
        drafted(office_other_town, tree.town)
    assert Summary._base_manager.count() == 0


def test_a_member_drafts_nothing(tree, member):
    with pytest.raises(PermissionDenied):
        drafted(member, tree.branch)


def test_a_template_with_a_blank_that_nobody_knows_is_refused(tree, office_town):
    with pytest.raises(Refused, match="没有叫“党圆”的数"):
        drafted(office_town, tree.town, "题\n【党圆】")


def test_all_blanks_are_read_in_few_queries(tree, office_town):
    with reaching(office_town.reach()):
        drafts.drafted(tree.town, TEXT, "2026-10", "2026-10")  # what is read once
        seen = []
        for text in (TEXT, TEXT + "再有【任务】【逾期任务】【督办单】【社区和村】【党小组】【任务完成率】"):
            with CaptureQueriesContext(connection) as queries:
                drafts.drafted(tree.town, text, "2026-10", "2026-10")
            seen.append(len(queries))
    assert seen == [5, 5]


@pytest.mark.parametrize("key", OURS)
def test_our_templates_have_no_mistakes_and_can_be_drafted(tree, office_town, key):
    (offered,) = [one for one in ours() if one.key == key]
    assert mistakes_in(offered.text) == []
    report = drafted(office_town, tree.town, offered.text)
    assert "【" not in "".join(texts(report))
    assert "（无" not in "".join(texts(report))
