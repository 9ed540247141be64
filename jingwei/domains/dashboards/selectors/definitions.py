"""What is declared, in words: by group, with basis and cuts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from django.apps import apps
from django.urls import reverse

from jingwei.foundation.ui.answers import cited
from jingwei.kernels.figures.declaring import Declared, Figure, Index, Ratio, figures, indices, ratios
from jingwei.regulations.library import NotInForce, parameter, parameters

from . import values

KINDS = {Figure: "指标", Ratio: "比率", Index: "指数"}
COMPARED = {"上月": "自己上月同日", "去年": "自己去年同日", "": "不比较"}


@dataclass(frozen=True)
class Group:
    """The figures of one room."""

    key: str
    title: str
    rows: tuple[Declared, ...]


def all_declared() -> dict[str, Declared]:
    """All figures, ratios and indices by key."""
    return {**figures(), **ratios(), **indices()}


def groups(wanted: Iterable[Declared] | None = None) -> list[Group]:
    """All that is declared (or `wanted`), by the room that is the first word of the key, in the order of the rooms."""
    found: dict[str, list[Declared]] = {}
    for one in all_declared().values() if wanted is None else wanted:
        found.setdefault(one.key.partition(".")[0], []).append(one)
    order = list(_titles())
    keys = sorted(found, key=lambda key: (order.index(key) if key in order else len(order), key))
    return [Group(key, _title(key), tuple(sorted(found[key], key=_kind))) for key in keys]


@cache
def _titles() -> dict[str, str]:
    titles: dict[str, str] = yaml.safe_load((Path(__file__).parents[1] / "groups.yaml").read_text(encoding="utf-8"))
    return titles


def _kind(one: Declared) -> int:
    return list(KINDS).index(type(one))


def _title(key: str) -> str:
    named = apps.app_configs.get(key)
    return _titles().get(key) or (str(named.verbose_name) if named else "其他")


def kind_of(one: Declared) -> str:
    """指标, 比率 or 指数."""
    return KINDS[type(one)]


def compared_with(one: Declared) -> str:
    """With what it is compared, in words."""
    return COMPARED[values.since_of(one)]


def head_of(one: Declared) -> values.Head:
    """Its title and unit."""
    return values.Head(one)


def cuts_of(one: Declared) -> str:
    """The titles of its cuts: 性别、民族."""
    return "、".join(cut.title for cut in one.cuts) if isinstance(one, Figure) else ""


def basis_of(one: Declared, on: date) -> tuple[str, str]:
    """(words, address) of the basis: an article, or the number of the regulations that it follows. "" for none."""
    if one.basis not in parameters():
        return cited("" if one.basis == "house-practice" else one.basis)
    followed, address = parameter(one.basis), reverse("regulations:number", args=[one.basis])
    try:
        return f"{followed.title}：{cited(followed.at(on).basis)[0]}", address
    except NotInForce:
        return followed.title, address
