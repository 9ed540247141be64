"""A person edits a draft: numbers that were changed by hand are told; counting again keeps what was edited."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from jingwei.domains.reports.actions import paragraphs, reports
from jingwei.domains.reports.models import Number, Paragraph, Summary
from jingwei.domains.reports.selectors.reports import differences, rewritten
from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused, Stale
from jingwei.foundation.scope.reach import everywhere, reaching
from jingwei.kernels.figures.actions.folding import fold_all
from tests.domains.reports.conftest import done, drafted
from tests.members.people import registered

SENTENCE = "截至2026年10月20日，共有党员6名，其中女党员3名，占50%。"


@pytest.fixture
def report(counted, tree, office_town):
    return drafted(office_town, tree.town)


def line(report, number=4):
    with everywhere(reason="test"):
        return Paragraph.objects.select_related("summary__organization").get(summary=report, line=number)


def edited(actor, report, text, number=4):
    return done(actor, paragraphs.edit, line(report, number), text=text)


def told(report):
    with everywhere(reason="test"):
        return [(one.about, one.counted, one.now) for one in differences(report)]


def test_words_around_the_numbers_can_be_changed_freely(report, office_town):
    edited(office_town, report, "我镇共有党员6名（含预备党员），其中女党员3名，占50%，结构合理。")
    assert told(report) == []
    with everywhere(reason="test"):
        assert [row.line for row in rewritten(report)] == [4]


def test_a_number_that_was_changed_is_kept_as_changed(report, office_town):
    edited(office_town, report, SENTENCE.replace("党员6名", "党员7名"))
    assert told(report) == [("党员", "6名", "7名")]


def test_a_number_that_was_taken_out_is_told(report, office_town):
    edited(office_town, report, "共有党员6名，其中女党员3名。")
    assert told(report) == [("女党员占比", "50%", "")]


def test_a_number_that_is_changed_back_is_changed_no_more(report, office_town):
    edited(office_town, report, SENTENCE.replace("党员6名", "党员7名"))
    edited(office_town, report, SENTENCE)
    assert told(report) == []


def test_an_edit_of_an_outdated_text_overwrites_nothing(report, office_town):
    seen = line(report)
    edited(office_town, report, "共有党员6名。")
    with pytest.raises(Stale):
        done(office_town, paragraphs.edit, seen, text="党员6名。", version=seen.version)
    assert line(report).text == "共有党员6名。"


def test_counting_again_brings_numbers_up_to_date_and_keeps_what_was_edited(report, tree, office_town):
    edited(office_town, report, "我镇共有党员6名，女党员4名，占50%。")
    registered(tree.branch, "丁一", gender="1")
    fold_all()
    assert done(office_town, reports.renew, report) == 2
    assert line(report).text == "我镇共有党员7名，女党员4名，占42.9%。"
    assert told(report) == [("党员，女性", "3名", "4名")]


def test_counting_again_without_a_change_changes_nothing(report, office_town):
    before = list(Paragraph._base_manager.filter(summary=report).values_list("pk", "text", "version"))
    assert done(office_town, reports.renew, report) == 0
    assert list(Paragraph._base_manager.filter(summary=report).values_list("pk", "text", "version")) == before


def test_counting_again_writes_new_what_has_something_to_say_by_now(counted, tree, office_town):
    report = drafted(office_town, tree.town, months=("2026-08", "2026-08"))
    assert not Paragraph._base_manager.filter(summary=report, line=5).exists()
    registered(tree.branch, "丁一", joined_on=date(2026, 8, 5), full_on=None)
    fold_all()
    done(office_town, reports.renew, report)
    assert line(report, 5).text == "发展党员1名，比上期增加1名。"


def test_a_figure_that_is_gone_cannot_be_counted_again(report, office_town):
    with writing(reason="test"):
        Summary._base_manager.filter(pk=report.pk).update(source="题\n【党圆】")
    report.refresh_from_db()
    with pytest.raises(Refused, match="没有叫“党圆”的数"):
        done(office_town, reports.renew, report)
    assert line(report).text == SENTENCE


def test_a_finished_report_stays_as_it_is(report, office_town):
    done(office_town, reports.finish, report)
    for act, subject, data in (
        (paragraphs.edit, line(report), {"text": "改"}),
        (reports.renew, report, {}),
        (reports.retitle, report, {"title": "改"}),
        (reports.finish, report, {}),
        (reports.drop, report, {}),
    ):
        with pytest.raises(Refused, match="已经定稿"):
            done(office_town, act, subject, **data)
    assert line(report).text == SENTENCE


def test_a_report_that_was_finished_too_early_is_opened_again(report, office_town):
    with pytest.raises(Refused, match="还没有定稿"):
        done(office_town, reports.reopen, report)
    done(office_town, reports.finish, report)
    done(office_town, reports.reopen, report)
    edited(office_town, report, "共有党员6名。")
    assert line(report).text == "共有党员6名。"


def test_a_draft_that_is_dropped_is_gone_with_all_that_hangs_on_it(report, office_town):
    assert done(office_town, reports.drop, report) == report.organization
    assert [model._base_manager.count() for model in (Summary, Paragraph, Number)] == [0, 0, 0]


@pytest.mark.parametrize("part", ["office_other_town", "secretary", "member", "committee_member"])
def test_nobody_else_changes_a_report(report, actor_for, part):
    actor = actor_for(part)
    for act, subject, data in (
        (paragraphs.edit, line(report), {"text": "改"}),
        (reports.renew, report, {}),
        (reports.finish, report, {}),
        (reports.drop, report, {}),
    ):
        with pytest.raises(PermissionDenied):
            done(actor, act, subject, **data)


def test_reports_of_elsewhere_are_not_seen(report, tree, office_other_town, office_district, secretary):
    assert Summary._base_manager.count() == 1  # there is something to leak
    seen = {}
    for actor in (office_other_town, secretary, office_district):
        with reaching(actor.reach()):
            seen[actor.role, actor.path] = (Summary.objects.count(), Paragraph.objects.count(), Number.objects.count())
    assert list(seen.values())[:2] == [(0, 0, 0), (0, 0, 0)]
    assert seen["office_district", tree.district.path][0] == 1


@pytest.mark.parametrize(
    "columns",
    [
        {"shown": ""},
        {"edited": "6名"},
        {"first_month": "2026-10"},
        {"first_month": "2026-10", "last_month": "2026-09"},
        {"position": 2},
    ],
)
def test_the_database_forbids_an_impossible_number(report, columns):
    first = Number._base_manager.filter(paragraph=line(report), position=1)
    assert first.get().shown == "6名"
    with pytest.raises(IntegrityError), transaction.atomic(), writing(reason="test"):
        first.update(**columns)
