"""The rows of an intake as its page shows them."""

import json
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from ..choices import Outcome
from ..models import Intake, StagedRow

TABS = (
    ("all", "全部", ""),
    ("new", "新增", "n"),
    ("changed", "修改", "c"),
    ("same", "未变", "s"),
    ("wrong", "有误", "w"),
)
LOOKS = {"n": ("doing", "新增"), "c": ("soon", "修改"), "s": ("off", "未变"), "w": ("late", "有误")}


@dataclass(frozen=True)
class Shown:
    """A row of the preview: `look` and `word` of its state; `changes`: (heading, before, after); `flaws`: (heading,
    value, reason, suggestion)."""

    number: int
    title: str
    look: str
    word: str
    remark: str
    changes: list[list[str]]
    flaws: list[list[str]]
    written: bool


def rows_of(intake: Intake, tab: str = "") -> "QuerySet[StagedRow]":
    """The rows of one tab; of all, for a tab that is none."""
    found: QuerySet[StagedRow] = StagedRow.objects.filter(intake=intake)
    letter = next((letter for key, _, letter in TABS if key == tab), "")
    return found.filter(outcome=letter) if letter else found


def shown(row: StagedRow) -> Shown:
    """A row ready for the page."""
    look, word = LOOKS[row.outcome]
    told: list[Any] = json.loads(row.told) if row.told else []
    is_wrong = row.outcome == Outcome.WRONG
    changes, flaws = ([], told) if is_wrong else (told, [])
    done = row.applied_at is not None
    return Shown(row.number, row.title, "done" if done else look, word, row.remark, changes, flaws, done)


def tabs_of(intake: Intake, current: str, address: str) -> list[tuple[str, str, bool, int]]:
    """The tabs with their counts."""
    counts = {
        "all": intake.read,
        "new": intake.created,
        "changed": intake.updated,
        "same": intake.unchanged,
        "wrong": intake.rejected,
    }
    known = current if current in counts else "all"
    return [(title, f"{address}?tab={key}", key == known, counts[key]) for key, title, _ in TABS]
