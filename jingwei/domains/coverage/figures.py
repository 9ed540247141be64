"""The figures of this room: the units that are to be covered, how they are, and what was found on walks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from jingwei.kernels.figures.cutting import by_case, by_choice
from jingwei.kernels.figures.declaring import Figure, Part, Ratio, Watch, declare
from jingwei.kernels.figures.listing import Listed, listed
from jingwei.kernels.figures.opening import choice, day, opens, text
from jingwei.organizations.choices import UnitKind
from jingwei.organizations.models import Unit

from .choices import Step
from .definitions import definitions
from .selectors.measures import covered, uncovered
from .selectors.sightings import sightings

KIND = by_choice("kind", "单位类别", UnitKind)
STEPS = {str(value): str(label) for value, label in Step.choices}


def _counting(on: date) -> "QuerySet[Any]":
    return Unit.objects.filter(kind__in=definitions()["counted"].kinds)


def _organized(on: date) -> "QuerySet[Any]":
    return _counting(on).filter(covered("organization", on=on))


def _worked(on: date) -> "QuerySet[Any]":
    return _counting(on).filter(covered("work", on=on))


def _uncovered(on: date) -> "QuerySet[Any]":
    return _counting(on).filter(uncovered(on=on))


def _by_organization(organizations: Any) -> "QuerySet[Any]":
    return Unit._base_manager.filter(coverages__organization__in=organizations)


def _by_instructor(posts: Any) -> "QuerySet[Any]":
    return Unit._base_manager.filter(coverages__instructor__in=posts)


def _sightings(on: date) -> "QuerySet[Any]":
    return sightings()


def _steps(on: date) -> Sequence[tuple[str, Q]]:
    return [
        (Step.REJECTED, Q(rejected_on__isnull=False)),
        (Step.REGISTERED, Q(registered_on__isnull=False)),
        (Step.CHECKED, Q(checked_on__isnull=False)),
        (Step.ANALYSED, Q(analysed_on__isnull=False)),
    ]


WATCHED = (
    Watch("coverage.Coverage", "unit_id", "pk"),
    Watch("organizations.Organization", "id", _by_organization, ("revoked_on",), ("update",)),
    Watch("organizations.Post", "organization_id", _by_organization),
    Watch("organizations.Post", "id", _by_instructor),
)
declare(
    Figure(
        "coverage.units",
        definitions()["counted"].title,
        "个",
        definitions()["counted"].definition,
        _counting,
        cuts=(KIND,),
    )
)
declare(
    Figure(
        "coverage.organized",
        "有形覆盖的单位",
        "个",
        f"覆盖对象里，{definitions()['organization'].definition}",
        _organized,
        turns="day",
        cuts=(KIND,),
        watched=WATCHED,
    )
)
declare(
    Figure(
        "coverage.worked",
        "有效覆盖的单位",
        "个",
        f"覆盖对象里，{definitions()['work'].definition}",
        _worked,
        turns="day",
        cuts=(KIND,),
        watched=WATCHED,
    )
)
declare(
    Figure(
        "coverage.uncovered",
        "没有覆盖的单位",
        "个",
        "覆盖对象里，当天既没有有形覆盖，也没有有效覆盖的单位，由所在网格或者上级党组织兜底。",
        _uncovered,
        turns="day",
        cuts=(KIND,),
        watched=WATCHED,
    )
)
declare(
    Figure(
        "coverage.sightings",
        "摸排线索",
        "条",
        "走访时在这个月收集到的单位线索，按收集日期计；后来登记的、决定不登记的都在内。",
        _sightings,
        month="collected_on",
        cuts=(by_case("step", "办到哪一步", _steps, STEPS, otherwise=Step.COLLECTED),),
    )
)
declare(
    Ratio(
        "coverage.organized_share",
        "有形覆盖率",
        "有形覆盖的单位除以覆盖对象。",
        top=(Part("coverage.organized"),),
        bottom=(Part("coverage.units"),),
        better="high",
    )
)
declare(
    Ratio(
        "coverage.worked_share",
        "有效覆盖率",
        "有效覆盖的单位除以覆盖对象。",
        top=(Part("coverage.worked"),),
        bottom=(Part("coverage.units"),),
        better="high",
    )
)


listed(
    Listed(
        "coverage.Sighting",
        "coverage.see",
        (
            text("名称", "name"),
            choice("类别", "kind"),
            text("所在区域", "organization"),
            day("收集日期", "collected_on"),
            text("办到哪一步", "step.label"),
        ),
        opens("coverage:sighting"),
        ("organization__path", "collected_on", "pk"),
        ("organization",),
    )
)
