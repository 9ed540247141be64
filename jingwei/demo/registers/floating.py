"""Members who are away, who have come, and who cannot be reached."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from jingwei.demo.story.stage import Stage
from jingwei.domains.floating.actions import registering, searching, telling
from jingwei.domains.floating.models import Floating, Inflow, LostContact
from jingwei.foundation.access.actor import Actor
from jingwei.members.models import Member

from .transfers import members_of

HOME, RECEIVING = "wangjiang/yunqiao/wutong/2", "wangjiang/yunqiao/wutong/1"
AWAY: tuple[tuple[int, dict[str, Any]], ...] = (
    (250, {"reason": "home", "location": "梧桐居民区东片", "is_fixed": True}),
    (300, {"reason": "abroad", "location": "境外大学"}),
    (
        420,
        {"reason": "work", "location": "外省清江市安河工业园", "is_fixed": True, "outside": "安河工业园党群服务中心"},
    ),
    (60, {"reason": "work", "location": "外省清江市安河工业园", "outside": "安河工业园党群服务中心"}),
)


def schedule(stage: Stage) -> None:
    """One lost for more than six months, four away (one of them next door), one lost since lately; as many as there
    are members for it. And one who has come."""
    people = members_of(stage, HOME)[1::2]  # the others are on their way to other branches
    if not people:
        return
    _lost(stage, days=215, member=people[0], ways=("phone", "relatives", "visit"))
    for member, (days, values) in zip(people[1:], AWAY, strict=False):
        receiving = stage.organizations[RECEIVING] if values["reason"] == "home" else None
        _away(stage, days, member, {**values, "receiving": receiving})
    for member in people[5:6]:
        _lost(stage, days=70, member=member, ways=("phone",))
    _comes(stage)


def _away(stage: Stage, days: int, member: Member, values: dict[str, Any]) -> None:
    gone = stage.days.today - timedelta(days=days)
    made: list[Floating] = []

    def register(actor: Actor) -> None:
        row = registering.register_away(
            actor, member.fresh(), since=gone, contact_person="孙慧兰（组织委员）", **values
        )
        made.append(row)

    def tell(actor: Actor) -> None:
        telling.keep_in_touch(actor, made[0].fresh(), on=gone + timedelta(days=40), note="视频通话，近况很好。")

    def confirm(actor: Actor) -> None:
        inflow = Inflow._base_manager.get(floating=made[0])
        inflow = registering.confirm(actor, inflow, contact_person="钱秀芳")
        telling.feed_back(actor, inflow, kind="life", on=gone + timedelta(days=30), note="参加支部党员大会。")

    stage.later(gone + timedelta(days=5), stage.login("zhoumingyuan"), register)
    stage.later(gone + timedelta(days=40), stage.login("zhoumingyuan"), tell)
    if values["receiving"] is not None:
        stage.later(gone + timedelta(days=30), stage.head(RECEIVING), confirm)


def _lost(stage: Stage, *, days: int, member: Member, ways: tuple[str, ...]) -> None:
    last = stage.days.today - timedelta(days=days)
    made: list[LostContact] = []
    told = {
        "phone": "手机停机，多次拨打不通。",
        "relatives": "问其兄长，也联系不上。",
        "visit": "上门两次，邻居说已经搬走。",
    }

    def report(actor: Actor) -> None:
        note = "连续两次没有参加支部活动，电话不通。"
        made.append(searching.report_lost(actor, member.fresh(), last_contact_on=last, note=note))

    def search(number: int, way: str) -> Callable[[Actor], None]:
        day = last + timedelta(days=30 + 20 * number)

        def step(actor: Actor) -> None:
            searching.add_search(actor, made[0].fresh(), on=day, way=way, note=told[way])

        return step

    stage.later(last + timedelta(days=25), stage.login("zhoumingyuan"), report)
    for number, way in enumerate(ways):
        stage.later(last + timedelta(days=30 + 20 * number), stage.login("zhoumingyuan"), search(number, way))


def _comes(stage: Stage) -> None:
    """Somebody whose membership is outside this system takes part in the branch."""
    day = stage.days.today - timedelta(days=90)
    values = {"name": "裴远航", "since": day, "location": "梧桐居民区 8 号", "home": None}
    home = {"home_words": "外省清江市安河村党支部", "contact_person": "孙慧兰（组织委员）"}

    def register(actor: Actor) -> None:
        registering.register_here(actor, stage.organizations[HOME], **values, **home)

    stage.later(day, stage.login("zhoumingyuan"), register)
