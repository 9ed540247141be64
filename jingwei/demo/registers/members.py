"""What happens to members of the demo: what is changed, corrected and honoured, and who looks at whose number."""

from collections.abc import Callable
from datetime import date, timedelta

from jingwei.demo.story.stage import Stage
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.accounts.models import User
from jingwei.members import actions
from jingwei.members.actions.awards import add_award
from jingwei.members.actions.filters import keep_filter
from jingwei.members.actions.revealing import reveal
from jingwei.members.models import Member
from jingwei.organizations.models import Organization

Deed = Callable[[Actor, Member], object]
FILTERS = (("预备党员", "phase=probationary"), ("没有手机号码", "missing=phone"), ("七十岁以上", "age_from=70"))


def schedule(stage: Stage) -> None:
    """A year of small things in one branch, and filters for those who look at many."""
    today = stage.days.today
    secretary = stage.login("zhoumingyuan")
    for days, number, deed in _deeds(today):
        stage.later(today - timedelta(days=days), secretary, _done(number, deed))
    stage.later(today - timedelta(days=12), secretary, _look)
    for username in ("shenjing", "zhoumingyuan"):
        stage.later(today - timedelta(days=20), stage.login(username), _keep_filters)


def _deeds(today: date) -> list[tuple[int, int, Deed]]:
    """(days ago, which member of the branch, what)."""
    year = today.year - (today.month < 7)
    firm = "云州公共交通公司"
    honour = {"title": "优秀共产党员", "awarded_on": date(year, 7, 1), "awarded_by": "街道党工委"}
    return [
        (300, 1, lambda actor, row: actions.correct(actor, row, basis="核对入党志愿书", workplace=f"{firm} 驾驶员")),
        (150, 1, lambda actor, row: _changed(actor, row, "workplace", f"{firm} 退休", today, 160)),
        (149, 1, lambda actor, row: _changed(actor, row, "occupation", "80", today, 160)),
        (90, 2, lambda actor, row: _changed(actor, row, "education", "21", today, 100)),
        (60, 3, lambda actor, row: add_award(actor, row, **honour)),
        (30, 4, lambda actor, row: actions.contact(actor, row, address="梧桐居民区 5 号 301 室")),
    ]


def _changed(actor: Actor, member: Member, kind: str, value: str, today: date, days: int) -> None:
    if getattr(member, kind) != value:
        since = today - timedelta(days=days)
        actions.change(actor, member, kind=kind, value=value, since=since, basis="本人提供的证明")


def _done(number: int, deed: Deed) -> Callable[[Actor], None]:
    """The deed, done to that member of the actor's branch."""

    def step(actor: Actor) -> None:
        row = Member.objects.filter(path=actor.path, left_on=None).exclude(user=actor.user).order_by("pk")[number]
        deed(actor, row)

    return step


def _look(actor: Actor) -> None:
    """The secretary looks up a member's telephone number, which the member will see."""
    member = Member.objects.get(user=User.objects.get(username="linxiaoyun"))
    reveal(actor, member, field="phone", purpose="contact", words="电话通知本周五的支部党员大会")


def _keep_filters(actor: Actor) -> None:
    here = Organization.objects.get(path=actor.path)
    for title, query in FILTERS:
        keep_filter(actor, here, title=title, query=query)
