"""Measures in a short form that a person reads at a glance: `>=2次 year /社区 @2026-12-31`, `1..2个`, `=?万元`."""

from jingwei.kernels.plans.reader import ReadMeasure, ReadPlan, read_plan

SIGNS = {"at_least": ">=", "at_most": "<=", "equal": "=", "range": ""}


def short(measure: ReadMeasure) -> str:
    """One measure in short; `?` is a blank."""
    value = "?" if measure.value is None else f"{measure.value:g}" if measure.value < 1e6 else str(measure.value)
    if measure.comparator == "range":
        upper = "?" if measure.upper is None else f"{measure.upper:g}"
        value = f"{value}..{upper}"
    words = [f"{SIGNS[measure.comparator]}{value}{measure.unit}"]
    words += [measure.period] if measure.period else []
    words += [f"/{measure.per}"] if measure.per else []
    words += [f"@{measure.deadline}"] if measure.deadline else []
    return " ".join(words)


def measures_of(plan: ReadPlan) -> list[ReadMeasure]:
    return [
        measure
        for chapter in plan.chapters
        for item in chapter.items
        for duty in item.duties
        for measure in duty.measures
    ]


def read(sentence: str) -> list[str]:
    """The measures of a sentence that stands in a plan of the year 2026."""
    plan = read_plan(f"云桥镇2026年党建工作要点\n一、重点任务\n（一）抓好落实。\n{sentence}\n")
    return [short(measure) for measure in measures_of(plan)]


def outline_of(plan: ReadPlan) -> str:
    """A plan in short: its head, then a line per chapter (#), item (-) and duty that names actors or measures (*)."""
    lines = [f"{plan.title} | {plan.year} | {plan.issuer}"]
    for chapter in plan.chapters:
        lines.append(f"# {chapter.number or '·'} {chapter.title}")
        for item in chapter.items:
            lines.append(f"- {item.number or '·'} {item.title}")
            for duty in item.duties:
                if duty.actors or duty.measures:
                    who = "、".join(duty.actors) or "·"
                    lines.append(f"  * {who}: {'; '.join(short(measure) for measure in duty.measures)}".rstrip())
    return "\n".join(lines) + "\n"
