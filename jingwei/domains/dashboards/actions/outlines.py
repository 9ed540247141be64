"""Outlines of areas are loaded and taken away."""

import json

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.organizations.models import Organization

from ..models import Outline
from ..rules.outlines import BadOutlines, Shape, counted, shapes_of, written
from ..selectors.maps import Matching, matched, outlines_at

NEXT = "请换一个文件；图形按名称对应到本级和下级组织。"


def previewed(organization: Organization, content: bytes) -> Matching:
    """What loading a file would do. Raises Refused for a file that cannot be taken, or that holds no area of ours."""
    try:
        matching = matched(organization, shapes_of(content))
    except BadOutlines as bad:
        raise Refused(str(bad), next_step=NEXT) from None
    if not matching.pairs:
        raise Refused("文件里没有一个图形对得上本级和下级组织。", next_step=NEXT)
    return matching


def kept(matching: Matching) -> str:
    """The shapes that would be loaded, as the text that is sent back to confirm it."""
    return written(matching.shapes)


@action("figure.outline", title="载入地图边界")
def load(actor: Actor, organization: Organization, /, *, content: str, source: str) -> list[Outline]:
    """The outlines of a file for the organization and those below it; what was there before is replaced. Raises Refused
    like `previewed`."""
    there = {one.organization_id: one for one in outlines_at(organization)}
    loaded = []
    for one, shape in previewed(organization, content.encode()).pairs:
        outline = there.get(one.pk) or Outline(organization=one)
        outline.geometry, outline.points = _text_of(shape), counted([shape])
        outline.source, outline.loaded_on = source, today()
        outline.save()
        loaded.append(outline)
    return loaded


def _text_of(shape: Shape) -> str:
    return json.dumps(shape.geometry, separators=(",", ":"))


@action("figure.outline", title="删除地图边界")
def remove(actor: Actor, outline: Outline, /) -> Organization:
    """It was wrong, or is no longer wanted; whose it was."""
    organization: Organization = outline.organization
    outline.delete()
    return organization
