"""What is amiss with one organization on a day, by which article. No database, no clock."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from jingwei.organizations.rules import months_later, term_length, term_standing
from jingwei.regulations.library import Parameter, clause, parameter

MAX_MEMBERS = parameter("branch.max_members")
MIN_FULL_MEMBERS = parameter("branch.min_full_members")
COMMITTEE_FROM = parameter("branch.committee_min_full_members")
COMMITTEE_SIZE = parameter("branch.committee_min_size")
JOINT_UNITS = parameter("branch.joint_branch_max_units")
REMINDER = parameter("branch.term_reminder_months")
DORMANT = parameter("health.dormant_months")
TEMPORARY = clause("branch.temporary_branch")

KINDS: Final = {
    "empty": "没有党员",
    "too_small": "正式党员不足",
    "oversized": "党员人数偏多",
    "no_secretary": "书记空缺",
    "no_committee": "应设委员会没有设",
    "committee_short": "委员会人数不足",
    "term_over": "届期已满",
    "term_soon": "即将届满",
    "term_missing": "没有登记届期",
    "term_length": "任期年限不对",
    "joint_units": "联合支部覆盖单位偏多",
    "temporary": "临时支部越限",
    "dormant": "长期没有记录",
}
"""Every kind of finding with its title, in the order in which they are shown."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of one organization. `holds_members`: the memberships of its members are held there, as in an
    ordinary branch; `has_secretary`: a secretary belongs to it; `level` and `above` are its own level and that of its
    superior; `secretaries` and `committee` are people in posts now; `recorded_on` is the last day of which anything is
    recorded of it; `dormant_months` is None where too little has been recorded at all to say that of anybody."""

    level: str
    above: str = ""
    holds_members: bool = False
    is_temporary: bool = False
    is_joint: bool = False
    is_elected: bool = False
    of_committee: bool = False
    has_secretary: bool = False
    established_on: date
    members: int = 0
    full_members: int = 0
    secretaries: int = 0
    committee: int = 0
    units: int = 0
    term_since: date | None = None
    term_years: int = 0
    recorded_on: date | None = None
    dormant_months: int | None = None


@dataclass(frozen=True)
class Finding:
    """One thing amiss: its kind (a key of KINDS), words for the reader, the article, and how hard that binds."""

    kind: str
    words: str
    basis: str
    modality: str

    @property
    def title(self) -> str:
        return KINDS[self.kind]


Check = Callable[[Facts, date], Iterator[Finding]]


def examine(facts: Facts, *, on: date) -> list[Finding]:
    """Everything amiss, in the order of KINDS."""
    found = [finding for check in CHECKS for finding in check(facts, on)]
    order = list(KINDS)
    return sorted(found, key=lambda finding: order.index(finding.kind))


def kinds_found(*, on: date, **given: Any) -> tuple[str, ...]:
    """The kinds that an organization of these facts shows: how the examples of tests/regulations ask."""
    return tuple(finding.kind for finding in examine(Facts(**given), on=on))


def _finding(kind: str, words: str, number: Parameter, on: date) -> Finding:
    return Finding(kind, words, number.at(on).basis, number.modality)


def _size(facts: Facts, on: date) -> Iterator[Finding]:
    """支部工作条例第四条."""
    if not facts.holds_members:
        return
    least, most = MIN_FULL_MEMBERS.at(on), MAX_MEMBERS.at(on)
    if facts.members == 0:
        words = "没有一名党员的组织关系在这里。请核对名册，或者办理撤销。"
        yield _finding("empty", words, MIN_FULL_MEMBERS, on)
    elif not least.met_by(facts.full_members):
        words = f"正式党员 {facts.full_members} 名，设立支部至少要 {least.value} 名。可以与邻近单位联合建支部。"
        yield _finding("too_small", words, MIN_FULL_MEMBERS, on)
    if not most.met_by(facts.members):
        words = f"党员 {facts.members} 名，一般不超过 {most.value} 名。可以分设支部，或者报批建党总支。"
        yield _finding("oversized", words, MAX_MEMBERS, on)


def _posts(facts: Facts, on: date) -> Iterator[Finding]:
    """支部工作条例第二十条."""
    nobody = facts.holds_members and not facts.members
    if facts.has_secretary and not facts.secretaries and not nobody:
        yield _finding("no_secretary", "现在没有人任书记。", COMMITTEE_SIZE, on)
    if not facts.holds_members or not COMMITTEE_FROM.at(on).met_by(facts.full_members):
        return
    least = COMMITTEE_SIZE.at(on)
    if facts.committee <= facts.secretaries:
        words = f"正式党员 {facts.full_members} 名，应当设支部委员会，现在没有委员。"
        yield _finding("no_committee", words, COMMITTEE_FROM, on)
    elif not least.met_by(facts.committee):
        words = f"支部委员会有 {facts.committee} 人，不少于 {least.value} 人。"
        yield _finding("committee_short", words, COMMITTEE_SIZE, on)


def _term(facts: Facts, on: date) -> Iterator[Finding]:
    """支部工作条例第二十一条, 关于党的基层组织任期的意见."""
    if not facts.is_elected:
        return
    if facts.term_since is None:
        yield _finding("term_missing", "没有登记届期，到期时提醒不了。", REMINDER, on)
        return
    length = term_length(facts.level, facts.above, of_committee=facts.of_committee, on=facts.term_since)
    if length and length.years != facts.term_years:
        words = f"登记的任期是 {facts.term_years} 年，按规定每届 {length.years} 年。"
        yield Finding("term_length", words, length.basis, "must")
    now = term_standing(facts.term_since, facts.term_years, on=on)
    due = f"{now.due_on.year}年{now.due_on.month}月{now.due_on.day}日"
    if now.state == "over":
        basis = length.basis if length else now.reminder_basis
        yield Finding("term_over", f"本届已于{due}届满，还没有登记换届。", basis, "must")
    elif now.state == "soon":
        words = f"本届到{due}届满，由上级提前 {now.reminder_months} 个月提醒准备换届。"
        yield _finding("term_soon", words, REMINDER, on)


def _joint(facts: Facts, on: date) -> Iterator[Finding]:
    """支部工作条例第五条."""
    most = JOINT_UNITS.at(on)
    if facts.is_joint and not most.met_by(facts.units):
        words = f"覆盖 {facts.units} 个单位，一般不超过 {most.value} 个。"
        yield _finding("joint_units", words, JOINT_UNITS, on)


def _temporary(facts: Facts, on: date) -> Iterator[Finding]:
    """支部工作条例第八条. It says nothing of how long a temporary branch may last, so neither do we."""
    beyond = [f"{facts.members} 名党员的组织关系登记在这里"] if facts.members else []
    beyond += ["登记了届期"] if facts.term_since else []
    if facts.is_temporary and beyond:
        words = f"{'，'.join(beyond)}；临时党支部不转接组织关系，也不换届。请核对。"
        yield Finding("temporary", words, TEMPORARY.at(on).basis, TEMPORARY.modality)


def _dormant(facts: Facts, on: date) -> Iterator[Finding]:
    if facts.dormant_months is None or not facts.holds_members or not facts.members:
        return
    since = months_later(on, -facts.dormant_months)
    if max(facts.recorded_on or facts.established_on, facts.established_on) <= since:
        words = (
            f"近 {facts.dormant_months} 个月，平台上没有它的进展、岗位、届期、沿革的任何记录。"
            "没有记录不等于没有活动，请先问一问。"
        )
        yield _finding("dormant", words, DORMANT, on)


CHECKS: tuple[Check, ...] = (_size, _posts, _term, _joint, _temporary, _dormant)
