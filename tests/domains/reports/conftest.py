"""A town with members and tasks, counted, and a day."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from jingwei.domains.reports.actions import reports as actions
from jingwei.domains.reports.selectors.templates import Offered
from jingwei.foundation.clock import as_if
from jingwei.foundation.scope.reach import reaching
from jingwei.kernels.figures.actions.folding import fold_all
from tests.members.people import registered

DAY = datetime(2026, 10, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXT = """【单位】【期间】月报
说明：给谁看。
一、党员
截至【截止日期】，共有党员【党员】，其中女党员【党员｜女】，占【女党员占比】［，党员人数【党员｜比上期】］。
［发展党员【发展党员】，【发展党员｜比上期】。］
二、党支部
共有党支部【党支部】［，书记空缺的有【书记空缺的支部｜名单】］。
"""


@pytest.fixture(autouse=True)
def _day():
    with as_if(DAY):
        yield


@pytest.fixture
def people(tree):
    """Three members in the branch, one in the other; one joined this month, two the month before. Not yet counted."""
    registered(tree.branch, "甲一", "甲二", "甲三", joined_on=date(1999, 7, 1))
    registered(tree.other_branch, "乙一", gender="1", joined_on=date(2026, 10, 8), full_on=None)
    registered(tree.community, "丙一", "丙二", gender="1", joined_on=date(2026, 9, 8), full_on=None)


@pytest.fixture
def counted(people):
    """The same, counted."""
    fold_all()


def done(actor, act, subject, **data):
    """Do an action as the actor, within the actor's reach."""
    with reaching(actor.reach()):
        return act(actor, subject, **data)


def template(text=TEXT, kind="bulletin"):
    return Offered("bulletin", kind, "月报", text)


def drafted(actor, here, text=TEXT, months=("2026-10", "2026-10")):
    """A report of an organization."""
    return done(actor, actions.draft, here, template=template(text), first=months[0], last=months[1])
