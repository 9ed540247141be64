"""A person edits the text of a paragraph."""

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action

from ..models import Paragraph
from ..rules.aligning import Standing, align
from ..selectors.reports import numbers_of
from .reports import must_be_open


@action("report.write", title="修改总结段落")
def edit(actor: Actor, paragraph: Paragraph, /, *, text: str) -> Paragraph:
    """The text as the person wrote it. Numbers that still stand stay what they count; one with other words is kept as
    changed by hand, one that is gone as taken out. Raises Refused for a finished report."""
    must_be_open(paragraph.summary)
    numbers = numbers_of(paragraph)
    standing = align(paragraph.text, [Standing(one.start, one.words) for one in numbers], text)
    for one, now in zip(numbers, standing, strict=True):
        edited = "" if now.words == one.shown else now.words
        if (one.start, one.edited) != (now.start, edited):
            one.start, one.edited = now.start, edited
            one.save()
    paragraph.text = text
    paragraph.save()
    return paragraph
