"""Memberships on their way: through the tree, to another town, to another province; and who comes with a letter."""

from datetime import date, timedelta

from jingwei.demo.story.stage import Stage
from jingwei.domains.transfers.actions import deciding, proposing, writing
from jingwei.domains.transfers.actions.arriving import arrive
from jingwei.domains.transfers.models import Step, Transfer
from jingwei.foundation.access.actor import Actor
from jingwei.members.models import Member

TOWN, STREET = "wangjiang/yunqiao", "wangjiang/tinglan"
HOME, NEXT, VILLAGE = f"{TOWN}/wutong/2", f"{TOWN}/wutong/1", f"{TOWN}/shangyun"
OUTSIDE = "外省清江市安河街道党工委"


def schedule(stage: Stage) -> None:
    """Transfers at different points, as many as there are members for them; and an arrival."""
    people = members_of(stage, HOME)[::2]  # the others are away, or lost
    far = next((key for key in stage.organizations if key.startswith(f"{STREET}/") and _is_branch(stage, key)), NEXT)
    begun: tuple[tuple[int, str, tuple[str, ...]], ...] = (
        (9, NEXT, ()),
        (60, NEXT, ("shenjing", NEXT)),
        (14, far, ("shenjing",)),
        (3, far, ()),
        (2, VILLAGE, ("shenjing",)),
    )
    if people:
        _outside(stage, people[-1])
        _arrival(stage)
    for member, (days, target, steps) in zip(people[:-1], begun, strict=False):
        _inside(stage, member, days, target, steps)


def _is_branch(stage: Stage, key: str) -> bool:
    return any(place.key == key and place.level == "branch" and place.size for place in stage.places)


def _inside(stage: Stage, member: Member, days: int, target: str, steps: tuple[str, ...]) -> None:
    """Proposed so many days ago, and decided by these people on the days after."""
    begun = stage.days.today - timedelta(days=days)
    made: list[Transfer] = []

    def propose(actor: Actor) -> None:
        values = {"kind": "inside", "target": stage.organizations[target], "outside": "", "note": ""}
        made.append(proposing.propose(actor, member.fresh(), reason="home", **values))

    def decide(actor: Actor) -> None:
        step = Step._base_manager.get(transfer=made[0], done_on=None)
        act = deciding.receive if step.kind == "receive" else deciding.review
        act(actor, step, verdict="agreed", reason="")

    stage.later(begun, stage.login("zhoumingyuan"), propose)
    for later, who in enumerate(steps, start=1):
        actor = stage.head(who) if "/" in who else stage.login(who)
        stage.later(begun + timedelta(days=2 * later), actor, decide)


def _outside(stage: Stage, member: Member) -> None:
    """A letter that has expired, without a receipt."""
    begun = stage.days.today - timedelta(days=24)
    made: list[Transfer] = []

    def propose(actor: Actor) -> None:
        values = {"kind": "out", "target": None, "outside": OUTSIDE, "note": "随子女居住"}
        made.append(proposing.propose(actor, member.fresh(), reason="home", **values))

    def write(actor: Actor) -> None:
        step = Step._base_manager.get(transfer=made[0], done_on=None)
        year = stage.days.today.year
        writing.issue(actor, step, verdict="agreed", number=f"{year}-001", addressed_to=OUTSIDE, days=15)

    stage.later(begun, stage.login("zhoumingyuan"), propose)
    stage.later(begun + timedelta(days=3), stage.login("shenjing"), write)


def _arrival(stage: Stage) -> None:
    day = stage.days.today - timedelta(days=33)
    letter = {
        "letter_from": OUTSIDE,
        "letter_number": "0417",
        "letter_on": day - timedelta(days=8),
        "valid_until": day + timedelta(days=22),
        "arrived_on": day,
    }
    person = {
        "name": "柏晓帆",
        "gender": "2",
        "born_on": date(1991, 4, 18),
        "ethnic": "01",
        "education": "20",
        "occupation": "80",
        "joined_on": date(2013, 6, 28),
        "full_on": date(2014, 6, 28),
    }

    def come(actor: Actor) -> None:
        arrive(actor, stage.organizations[HOME], **letter, **person)

    stage.later(day, stage.login("shenjing"), come)


def members_of(stage: Stage, key: str) -> list[Member]:
    """The members of a branch who have no login, the last ones first; as they are before anything happens."""
    found = Member._base_manager.filter(organization=stage.organizations.get(key), user=None, left_on=None)
    return list(found.order_by("-pk"))
