"""A few acts on real rows, and an anchor of the test's own."""

import pytest

from jingwei.foundation.actions import action
from jingwei.foundation.record.models import Act
from jingwei.foundation.record.sealing import seal
from jingwei.organizations.choices import UnitKind
from jingwei.organizations.models import Unit


@action("unit.edit", title="登记单位")
def register(actor, organization, /, *, name):
    unit = Unit(organization=organization, name=name, kind=UnitKind.SCHOOL)
    unit.save()
    return unit


@action("unit.edit", title="改单位名称")
def rename(actor, unit, /, *, name):
    unit.name = name
    unit.save()


@pytest.fixture
def anchor(settings, tmp_path):
    settings.ANCHOR_FILE = tmp_path / "anchor" / "anchor.jsonl"
    return settings.ANCHOR_FILE


@pytest.fixture
def act(tree, secretary):
    """`act("名称")` does one thing and gives the number of its act."""

    def done(name: str) -> int:
        register(secretary, tree.branch, name=name)
        return Act._base_manager.order_by("-pk").values_list("pk", flat=True)[0]

    return done


@pytest.fixture
def sealed(anchor, act) -> list[int]:
    """The numbers of nine acts in three seals."""
    numbers = []
    for batch in range(3):
        numbers += [act(f"第{batch}批第{place}个") for place in range(3)]
        seal()
    return numbers
