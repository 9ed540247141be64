"""What can happen to an organization: establish, rename, move, merge, split, revoke. Each is in its history."""

from collections.abc import Sequence
from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope import paths
from jingwei.foundation.scope.moving import move_paths
from jingwei.foundation.scope.vocabulary import below

from ..choices import KINDS_OF, ChangeKind, PartyType
from ..followers import Merger, carry_all, rehome, residents_of, tell_moved, unsettled
from ..models import Change, Organization, Post, Responsibility
from ..rules import CLOSING, may_stand_under, same_rank
from .areas import carry_areas
from .units import carry_units

PERMISSION = "organization.reorganise"


@action(PERMISSION, title="成立组织")
def establish(
    actor: Actor,
    parent: Organization,
    /,
    *,
    name: str,
    short_name: str,
    level: str,
    party_type: str,
    on: date,
    basis: str,
) -> Organization:
    """A new organization under `parent`. Raises Refused for a level or a kind that cannot stand there."""
    (parent,) = _in_turn(actor, parent)
    values = {"name": name, "short_name": short_name, "level": level, "party_type": party_type}
    return _establish(parent, on, basis, ChangeKind.ESTABLISH, **values)


@action("organization.amend", title="组织更名")
def rename(
    actor: Actor, organization: Organization, /, *, name: str, short_name: str, on: date, basis: str
) -> Organization:
    """Another name for the same organization."""
    _must_stand(organization)
    before = organization.name
    organization.name, organization.short_name = name, short_name
    organization.save()
    _remember(organization, ChangeKind.RENAME, on, basis, f"由“{before}”更名为“{name}”", former_name=before)
    return organization


@action(PERMISSION, title="划转组织")
def move(actor: Actor, organization: Organization, /, *, parent: Organization, on: date, basis: str) -> Organization:
    """Put the organization, with all below it, under another parent. Raises Refused for a parent inside itself."""
    organization, parent = _in_turn(actor, organization, parent)
    above = _above(actor, organization)
    if paths.is_within(parent.path, organization.path):
        raise Refused("不能划到自己或自己的下级里。", next_step="请另选一个上级组织。")
    if parent.pk == above.pk:
        raise Refused(f"它现在就在{parent}下面。", next_step="请另选一个上级组织。")
    _must_fit(organization.level, parent)
    _remember(organization, ChangeKind.MOVE, on, basis, f"由{above.name}划入{parent.name}")
    above.children_made = max(above.children_made, paths.number_of(organization.path))
    above.save()
    old, new = organization.path, _next_path(parent)
    move_paths(old, new)
    tell_moved(organization, old, new)
    return organization.fresh()


@action(PERMISSION, title="合并组织")
def merge(actor: Actor, organization: Organization, /, *, into: Organization, on: date, basis: str) -> Organization:
    """Carry everything of the organization over to `into` and revoke it."""
    organization, into = _in_turn(actor, organization, into)
    _above(actor, organization)
    if paths.is_within(into.path, organization.path):
        raise Refused("不能并入自己或自己的下级。", next_step="请另选一个组织。")
    if not same_rank(organization.level, into.level):
        raise Refused("只能并入同一层级的组织。", next_step="请另选一个组织，或者办理划转。")
    for child in Organization.objects.filter(below("path", organization.path), revoked_on=None):
        if child.parent_path == organization.path:
            move(actor, child, parent=into, on=on, basis=basis)
    carry_units(organization, into)
    carry_areas(organization, into)
    for responsibility in Responsibility.objects.filter(organization=organization):
        responsibility.organization, responsibility.owner = into, None
        responsibility.save()
    carry_all(Merger(organization, into, on, basis))
    _remember(into, ChangeKind.MERGE, on, basis, f"{organization.name}并入")
    return _revoke(organization.fresh(), ChangeKind.MERGE, on, basis, f"并入{into.name}")


@action(PERMISSION, title="拆分组织")
def split(
    actor: Actor,
    organization: Organization,
    /,
    *,
    name: str,
    short_name: str,
    children: Sequence[Organization],
    residents: Sequence[int] = (),
    on: date,
    basis: str,
) -> Organization:
    """Establish a second organization beside this one, to which the chosen children and residents (members, by number)
    go; whoever is not chosen stays. Raises Refused for a child of another, and where all would go."""
    (organization,) = _in_turn(actor, organization)
    parent = _above(actor, organization)
    alike = {"level": organization.level, "party_type": organization.party_type}
    new = _establish(parent, on, basis, ChangeKind.SPLIT, name=name, short_name=short_name, **alike)
    for child in children:
        if child.parent_path != organization.path:
            raise Refused(f"{child}不是{organization}的直接下级。", next_step="请重新选择。")
        move(actor, child, parent=new, on=on, basis=basis)
    here = sum(len(found) for _, found in residents_of(organization))
    if here and here == len(set(residents)):
        raise Refused("全部党员都要划走，就不是拆分。", next_step="请留下一部分党员，或者办理更名。")
    rehome(actor, organization, new, chosen=residents, on=on, basis=basis)
    _remember(organization, ChangeKind.SPLIT, on, basis, f"分出{name}")
    return new.fresh()


