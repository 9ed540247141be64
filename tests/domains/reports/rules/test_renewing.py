"""A report is counted again."""

from jingwei.domains.reports.rules.drafting import Counted, draft
from jingwei.domains.reports.rules.meaning import meaning
from jingwei.domains.reports.rules.notation import read
from jingwei.domains.reports.rules.renewing import Before, Stood, identity, renew

from .known import VOCABULARY

TEXT = "题\n一、党员\n共有【党员】［，其中女【党员｜女】］。\n［完成【完成任务】。］\n"


def fresh(**amounts):
    """(paragraphs, all numbers) of the template, with amounts by the words of a blank."""
    written = read(TEXT)
    found = {}
    for _, blank in written.blanks():
        meant, amount = meaning(blank, VOCABULARY), amounts.get(blank.asked[0] if blank.asked else blank.name, 0)
        months = ("2026-10", "2026-10") if meant.known.happens else ("", "")
        found[blank] = [Counted(meant, *months, amount, None, f"{amount}{meant.known.unit}", amount > 0)]
    _, lines = draft(written, found.__getitem__, {})
    return lines, {identity(one): one for [one] in found.values()}


def befores(lines, **edits):
    """The report as it was drafted; `edits`: line → (text, {words: edited})."""
    rows = []
    for line in lines:
        text, edited = edits.get(f"line{line.line}", (line.text, {}))
        numbers = []
        for placed in line.numbers:
            words = edited.get(placed.counted.words, placed.counted.words)
            changed = "" if words == placed.counted.words else words
            start = text.find(words) if words else None
            numbers.append(Stood(identity(placed.counted), placed.counted.words, changed, start))
        rows.append(Before(line.line, line.level, line.text, text, tuple(numbers)))
    return rows


def texts(renewed):
    return {one.line: one.text for one in renewed}


def test_what_nobody_touched_is_written_anew():
    old, _ = fresh(党员=363, 女=128)
    new, every = fresh(党员=365, 女=129, 完成任务=4)
    assert texts(renew(befores(old), new, every)) == {2: "一、党员", 3: "共有365名，其中女129名。", 4: "完成4项。"}


def test_a_paragraph_that_has_nothing_to_say_any_more_goes():
    old, _ = fresh(党员=363, 完成任务=4)
    new, every = fresh(党员=363)
    assert texts(renew(befores(old), new, every)) == {2: "一、党员", 3: "共有363名。"}


def test_words_that_a_person_wrote_stay_and_the_numbers_in_them_are_brought_up_to_date():
    old, _ = fresh(党员=363, 女=128)
    new, every = fresh(党员=1365, 女=9)
    was = befores(old, line3=("我镇党员363名，女党员128名，很好。", {}))
    (line,) = [one for one in renew(was, new, every) if one.line == 3]
    assert (line.text, line.drafted) == ("我镇党员1365名，女党员9名，很好。", "共有1365名，其中女9名。")
    assert [line.text[one.start : one.start + len(one.counted.words)] for one in line.numbers] == ["1365名", "9名"]


def test_a_number_that_was_changed_by_hand_stays_and_is_told_with_the_new_count():
    old, _ = fresh(党员=363, 女=128)
    new, every = fresh(党员=366, 女=129)
    was = befores(old, line3=("共有365名，其中女128名。", {"363名": "365名"}))
    (line,) = [one for one in renew(was, new, every) if one.line == 3]
    assert line.text == "共有365名，其中女129名。"
    assert [(one.counted.words, one.edited) for one in line.numbers] == [("366名", "365名"), ("129名", "")]


def test_a_number_that_was_right_before_its_time_is_no_change_any_more():
    old, _ = fresh(党员=363)
    new, every = fresh(党员=365)
    was = befores(old, line3=("共有365名。", {"363名": "365名"}))
    (line,) = [one for one in renew(was, new, every) if one.line == 3]
    assert (line.text, line.numbers[0].edited) == ("共有365名。", "")


def test_what_a_person_wrote_stays_where_the_template_would_leave_it_out():
    old, _ = fresh(党员=363, 完成任务=4)
    new, every = fresh(党员=363)
    was = befores(old, line4=("共完成4项，成效明显。", {}))
    (line,) = [one for one in renew(was, new, every) if one.line == 4]
    assert (line.text, line.drafted) == ("共完成0项，成效明显。", "")


def test_a_paragraph_that_a_person_took_out_stays_out():
    old, _ = fresh(党员=363)
    new, every = fresh(党员=365)
    was = befores(old, line3=("", {"363名": ""}))
    assert texts(renew(was, new, every))[3] == ""


def test_a_number_that_is_new_in_an_edited_paragraph_waits_beside_it():
    old, _ = fresh(党员=363)
    new, every = fresh(党员=363, 女=128)
    was = befores(old, line3=("我镇党员363名。", {}))
    (line,) = [one for one in renew(was, new, every) if one.line == 3]
    assert line.text == "我镇党员363名。"
    assert [(one.counted.words, one.start is None) for one in line.numbers] == [("363名", False), ("128名", True)]
