"""The answers, out of the selectors that the pages read too."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal

from django.http import Http404
from django.shortcuts import get_object_or_404

from jingwei.kernels.figures.declaring import (
    WHOLE,
    Declared,
    Figure,
    Index,
    Part,
    Ratio,
    declared,
    figures,
    indices,
    ratios,
)
from jingwei.kernels.figures.selectors.reading import Reading, table
from jingwei.kernels.figures.selectors.verifying import as_of
from jingwei.organizations.selectors.rows import ever

from ..selectors import definitions, values
from ..selectors.children import Own, children_of
from ..selectors.composition import composition_of
from . import schemas
from .asking import Asked, Question, judged

Place = tuple[Any, Literal["whole", "own", "below"], Reading]
Rows = list[schemas.FigureRow] | list[schemas.RatioRow] | list[schemas.IndexRow]
KINDS: Mapping[type, Literal["figure", "ratio", "index"]] = {Figure: "figure", Ratio: "ratio", Index: "index"}


def node_of(actor: Any, pk: int | None) -> Any:
    """The organization asked for, else the actor's own. 404 for a stranger's, 403 for one that only stands above."""
    wanted = {"path": actor.path} if pk is None else {"pk": pk}
    node = get_object_or_404(ever(), **wanted)
    actor.must("figure.see", node.path)
    return node


def numbers(actor: Any, key: str, asked: Asked) -> schemas.Numbers:
    """Raises Http404, PermissionDenied, WronglyAsked."""
    node = node_of(actor, asked.node)
    try:
        question = judged(declared(key), asked)
    except KeyError:
        raise Http404(key) from None
    one, months = question.one, question.span
    return schemas.Numbers(
        **_told(one, question.on),
        kind=KINDS[type(one)],
        cut=question.cut,
        period=schemas.Period(first=months[0], last=months[-1]) if months else None,
        known_on=question.known_on,
        as_of=as_of(),
        rows=rows(node, question, children=asked.children),
    )


def rows(node: Any, question: Question, *, children: bool) -> Rows:
    """The whole; with `children` also the organization's own (which nobody can say of a day that has passed) and those
    directly below, in the order of the tree. As many queries for one below as for a hundred."""
    below = children_of(node) if children else []
    one, cut = question.one, question.cut
    wanted = [(one.key, WHOLE), *([(one.key, cut)] if cut else [])] if isinstance(one, Figure) else None
    read = table([node, *below], wanted or values.wanted_by([one.key]), known_on=question.known_on)
    places: list[Place] = [(node, "whole", read[node.pk])]
    if children and question.known_on is None:
        places.append((node, "own", Own(read[node.pk])))
    places += [(child, "below", read[child.pk]) for child in below]
    if isinstance(one, Figure):
        return [row for place in places for row in _amounts(one, place, question)]
    if isinstance(one, Ratio):
        return [_share(one, place, question) for place in places]
    return [_index(one, place, question) for place in places]


def _amounts(one: Figure, place: Place, question: Question) -> Iterator[schemas.FigureRow]:
    reading = place[2]
    if not question.cut:
        amount = reading.amount(one.key, months=question.months)
        yield schemas.FigureRow(**_of(place), cut="", cut_title="", amount=amount)
        return
    cut = one.cut(question.cut)
    for piece in composition_of(one, cut, reading, question.months).pieces:
        if amount := reading.amount(one.key, cut.key, piece.value, months=question.months):
            yield schemas.FigureRow(**_of(place), cut=piece.value, cut_title=piece.word, amount=amount)


def _share(one: Ratio, place: Place, question: Question) -> schemas.RatioRow:
    value = values.value_of(one, place[2], question.on, months=question.months)
    return schemas.RatioRow(**_of(place), top=value.parts[0], bottom=value.parts[1], value=value.number, few=value.few)


def _index(one: Index, place: Place, question: Question) -> schemas.IndexRow:
    whole = values.value_of(one, place[2], question.on, months=question.months)
    shares = [(ratios()[key], weight, _share(ratios()[key], place, question)) for key, weight in one.parts]
    parts = [
        schemas.IndexPart(
            ratio=ratio.key, title=ratio.title, weight=weight, top=row.top, bottom=row.bottom, value=row.value
        )
        for ratio, weight, row in shares
    ]
    return schemas.IndexRow(**_of(place), value=whole.number, parts=parts)


def _of(place: Place) -> dict[str, Any]:
    node, relation, _ = place
    return {"node": node.pk, "name": str(node), "level": node.get_level_display(), "relation": relation}


def _told(one: Declared, on: date) -> dict[str, str]:
    unit = values.Head(one).unit
    basis = definitions.basis_of(one, on)[0]
    return {"key": one.key, "title": one.title, "unit": unit, "definition": one.definition, "basis": basis}


def catalogue(on: date) -> schemas.Catalogue:
    """All definitions, by their keys."""
    return schemas.Catalogue(
        figures=_sorted(figures(), lambda one: _figure(one, on)),
        ratios=_sorted(ratios(), lambda one: _ratio(one, on)),
        indices=_sorted(indices(), lambda one: _composite(one, on)),
    )


def _sorted(found: Mapping[str, Any], told: Callable[[Any], Any]) -> list[Any]:
    return [told(found[key]) for key in sorted(found)]


def _figure(one: Figure, on: date) -> schemas.FigureOf:
    cuts = [schemas.CutOf(key=cut.key, title=cut.title) for cut in one.cuts]
    return schemas.FigureOf(**_told(one, on), by_month=bool(one.month), counts_people=one.persons, cuts=cuts)


def _ratio(one: Ratio, on: date) -> schemas.RatioOf:
    return schemas.RatioOf(**_told(one, on), top=_parts(one.top), bottom=_parts(one.bottom), better=one.better)


def _parts(parts: Iterable[Part]) -> list[schemas.PartOf]:
    return [schemas.PartOf(figure=part.figure, cut=part.cut, value=part.value) for part in parts]


def _composite(one: Index, on: date) -> schemas.IndexOf:
    parts = [schemas.Weight(ratio=key, weight=weight) for key, weight in one.parts]
    return schemas.IndexOf(**_told(one, on), parts=parts)
