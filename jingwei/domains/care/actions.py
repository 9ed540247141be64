"""The writes of this room: medals confirmed, visits and talks put down."""

from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.foundation.secrets.looks import look, look_at_all
from jingwei.members.models import Member
from jingwei.organizations.models import Organization, Post

from .choices import Occasion
from .models import CareVisit, Medal
from .rules import MEDAL_YEARS, cutoff_of
from .selectors.medals import candidate
from .selectors.people import MOST, of_own


@action("care.confirm", title="确认纪念章")
def confirm_medal(actor: Actor, member: Member, /, *, year: int) -> Medal:
    """The member gets the medal of a year. Raises Refused for who has it, whose years are not full, or who is not in
    good standing."""
    if Medal.objects.filter(member=member).exists():
        raise Refused(f"{member}已经确认过。")
    found = candidate(member, year)
    if found is None:
        raise Refused(
            f"{member}到{year}年7月1日没有满50年党龄，或者现在不符合颁发条件。",
            basis=MEDAL_YEARS.at(cutoff_of(year)).basis,
            next_step="请核对转正日期和党籍变动。",
        )
    medal = Medal(member=member, as_of=cutoff_of(year), full_years_on=found.full_years_on)
    medal.confirmed_on, medal.confirmed_by = today(), actor.user
    medal.save()
    return medal


@action("care.confirm", title="撤回纪念章确认")
def withdraw_medal(actor: Actor, medal: Medal, /) -> Member:
    """It was confirmed by mistake; the member."""
    member: Member = medal.member
    medal.delete()
    return member


@action("care.edit", title="登记走访谈心")
def visit(
    actor: Actor, member: Member, /, *, on: date, kind: str, occasion: str, visitor: Post, note: str = ""
) -> CareVisit:
    """Somebody visited the member, or talked with the member. The occasion (one of Occasion) is sealed together with
    the note. Raises Refused for a day in the future."""
    if on > today():
        raise Refused("日期不能晚于今天。", next_step="去过以后再登记。")
    told = "：".join(filter(None, [str(Occasion(occasion).label), note.strip()]))
    made = CareVisit(member=member, on=on, kind=kind, visitor=visitor, note=told)
    made.save()
    return made


@action("care.edit", title="删除走访谈心")
def strike_visit(actor: Actor, made: CareVisit, /) -> Member:
    """It was put down by mistake; the member."""
    member: Member = made.member
    made.delete()
    return member


@action("member.reveal", title="查看走访谈心情况")
def reveal(actor: Actor, made: CareVisit, /, *, purpose: str, words: str = "") -> str:
    """Why somebody came and what was told, for a purpose. The member sees who looked, when and why."""
    return look(actor, made, field="note", purpose=purpose, words=words)


@action("mine.see", title="本人查阅")
def reveal_own(actor: Actor, organization: Organization, /) -> dict[int, str]:
    """Visit's key → what was told, for the visits that the actor had. `organization` is where the person acts; the
    membership may be elsewhere."""
    found = of_own(actor.user.pk)[:MOST]
    return {made.pk: look_at_all(actor, made, what="本人的走访谈心情况")["note"] for made in found}
