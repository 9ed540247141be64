"""A report is drafted, counted again, given its title, finished, opened again, dropped."""

from collections.abc import Iterable, Sequence

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.organizations.models import Organization

from ..models import Number, Paragraph, Summary
from ..rules.drafting import Drafted
from ..rules.renewing import After, Renewed
from ..selectors.drafts import Fresh, drafted, renewed
from ..selectors.templates import Offered

NEXT = "请在模板里改好，再起草。"


@action("report.write", title="起草总结")
def draft(actor: Actor, here: Organization, /, *, template: Offered, first: str, last: str) -> Summary:
    """A report of an organization over these months. Raises Refused for a template with a blank that no figure answers
    to."""
    try:
        fresh = drafted(here, template.text, first, last)
    except (LookupError, ValueError) as wrong:
        raise Refused(str(wrong.args[0]), next_step=NEXT) from wrong
    made = Summary(organization=here, kind=template.kind, template_title=template.title, source=template.text)
    made.title, made.first_month, made.last_month = fresh.title[:200], first, last
    made.as_of, made.made_on, made.made_by = fresh.as_of, today(), actor.user
    made.save()
    _write(made, [_as_drafted(one) for one in fresh.paragraphs])
    return made


def _as_drafted(one: Drafted) -> Renewed:
    numbers = tuple(After(placed.counted, "", placed.start) for placed in one.numbers)
    return Renewed(one.line, one.level, one.text, one.text, numbers)


@action("report.write", title="重新统计")
def renew(actor: Actor, report: Summary, /) -> int:
    """The numbers are counted again as of now, what was edited is kept; how many numbers have other words. Raises
    Refused for a finished report, and for a figure that is gone."""
    must_be_open(report)
    fresh, paragraphs = counted_again(report)
    before = _words(Number.objects.filter(paragraph__summary=report))
    Number.objects.filter(paragraph__summary=report).delete()
    kept = {one.line for one in paragraphs}
    Paragraph.objects.filter(summary=report).exclude(line__in=kept).delete()
    _write(report, paragraphs)
    report.as_of = fresh.as_of
    report.save()
    after = _words(Number.objects.filter(paragraph__summary=report))
    return sum(after[number] != before.get(number) for number in after) + len(before.keys() - after.keys())


def counted_again(report: Summary) -> tuple[Fresh, list[Renewed]]:
    """What the report would be by now. Raises Refused for a figure that is gone."""
    try:
        return renewed(report)
    except LookupError as wrong:
        raise Refused(str(wrong.args[0]), next_step="请另选模板，重新起草。") from wrong


def _words(numbers: Iterable[Number]) -> dict[tuple[str, ...], str]:
    """What each number was counted as, by what it counts."""
    return {(one.figure, one.cut, one.value, one.form, one.first_month, one.last_month): one.shown for one in numbers}


def _write(report: Summary, paragraphs: Sequence[Renewed]) -> None:
    """The paragraphs and their numbers; a paragraph that is there is changed where it differs."""
    there = {row.line: row for row in Paragraph.objects.filter(summary=report)}
    for one in paragraphs:
        row = there.get(one.line)
        if row is not None and (row.drafted, row.text, row.level) != (one.drafted, one.text, one.level):
            row.drafted, row.text, row.level = one.drafted, one.text, one.level
            row.save()
    new = [_paragraph(report, one) for one in paragraphs if one.line not in there]
    there |= {row.line: row for row in Paragraph.objects.bulk_create(new)}
    Number.objects.bulk_create(
        _number(there[one.line], position, number)
        for one in paragraphs
        for position, number in enumerate(one.numbers, 1)
    )


def _paragraph(report: Summary, one: Renewed) -> Paragraph:
    return Paragraph(summary=report, line=one.line, level=one.level, drafted=one.drafted, text=one.text)


def _number(paragraph: Paragraph, position: int, one: After) -> Number:
    counted, meant = one.counted, one.counted.meaning
    return Number(
        paragraph=paragraph,
        position=position,
        figure=meant.known.key,
        cut=meant.cut,
        value=meant.value,
        first_month=counted.first_month,
        last_month=counted.last_month,
        form=meant.form,
        amount=counted.amount,
        bottom=counted.bottom,
        shown=counted.words,
        edited=one.edited,
        start=one.start,
    )


@action("report.write", title="修改总结标题")
def retitle(actor: Actor, report: Summary, /, *, title: str) -> Summary:
    """Another title. Raises Refused for a finished report."""
    must_be_open(report)
    report.title = title
    report.save()
    return report


@action("report.write", title="总结定稿")
def finish(actor: Actor, report: Summary, /) -> Summary:
    """Nobody changes it any more. Raises Refused for one that is finished."""
    must_be_open(report)
    report.finished_on = today()
    report.save()
    return report


@action("report.write", title="总结退回修改")
def reopen(actor: Actor, report: Summary, /) -> Summary:
    """It was finished too early. Raises Refused for one that is open."""
    if report.finished_on is None:
        raise Refused("这份总结还没有定稿，可以直接修改。")
    report.finished_on = None
    report.save()
    return report


@action("report.write", title="删除总结")
def drop(actor: Actor, report: Summary, /) -> Organization:
    """The draft is gone; its organization. Raises Refused for a finished report."""
    must_be_open(report)
    here: Organization = report.organization
    report.delete()
    return here


def must_be_open(report: Summary) -> None:
    """Raises Refused for a finished report."""
    if report.finished_on is not None:
        raise Refused("这份总结已经定稿，不能再改。", next_step="确需修改的，请先退回修改。")
