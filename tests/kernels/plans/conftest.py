"""A small approved plan of the town, made by its own actions from a text of ours."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from lxml import html

from jingwei.foundation.scope.reach import reaching
from jingwei.kernels.plans.actions import clearing, dispatching, reading, reviewing
from jingwei.kernels.plans.actions.dispatching import Order
from jingwei.kernels.plans.models import Duty
from tests.cast import client_of

TODAY = date(2026, 5, 20)
TEXT = """云桥镇2026年基层党建工作要点
2026年，云桥镇基层党建工作的总体要求是：打牢基础，办好实事。
一、抓好队伍建设
（一）培养带头人。各村党组织书记每年培训不少于56学时，年内至少参加1次集中培训。
（二）办好联席会议。各社区党组织每季度召开一次联席会议。
二、抓好服务群众
（三）建强阵地。年内建成2个党群服务点，为每个服务点配备书报。
"""


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel("2026-05-20 10:00:00+08:00", tick=False):
        yield


class Cast:
    """The standing cast by part (`cast.office_town`), and the tree they stand in."""

    def __init__(self, actor_for, tree):
        self._actor_for, self.tree = actor_for, tree

    def __getattr__(self, part):
        return self._actor_for(part)


@pytest.fixture
def cast(actor_for, tree):
    return Cast(actor_for, tree)


@pytest.fixture
def acting():
    """`with acting(actor):` runs under the actor's reach."""
    return lambda actor: reaching(actor.reach())


@pytest.fixture
def draft(cast, acting):
    """The plan as it was read in, still to be approved."""
    with acting(cast.office_town):
        return reading.read_in(cast.office_town, cast.tree.town, text=TEXT, file_name="要点.txt")


@pytest.fixture
def plan(cast, acting, draft):
    """The plan, approved."""
    with acting(cast.office_town):
        return reviewing.approve(cast.office_town, draft)


@pytest.fixture
def duty(plan):
    """The duty of the joint meetings: each quarter once."""
    return Duty._base_manager.get(item__chapter__plan=plan, text__contains="联席会议")


def an_order(**changes):
    """An order: once a quarter from April to December."""
    values = {
        "title": "召开联席会议",
        "detail": "每季度一次",
        "start_on": date(2026, 4, 1),
        "due_on": date(2026, 12, 31),
        "amount": Decimal(1),
        "unit": "次",
        "period": "quarter",
    }
    return Order(**{**values, **changes})


@pytest.fixture
def order():
    return an_order


def asked_for(cast, **changes):
    """What a clearance asks, as the form gives it."""
    values = {
        "title": "联席会议情况",
        "basis": "镇党建工作要点第二条",
        "area": cast.tree.town,
        "audience": "all",
        "forms": 1,
        "minutes": 20,
        "period": "month",
        "starts_on": date(2026, 4, 1),
        "until": date(2026, 12, 31),
        "fields": ("会议议题", "议定事项"),
    }
    return {**values, **changes}


@pytest.fixture
def asking(cast, acting):
    """`asking(part, **changes)`: the application of a part (the town's office, if none is named)."""

    def ask(part="office_town", **changes):
        actor = getattr(cast, part)
        place = {"office_town": cast.tree.town, "handler": cast.tree.department}.get(part, cast.tree.district)
        with acting(actor):
            return clearing.ask(actor, place, **asked_for(cast, **changes))

    return ask


@pytest.fixture
def granting(cast, acting):
    """`granting(clearance, **changes)`: the district's consent."""

    def grant(clearance, **changes):
        values = {"decision": "同意", "until": clearance.until, **changes}
        with acting(cast.office_district):
            return clearing.grant(cast.office_district, clearance, **values)

    return grant


@pytest.fixture
def clearance(asking, granting):
    """A clearance that the town asked for and the district granted."""
    return granting(asking())


@pytest.fixture
def giving(cast, acting, duty):
    """`giving(organizations, clearance=…, **changes)`: tasks that the town gives."""

    def give(*organizations, clearance=None, measure=None, **changes):
        with acting(cast.office_town):
            return dispatching.dispatch(
                cast.office_town,
                duty,
                organizations=organizations,
                order=an_order(**changes),
                clearance=clearance,
                measure=measure,
            )

    return give


@pytest.fixture
def task(cast, acting, duty, clearance):
    """The joint meetings as a task of one community."""
    with acting(cast.office_town):
        (given,) = dispatching.dispatch(
            cast.office_town, duty, organizations=[cast.tree.community], order=an_order(), clearance=clearance
        )
    return given


class Browser:
    """Somebody's browser: routes by name, every POST with a fresh key."""

    def __init__(self, client):
        self.client = client

    def get(self, route, *args, **query):
        return self.client.get(reverse(f"plans:{route}", args=args), query)

    def post(self, route, *args, query="", **data):
        data = {name: value for name, value in data.items() if value is not None}
        return self.client.post(reverse(f"plans:{route}", args=args) + query, {"request_key": uuid4(), **data})


@pytest.fixture
def browser(actor_for):
    """`browser(part)`: the browser of a part; of a visitor for None."""
    return lambda part: Browser(client_of(actor_for(part) if part else None))


def words_of(response):
    """What a person reads on a page, without white space."""
    return "".join(html.fromstring(response.content).find(".//main").text_content().split())
