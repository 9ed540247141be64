"""A pack as a Word paper."""

from datetime import date

from jingwei.foundation.documents.official import Paper
from jingwei.foundation.ui.words import date_cn

from .models import Handover
from .selectors.packs import sections_of

HEADS = ("事项", "说明", "期限")


def pack_word(pack: Handover) -> bytes:
    """What was handed over, with room for both to sign."""
    paper = Paper()
    paper.title(f"{pack.organization.short_name}工作交接清单")
    successor = f"{pack.successor.user}" if pack.successor else "（还没有定）"
    paper.text(f"离任：{pack.leaver.title}{pack.leaver.user}。接任：{successor}。截至{date_cn(pack.opened_on)}。")
    for title, rows in sections_of(pack):
        paper.chapter(title)
        paper.table(HEADS, [(row.title, row.note, date_cn(row.due_on) if row.due_on else "") for row in rows])
    if pack.keys:
        paper.chapter("工作要件")
        for line in pack.keys.splitlines():
            paper.text(line)
    paper.text(f"移交确认：{_word(pack.leaver_by, pack.leaver_on)}")
    if pack.gone_reason:
        paper.text(f"代为确认的原因：{pack.gone_reason}")
    paper.text(f"接收确认：{_word(pack.successor_by, pack.successor_on)}")
    return paper.data()


def _word(who: str, day: date | None) -> str:
    return f"{who}，{date_cn(day)}" if who and day else "＿＿＿＿＿＿"
