"""What was found on a walk, on its way into the register: 收集→分析→校核→登记."""

from typing import TypedDict, Unpack

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.organizations.actions.units import Details, add_unit, edit_unit, locate_unit
from jingwei.organizations.credit_codes import compact, fault_of
from jingwei.organizations.followers import Merger
from jingwei.organizations.models import Area, Location, Organization, Unit

from ..choices import Step
from ..models import Sighting, Team
from ..rules import is_another


class Seen(TypedDict, total=False):
    """What may be known of a unit when it is found."""

    team: Team | None
    area: Area | None
    credit_code: str | None
    address: str
    headcount: str
    party_members: int | None
    note: str


@action("coverage.collect", title="收集线索")
def collect(actor: Actor, organization: Organization, /, *, name: str, kind: str, **seen: Unpack[Seen]) -> Sighting:
    """Somebody found a unit in the area of the organization. Raises Refused for a credit code that is wrong."""
    if not organization.is_area:
        raise Refused(f"{organization}没有自己的区域。", next_step="请选社区（村）、街道（镇）或者区。")
    sighting = Sighting(organization=organization, name=name, kind=kind, **_right(seen))
    sighting.collected_on, sighting.collected_by = today(), actor.user
    sighting.save()
    return sighting


@action("coverage.collect", title="更正线索")
def correct(actor: Actor, sighting: Sighting, /, *, name: str, kind: str, **seen: Unpack[Seen]) -> Sighting:
    """The collector puts right what was collected; what is not given stays. Raises Refused for another person, once it
    is analysed or not registered, and for a credit code that is wrong."""
    _must_be(sighting, Step.COLLECTED)
    if is_another(sighting.collected_by_id, actor.user.pk):
        raise Refused("线索由收集的人更正。", next_step=f"请告诉收集人{sighting.collected_by}。")
    for column, value in {"name": name, "kind": kind, **_right(seen)}.items():
        setattr(sighting, column, value)
    sighting.save()
    return sighting


@action("coverage.collect", title="分析线索")
def analyse(actor: Actor, sighting: Sighting, /, *, analysis: str, known_as: Unit | None = None) -> Sighting:
    """Say whether it is a unit that is registered already, and what it has. Raises Refused at another step."""
    _must_be(sighting, Step.COLLECTED)
    sighting.analysed_on, sighting.analysed_by = today(), actor.user
    sighting.analysis, sighting.known_as = analysis, known_as
    sighting.save()
    return sighting


@action("coverage.verify", title="校核线索")
def check(actor: Actor, sighting: Sighting, /) -> Sighting:
    """Somebody other than the collector has compared it with the papers. Raises Refused for the collector."""
    _must_be(sighting, Step.ANALYSED)
    if not is_another(sighting.collected_by_id, actor.user.pk):
        raise Refused("收集的人不能校核自己的线索。", next_step="请另一位同志校核。")
    sighting.checked_on, sighting.checked_by = today(), actor.user
    sighting.save()
    return sighting


@action("coverage.verify", title="登记线索")
def register(actor: Actor, sighting: Sighting, /) -> Sighting:
    """Put the unit onto the register, or what is new onto the one that is known. Raises Refused as the actions on
    units do, PermissionDenied where the unit is not the actor's to edit."""
    _must_be(sighting, Step.CHECKED)
    unit = _updated(actor, sighting, sighting.known_as) if sighting.known_as else _added(actor, sighting)
    if sighting.area is not None:
        others = Location.objects.filter(unit=unit).exclude(kind=sighting.area.kind).select_related("area")
        locate_unit(actor, unit, areas=[*(location.area for location in others), sighting.area])
    sighting.registered_on, sighting.unit = today(), unit
    sighting.save()
    return sighting


@action("coverage.verify", title="线索不登记")
def reject(actor: Actor, sighting: Sighting, /, *, reason: str) -> Sighting:
    """It is not put onto the register, for a reason. Raises Refused for one that is finished."""
    if sighting.step in (Step.REGISTERED, Step.REJECTED):
        raise Refused(f"这条线索{sighting.step.label}，不能再改。")
    if not reason.strip():
        raise Refused("请写明不登记的原因。")
    sighting.rejected_on, sighting.reason = today(), reason
    sighting.save()
    return sighting


def _right(seen: Seen) -> Seen:
    """The same with its credit code without blanks. Raises Refused for one that is wrong."""
    if "credit_code" not in seen:
        return seen
    code = compact(seen["credit_code"] or "")
    if code and (fault := fault_of(code)):
        raise Refused(fault, next_step="请对照营业执照核对；看不清的先空着。")
    return {**seen, "credit_code": code}


def _added(actor: Actor, sighting: Sighting) -> Unit:
    return add_unit(actor, sighting.organization, name=sighting.name, kind=sighting.kind, **_details(sighting))


def _updated(actor: Actor, sighting: Sighting, unit: Unit) -> Unit:
    """What was seen counts more than what was known; what was not seen stays."""
    same = {"name": unit.name, "is_resident": unit.is_resident, "party_organization": unit.party_organization}
    return edit_unit(actor, unit, kind=sighting.kind, **same, **_details(sighting))


def _details(sighting: Sighting) -> Details:
    details: Details = {}
    if sighting.credit_code:
        details["credit_code"], details["without_code"] = sighting.credit_code, ""
    if sighting.address:
        details["address"] = sighting.address
    if sighting.headcount:
        details["headcount"] = sighting.headcount
    if sighting.party_members is not None:
        details["party_members"] = sighting.party_members
    return details


def carry_sightings(merger: Merger) -> None:
    """The sightings of one organization's area are those of another's. Runs inside the act that merges the two."""
    source, target = merger.source, merger.target
    for sighting in Sighting.objects.filter(organization=source):
        sighting.organization = target
        sighting.save()


def carry_unit(twin: Unit, kept: Unit) -> None:
    """Two units turn out to be one."""
    for column in ("unit", "known_as"):
        Sighting.objects.filter(**{column: twin}).update(**{column: kept})


def _must_be(sighting: Sighting, step: Step) -> None:
    if sighting.step != step:
        raise Refused(f"这条线索现在是“{sighting.step.label}”。", next_step="请刷新页面，看看办到哪一步。")
