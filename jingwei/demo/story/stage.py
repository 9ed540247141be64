"""The stage of the story: who is there, and what happens on which day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from jingwei.demo.places import Place
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import as_if
from jingwei.foundation.scope.reach import reaching
from jingwei.kernels.plans.models import Clearance, Plan, Task
from jingwei.organizations.acting import actor_of
from jingwei.organizations.models import Organization, Post

from .days import Days

MORNING = time(9, 0)
PAUSE = timedelta(seconds=45)  # between two things done on one day
HEADS = ("secretary", "office_town", "office_district", "handler")

Step = Callable[[Actor], None]


@dataclass
class Stage:
    """Places and organizations by key, actors by login and by place, and the events that are to come.

    What the steps make is kept by the names of story.yaml, tasks by (title, key of the place).
    """

    places: Sequence[Place]
    organizations: Mapping[str, Organization]
    days: Days
    plans: dict[str, Plan] = field(default_factory=dict)
    clearances: dict[str, Clearance] = field(default_factory=dict)
    tasks: dict[tuple[str, str], Task] = field(default_factory=dict)
    _events: list[tuple[date, int, Actor, Step]] = field(default_factory=list)
    _by_login: dict[str, Actor] = field(default_factory=dict)
    _by_path: dict[str, Actor] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for post in Post.objects.select_related("organization", "user").order_by("organization__path", "id"):
            actor = actor_of(post)
            if actor is not None:
                self._by_login.setdefault(post.user.username, actor)
                if post.role in HEADS:
                    self._by_path.setdefault(post.organization.path, actor)

    def login(self, username: str) -> Actor:
        """The person who signs in so, acting through the first post."""
        return self._by_login[username]

    def head(self, place: str) -> Actor:
        """Who answers for a place."""
        return self._by_path[self.organizations[place].path]

    def chosen(self, to: str | list[str], area: str) -> list[str]:
        """The keys of the places below `area` that `to` of story.yaml means, as far as they are on the stage."""
        if isinstance(to, list):
            return [key for key in to if key in self.organizations]
        levels = {"streets": ("street", "town"), "communities": ("community",), "villages": ("village",)}
        wanted = {**levels, "local": ("community", "village")}
        inside = [place for place in self.places if place.key.startswith(f"{area}/")]
        if to == "branches":
            return [place.key for place in inside if place.size]
        return [place.key for place in inside if place.level in wanted[to]]

    def later(self, day: date, actor: Actor, step: Step) -> None:
        """Let `actor` do `step` on a day; what lies after today has not happened."""
        if day <= self.days.today:
            self._events.append((day, len(self._events), actor, step))

    def play(self) -> None:
        """Let everything happen, day by day."""
        done_that_day: dict[date, int] = {}
        for day, _, actor, step in sorted(self._events, key=lambda event: event[:2]):
            number = done_that_day[day] = done_that_day.get(day, -1) + 1
            moment = timezone.make_aware(datetime.combine(day, MORNING)) + number * PAUSE
            with as_if(moment), reaching(actor.reach()):
                step(actor)
