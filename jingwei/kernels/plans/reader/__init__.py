"""The reader of a year's key points (工作要点): plain text in, structure out.

    plan = read_plan(text)      # ReadPlan -> ReadChapter -> ReadItem -> ReadDuty -> ReadMeasure
    as_json(plan)               # the same as dicts, the shape that `jingwei read-plan FILE` prints

Pure: no Django, no clock, no files. The road of a text:
text (signs made alike, places kept) -> lines -> furniture (what stands around the document goes) -> blocks (cut at
numbers) -> outline (chapters, items) -> pieces -> duties -> measures. A sentence is scanned once for quantities,
repeats, shares, deadlines and comparisons; screening leaves out slogans, conditions and the past. `words/` holds the
lists of the field.

Readings chosen: 达到, 力争 and 10余个 are at least, 降至 is at most, 约 and 左右 equal. 每月召开例会 is once a month
although no number is printed. 年内召开1次 is once, until 31 December; 全年 is a year. 各镇 is what things are counted
for (per), not what meetings are. A deadline without a quantity, 全覆盖, 一批 and a count of abstract nouns (三大行动,
七个方面) are no measures. 按每300—500户划分一个网格 asks for 1 个 (网格) per 300—500户. 两年内发展1名 is 1 名 per 两年:
no day is known. Of 6个支部 and 对32家商户 with another number behind only that number is asked for. What a clause tells
of a year before the plan's is past. An item is the first rank of numbers below a chapter; `outline` says where that
differs.
"""

from .reading import read_plan
from .shapes import ReadChapter, ReadDuty, ReadItem, ReadMeasure, ReadPlan, as_json

__all__ = ["ReadChapter", "ReadDuty", "ReadItem", "ReadMeasure", "ReadPlan", "as_json", "read_plan"]