@action(PERMISSION, title="撤销组织")
def revoke(
    actor: Actor, organization: Organization, /, *, on: date, basis: str, home: Organization | None = None
) -> Organization:
    """End the organization; `home` is where its members go first, in the same act. Raises Refused while anything below
    it or in it has no new home."""
    organization, *homes = _in_turn(actor, organization, *([home] if home else []))
    _above(actor, organization)
    for new in homes:
        if paths.is_within(new.path, organization.path):
            raise Refused("不能转到正在撤销的组织里。", next_step="请另选一个党支部。")
        rehome(actor, organization, new, chosen=None, on=on, basis=basis)
    left = Organization.objects.filter(below("path", organization.path), revoked_on=None).exclude(pk=organization.pk)
    words = [f"{count} 个下级组织"] if (count := left.count()) else []
    words += unsettled(organization)
    if words:
        next_step = "请先划转到别的组织，再撤销。"
        raise Refused(f"还有 {'、'.join(words)}没有安排。", basis=CLOSING.basis, next_step=next_step)
    return _revoke(organization, ChangeKind.REVOKE, on, basis, "撤销")


def _in_turn(actor: Actor, *organizations: Organization) -> list[Organization]:
    """The organizations as they are now. Of all that reorganise one tree at a time, one goes on and the others wait
    here, so that each sees what the one before has done. Raises PermissionDenied, Refused."""
    root = organizations[0].path[: paths.SEGMENT]
    Organization._base_manager.select_for_update(no_key=True).get(path=root)
    fresh = [organization.fresh() for organization in organizations]
    for organization in fresh:
        actor.must(PERMISSION, organization.path)
        _must_stand(organization)
    return fresh


def _above(actor: Actor, organization: Organization) -> Organization:
    """The superior, under which the actor must have the right: nobody ends, moves or splits the own organization."""
    if not organization.parent_path:
        raise Refused("最上级组织不能这样变动。")
    if not actor.may(PERMISSION, organization.parent_path):
        raise Refused("本级组织的变动由上级办理。", next_step="请报上级党组织批准，由上级办理。")
    above: Organization = Organization.objects.get(path=organization.parent_path)
    return above


def _establish(parent: Organization, on: date, basis: str, kind: str, /, **values: str) -> Organization:
    _must_fit(values["level"], parent)
    if values["party_type"] not in KINDS_OF.get(values["level"], PartyType.values):
        raise Refused("党组织类别和层级对不上。", next_step="支部选支部的类别，党小组选“党小组”。")
    organization = Organization(path=_next_path(parent), established_on=on, **values)
    organization.save(force_insert=True)
    _remember(organization, kind, on, basis, f"在{parent.name}下成立")
    return organization


def _next_path(parent: Organization) -> str:
    """A place under the parent that nothing ever had. `parent` is fresh, and nobody else reorganises now."""
    children = Organization.objects.filter(below("path", parent.path)).exclude(pk=parent.pk).order_by("-path")
    last = children.values_list("path", flat=True).first()
    taken = paths.number_of(last[: len(parent.path) + paths.SEGMENT]) if last else 0
    parent.children_made = max(parent.children_made, taken) + 1
    parent.save()
    return parent.path + paths.segment(parent.children_made)


def _revoke(organization: Organization, kind: str, on: date, basis: str, note: str) -> Organization:
    if on < organization.established_on:
        raise Refused("日期不能早于成立日期。")
    for post in Post.objects.filter(organization=organization, until=None):
        post.until = max(on, post.since)
        post.save()
    for term in organization.terms.filter(ended_on=None):
        term.ended_on = max(on, term.since)
        term.save()
    organization.revoked_on = on
    organization.save()
    _remember(organization, kind, on, basis, note)
    return organization


def _must_stand(organization: Organization) -> None:
    if organization.revoked_on is not None:
        raise Refused(f"{organization}已经撤销，不能再变动。")


def _must_fit(level: str, parent: Organization) -> None:
    if not may_stand_under(level, parent.level):
        raise Refused(
            f"{parent}是{parent.get_level_display()}一级，下面不能有这一层级的组织。",
            next_step="请另选上级组织或者层级。",
        )


def _remember(organization: Organization, kind: str, on: date, basis: str, note: str, *, former_name: str = "") -> None:
    what = {"kind": kind, "on": on, "basis": basis, "note": note[:300], "former_name": former_name}
    Change(organization=organization, path=organization.path, **what).save()
