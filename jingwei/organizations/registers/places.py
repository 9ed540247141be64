"""Organizations as people write them in a cell: the name in full or in short, with the superior before it where that is
not enough ("云桥镇/第一支部"), or the number."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from jingwei.foundation.scope.paths import SEGMENT, lineage
from jingwei.foundation.scope.vocabulary import below

from ..models import Organization

FEW = 5
COMPARED = 3000  # names among which a misspelt one is looked for
SLASH = "/"


@dataclass(frozen=True, slots=True)
class Place:
    """What a cell needs of an organization."""

    pk: int
    path: str
    name: str
    short_name: str
    level: str
    party_type: str


@dataclass(frozen=True, slots=True)
class Found:
    """The place meant; or why there is none, and what to do."""

    place: Place | None
    reason: str = ""
    suggestion: str = ""


class Places:
    """The organizations at and below a path that have not been revoked and that `fits` lets through."""

    def __init__(self, at: str, fits: Callable[[Place], bool] = lambda place: True) -> None:
        rows = Organization.objects.filter(below("path", at), revoked_on=None).order_by("path")
        names = ("pk", "path", "name", "short_name", "level", "party_type")
        self.all = {place.path: place for place in (Place(*row) for row in rows.values_list(*names))}
        self.top = at
        self.fitting = [place for place in self.all.values() if fits(place)]
        self.by_pk = {place.pk: place for place in self.fitting}
        self.by_name: dict[str, list[Place]] = {}
        for place in self.fitting:
            for name in {place.name, place.short_name} - {""}:
                self.by_name.setdefault(name, []).append(place)
        self.answers: dict[str, Found] = {}

    def find(self, text: str) -> Found:
        """The one organization that a text means."""
        known = self.answers.get(text)
        if known is None:
            known = self.answers[text] = self._looked_up(text)
        return known

    def _looked_up(self, text: str) -> Found:
        *above, last = [part.strip() for part in text.replace("／", SLASH).replace(">", SLASH).split(SLASH)]
        found = [place for place in self.by_name.get(last, ()) if self._stands_under(place, above)]
        if not found and last.isdecimal() and len(last) < 19 and int(last) in self.by_pk:
            found = [self.by_pk[int(last)]]
        if len(found) == 1:
            return Found(found[0])
        if found:
            names = "、".join(self.shown(place) for place in found[:FEW])
            more = f" 等 {len(found)} 个" if len(found) > FEW else ""
            return Found(None, f"叫这个名称的不止一个：{names}{more}。", "请照其中一个的写法填写，或者填写它的编号。")
        near = get_close_matches(last, self.by_name, 1, 0.6) if len(self.by_name) <= COMPARED else []
        hint = f"是不是“{near[0]}”？" if near else ""
        return Found(None, f"在您的管辖范围里没有找到“{text[:40]}”。", f"{hint}请按登记的名称填写。")

    def _stands_under(self, place: Place, above: Iterable[str]) -> bool:
        """Whether all these names stand above the place, in this order."""
        steps = iter([self.all[path] for path in lineage(place.path)[:-1] if path in self.all])
        return all(any(name in (step.name, step.short_name) for step in steps) for name in above)

    def shown(self, place: Place) -> str:
        """The shortest text that means this place alone."""
        words = place.name
        if len(self.by_name.get(words, ())) <= 1:
            return words
        path = place.path[:-SEGMENT]
        while path in self.all:
            words = f"{self.all[path].short_name or self.all[path].name}{SLASH}{words}"
            if self.find(words).place == place:
                return words
            path = path[:-SEGMENT]
        return str(place.pk)
