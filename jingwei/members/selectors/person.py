"""What the page of one member shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.record.selectors import history_of
from jingwei.foundation.spreadsheets.selectors.intakes import origin_of
from jingwei.foundation.ui.words import UNKNOWN, date_cn
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors.rows import open_posts

from ..choices import DuesBase, FactKind, Standing
from ..models import Award, Fact, Member
from ..rules.beliefs import text_of
from ..rules.changing import CHANGING, column_of
from ..rules.codes import code_lists, name_of
from ..rules.joining import Problem, problems
from .records import record_of

SEALED = ("id_number", "phone", "address", "hardship")
GROUPS = {
    "身份": ("name", "gender", "born_on", "ethnic", "education", "occupation", "workplace"),
    "党籍": ("joined_on", "approved_on", "full_on", "standing", "dues_base"),
    "组织": ("organization", "group"),
}


@dataclass(frozen=True)
class Item:
    """One line of the page: what it is called, what it says; `kind` and whether it changes from a day on."""

    kind: str
    title: str
    words: str
    changes: bool


@dataclass(frozen=True)
class Past:
    """What was true, or believed, and is no more. `wrong` is a belief that turned out to be wrong."""

    title: str
    words: str
    since: date | None
    until: date | None
    known_from: datetime
    known_until: datetime | None
    basis: str

    @property
    def wrong(self) -> bool:
        return self.until is None


def person_facts(member: Member, actor: Actor, *, on: date) -> dict[str, Any]:
    """The context of members/member.html for this actor."""
    may = {name: actor.may(f"member.{name}", member.path) for name in ("edit", "reveal")}
    return {
        "member": member,
        "groups": groups(member),
        "sealed": [(name, title_of(name), getattr(member, name)) for name in SEALED],
        "posts": list(open_posts(on=on).filter(user_id=member.user_id)) if member.user_id else [],
        "awards": list(Award.objects.filter(member=member)),
        "past": past(member),
        "doubts": doubts(member, on=on) if may["edit"] else [],
        "history": history_of(member),
        "origin": origin_of("members.Member", member.pk),
        "may": may,
        "on": on,
    }


def title_of(column: str) -> str:
    """What a column is called."""
    field: Any = Member._meta.get_field(column)
    return str(field.verbose_name)


def groups(member: Member) -> list[tuple[str, list[Item]]]:
    """The lines of the page by their heading."""
    return [
        (
            title,
            [
                Item(kind, title_of(kind), said(kind, getattr(member, column_of(kind)), member), _changes(kind, member))
                for kind in kinds
            ],
        )
        for title, kinds in GROUPS.items()
    ]


def _changes(kind: str, member: Member) -> bool:
    """Whether it can change from a day on: who has become a full member does not become one again."""
    return kind in CHANGING and not (kind == FactKind.FULL_ON and member.full_on)


def said(kind: str, value: Any, member: Member | None = None, names: dict[str, str] | None = None) -> str:
    """A column's value, or the text that a fact keeps of it, in words. `names` of organizations by their number."""
    text = text_of(value)
    if kind in ("organization", "group") and member is not None and text == text_of(getattr(member, column_of(kind))):
        return str(getattr(member, kind).name) if text else ("未编组" if kind == "group" else UNKNOWN)
    if kind in ("organization", "group"):
        return (names or {}).get(text, "未编组" if kind == "group" else "不在本系统登记的组织")
    if not text:
        return "预备党员" if kind == "full_on" else DuesBase.UNKNOWN.label if kind == "dues_base" else UNKNOWN
    if kind.endswith("_on"):
        return date_cn(date.fromisoformat(text))
    choices = {"standing": Standing, "dues_base": DuesBase}.get(kind)
    if choices is not None:
        return str(dict(choices.choices).get(text, text))
    return name_of(kind, text) if kind in code_lists() else text


def past(member: Member) -> list[Past]:
    """What was true before and what was believed wrongly, the latest first. A belief that a change ended is told once,
    with its end."""
    facts = list(Fact.objects.filter(member=member).order_by("-known_from", "-id"))
    names = organization_names(facts)
    ended = {(fact.kind, fact.value, fact.since, fact.known_from) for fact in facts if fact.until is not None}
    return [
        Past(
            FactKind(fact.kind).label,
            said(fact.kind, fact.value, None, names),
            fact.since,
            fact.until,
            fact.known_from,
            fact.known_until,
            fact.basis,
        )
        for fact in facts
        if fact.until is not None or (fact.kind, fact.value, fact.since, fact.known_until) not in ended
    ]


def organization_names(facts: Sequence[Fact]) -> dict[str, str]:
    """Number of an organization (as text) → its name, of those in reach that the facts name."""
    wanted = {fact.value for fact in facts if fact.kind in ("organization", "group") and fact.value}
    if not wanted:
        return {}
    return {str(pk): name for pk, name in Organization.objects.filter(pk__in=wanted).values_list("pk", "name")}


def doubts(member: Member, *, on: date) -> list[Problem]:
    """What is wrong or doubtful in the record as it is."""
    return problems(record_of(member), on=on)
