"""Personal data in the demo: members ask about what is kept of them, the office answers, a zealous clerk is noticed."""

from jingwei.demo.story.stage import Stage
from jingwei.domains.privacy.actions import Person, ask, carry_out, decide
from jingwei.domains.privacy.selectors import own_member, waiting
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.secrets.actions import answer_alarm
from jingwei.foundation.secrets.selectors import alarms
from jingwei.members.actions.revealing import reveal
from jingwei.members.selectors import members

MANY = 17  # looks in an hour: two more than are usual


def schedule(stage: Stage) -> None:
    """A correction that was made, a request that waits, an alarm that was answered and one that was not."""
    days, member, office = stage.days, stage.login("linxiaoyun"), stage.login("shenjing")
    guard = stage.login("shiminhui")
    stage.later(days.of(-40), member, lambda actor: _ask(actor, "correct", "workplace", "单位已改名，请更正。"))
    stage.later(days.of(-33), office, _answer)
    stage.later(days.of(-4), member, lambda actor: _ask(actor, "explain", "education", "为什么要登记学历？"))
    stage.later(days.of(-21), office, lambda actor: _look(actor, "年度核对联系方式"))
    stage.later(days.of(-20), guard, _close)
    stage.later(days.of(-2), office, lambda actor: _look(actor, "电话通知参加表彰会"))


def _ask(actor: Actor, kind: str, what: str, text: str) -> None:
    person = Person(actor.user, own_member(actor.user), actor.path)
    ask(actor, person, kind=kind, what=what, text=text)


def _answer(actor: Actor) -> None:
    for request in list(waiting(actor)):
        decide(actor, request, granted=True, reason="已核对单位证明，予以更正。")
        carry_out(actor, request)


def _look(actor: Actor, words: str) -> None:
    for member in members().filter(phone__isnull=False, left_on=None)[:MANY]:
        reveal(actor, member, field="phone", purpose="contact", words=words)


def _close(actor: Actor) -> None:
    for alarm in list(alarms(open_only=True)):
        answer_alarm(actor, alarm, answer="向本人核实：当天集中核对党员名册，属于正常工作。")
