"""What is there is compared with what was known when the period before was over."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from jingwei.domains.reports.models import Paragraph
from jingwei.foundation.clock import as_if
from jingwei.kernels.figures.actions.folding import fold_all
from jingwei.kernels.figures.actions.rebuilding import rebuild
from tests.domains.reports.conftest import drafted
from tests.members.people import registered

TEXT = """题
党员【党员】［，【党员｜比上期】］［，【党员｜比去年同期】］。
［女党员占比【女党员占比】，【女党员占比｜比上期】。］
"""


def on(month, day, year=2026):
    return as_if(datetime(year, month, day, 9, tzinfo=ZoneInfo("Asia/Shanghai")))


@pytest.fixture
def history(tree):
    """Counted since June: a man, in September a woman, in October two more."""
    with on(6, 1):
        registered(tree.branch, "甲", gender="1")
        rebuild()
    with on(9, 30):
        registered(tree.branch, "乙")
        fold_all()
    with on(10, 1):
        registered(tree.branch, "丙", "丁")
        fold_all()


def texts(actor, here, months):
    report = drafted(actor, here, TEXT, months)
    return list(Paragraph._base_manager.filter(summary=report).order_by("line").values_list("text", flat=True))


def test_the_day_before_the_period_counts(history, tree, office_town):
    assert texts(office_town, tree.town, ("2026-10", "2026-10")) == [
        "党员4名，比上期增加2名。",
        "女党员占比75%，比上期提高25个百分点。",
    ]


def test_nothing_is_compared_with_a_time_before_anybody_counted(history, tree, office_town):
    assert texts(office_town, tree.town, ("2026-06", "2026-10")) == ["党员4名。"]


def test_a_year_before_is_the_same_day(history, tree, office_town):
    with on(10, 5, year=2027):
        (first, _) = texts(office_town, tree.town, ("2027-09", "2027-09"))
    assert first == "党员4名，与上期持平，与去年同期持平。"


def test_another_town_was_counted_too_though_nothing_has_changed_there(history, tree, office_other_town):
    assert texts(office_other_town, tree.other_town, ("2026-10", "2026-10")) == ["党员0名，与上期持平。"]
