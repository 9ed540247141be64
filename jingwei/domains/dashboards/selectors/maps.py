"""Outlines of areas, and the maps that are made of them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors import organizations

from ..models import Outline
from ..rules.outlines import Shape

FEWEST_AREAS = 2  # one area alone is no map
LONGEST_NUMBER = 19


def outlines() -> "QuerySet[Outline]":
    """The outlines in reach of organizations that stand, in the order of the tree."""
    found: QuerySet[Outline] = Outline.objects.filter(organization__revoked_on=None)
    return found.select_related("organization").order_by("organization__path")


def outlines_at(top: Organization) -> "QuerySet[Outline]":
    """Those of an organization and of all below it."""
    return outlines().filter(below("organization__path", top.path))


def children_outlines(here: Organization) -> "QuerySet[Outline]":
    """Those of the organizations directly below: what its map shows."""
    return outlines().filter(organization__path__above=here.path)


def has_map(here: Organization) -> bool:
    """Whether enough of those directly below have an outline."""
    return len(children_outlines(here).values_list("pk")[:FEWEST_AREAS]) == FEWEST_AREAS


def collection(found: Iterable[Outline]) -> dict[str, Any]:
    """A GeoJSON FeatureCollection; each shape has the short name and the number of its organization."""
    return {"type": "FeatureCollection", "features": [_feature(one) for one in found]}


def _feature(one: Outline) -> dict[str, Any]:
    about = {"name": str(one.organization), "id": one.organization.pk}
    return {"type": "Feature", "properties": about, "geometry": json.loads(one.geometry)}


@dataclass
class Matching:
    """Shapes with the organizations that they are of, in the order of the tree; and why each other one is left out:
    (how the shape is called, the reason)."""

    pairs: list[tuple[Organization, Shape]] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    replaced: int = 0

    @property
    def shapes(self) -> list[Shape]:
        return [shape for _, shape in self.pairs]

    @property
    def drawn(self) -> dict[str, Any]:
        """What would be on the map."""
        features = [
            {"type": "Feature", "properties": {"name": str(one), "id": one.pk}, "geometry": shape.geometry}
            for one, shape in self.pairs
        ]
        return {"type": "FeatureCollection", "features": features}


def matched(top: Organization, shapes: Sequence[Shape]) -> Matching:
    """Which shape is of which organization at or below `top`: by number, else by name in full or in short. Three
    queries at most."""
    found, taken = Matching(), set()
    by_word = _by_word(top, shapes)
    for shape in shapes:
        one, reason = _meant(shape, by_word)
        if one is not None and one.pk in taken:
            one, reason = None, f"{one}在文件里出现了不止一次，只取第一个"
        if one is None:
            found.left_out.append((shape.words, reason))
        else:
            taken.add(one.pk)
            found.pairs.append((one, shape))
    found.pairs.sort(key=lambda pair: pair[0].path)
    found.replaced = outlines_at(top).filter(organization__in=taken).count()
    return found


def _by_word(top: Organization, shapes: Sequence[Shape]) -> dict[str, list[Organization]]:
    names = {shape.name for shape in shapes if shape.name}
    numbers = {int(shape.key) for shape in shapes if shape.key.isdecimal() and len(shape.key) < LONGEST_NUMBER}
    asked = Q(short_name__in=names) | Q(name__in=names) | Q(pk__in=numbers)
    by_word: dict[str, list[Organization]] = {}
    for one in organizations().filter(asked, below("path", top.path)):
        for word in {one.name, one.short_name, f"#{one.pk}"}:
            by_word.setdefault(word, []).append(one)
    return by_word


def _meant(shape: Shape, by_word: dict[str, list[Organization]]) -> tuple[Organization | None, str]:
    """The organization, or why there is none."""
    if numbered := by_word.get(f"#{shape.key}"):
        return numbered[0], ""
    if not shape.name:
        return None, "没有写名称（属性 name），也没有写编号（属性 id）"
    named = by_word.get(shape.name, [])
    if len(named) == 1:
        return named[0], ""
    if named:
        return None, f"叫这个名称的有 {len(named)} 个，请在属性 id 里写组织编号"
    return None, "本级和下级没有叫这个名称的组织"
