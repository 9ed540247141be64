"""The verifier finds and locates whatever was done to an export; it needs nothing but Python."""

import ast
import json
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.foundation.record import verify_export
from jingwei.foundation.record.verify_export import (
    BEGINNING,
    anchor_of,
    digest_of_act,
    digest_of_seal,
    spans,
    verify,
)

COLUMNS = ["action", "at", "changes"]
FILE = Path(verify_export.__file__)


def act(number: int) -> dict:
    return {
        "kind": "act",
        "id": number,
        "at": f"2026-03-01T01:00:{number:02}",
        "action": "改",
        "changes": f"第{number}",
    }


def seal(number: int, acts: list[dict], previous: str) -> dict:
    members = [[one["id"], digest_of_act(one, COLUMNS)] for one in acts]
    made = {
        "kind": "seal",
        "number": number,
        "at": "2026-03-01T02:00:00",
        "first_act": acts[0]["id"],
        "last_act": acts[-1]["id"],
        "count": len(acts),
        "covers": COLUMNS,
        "members": members,
        "previous": previous,
    }
    return {**made, "digest": digest_of_seal(made)}


class Record:
    """Three seals over acts 1–4, 6–9 and, committed late, 5 with 11–12; 13 and 14 wait."""

    def __init__(self):
        self.acts = {number: act(number) for number in (*range(1, 10), 11, 12, 13, 14)}
        self.seals, previous = [], BEGINNING
        for number, members in enumerate(((1, 2, 3, 4), (6, 7, 8, 9), (5, 11, 12)), 1):
            self.seals.append(seal(number, [self.acts[one] for one in members], previous))
            previous = self.seals[-1]["digest"]
        self.waiting = [13, 14]
        self.anchors = [anchor_of(one) for one in self.seals]

    def lines(self) -> list[dict]:
        waiting = [{"kind": "waiting", "act": number} for number in self.waiting]
        return [*self.seals, *waiting, *self.acts.values()]

    def found(self, anchored: bool = True) -> list[tuple[str, list[int]]]:
        report = verify(self.lines(), self.anchors if anchored else None)
        return [(finding.kind, finding.acts) for finding in report.findings]


@pytest.fixture
def record() -> Record:
    return Record()


def test_a_whole_record_is_found_whole_with_gaps_and_late_comers(record):
    report = verify(record.lines(), record.anchors)
    assert report.findings == []
    assert (report.acts, report.seals, report.unsealed, report.unanchored) == (13, 3, [13, 14], [])
    assert str(report).splitlines() == ["共 13 条操作记录，3 次封存。", "尚未封存 2 条：13–14。", "核对无误。"]


def test_an_empty_record_is_whole():
    assert verify([], []).whole


@pytest.mark.parametrize("anchored", [True, False])
@pytest.mark.parametrize("column", COLUMNS)
def test_an_edit_is_located(record, column, anchored):
    record.acts[7][column] += "!"
    assert record.found(anchored) == [("edited", [7])]


@pytest.mark.parametrize("anchored", [True, False])
@pytest.mark.parametrize("number", [1, 5, 7, 12])
def test_a_deletion_is_located(record, number, anchored):
    del record.acts[number]
    assert record.found(anchored) == [("deleted", [number])]


def test_a_deletion_before_the_seal_is_located(record):
    del record.acts[14]
    assert record.found() == [("deleted", [14])]


@pytest.mark.parametrize("anchored", [True, False])
@pytest.mark.parametrize(("one", "other"), [(1, 2), (2, 9), (4, 5)])
def test_a_swap_is_located(record, one, other, anchored):
    contents = record.acts[one], record.acts[other]
    record.acts[one], record.acts[other] = ({**contents[1], "id": one}, {**contents[0], "id": other})
    assert record.found(anchored) == [("swapped", [one, other])]


def test_a_copy_of_another_act_is_an_edit_and_no_swap(record):
    record.acts[2] = {**record.acts[9], "id": 2}
    assert record.found() == [("edited", [2])]


@pytest.mark.parametrize("anchored", [True, False])
@pytest.mark.parametrize("number", [0, 10, 15])
def test_an_insertion_is_located(record, number, anchored):
    record.acts[number] = act(number)
    assert record.found(anchored) == [("inserted", [number])]


def test_lines_that_changed_places_are_located(record):
    lines = record.lines()
    one, other = (lines.index(record.acts[number]) for number in (2, 8))
    lines[one], lines[other] = lines[other], lines[one]
    findings = verify(lines, record.anchors).findings
    assert [(finding.kind, finding.acts) for finding in findings] == [("swapped", [2, 8])]
    lines = record.lines()
    findings = verify([lines[1], lines[0], *lines[2:]], record.anchors).findings
    assert [(finding.kind, finding.says) for finding in findings] == [("seal", "各次封存的次序被调换。")]


def test_a_line_that_stands_there_twice_is_located(record):
    findings = verify([*record.lines(), record.acts[7]], record.anchors).findings
    assert [(finding.kind, finding.acts) for finding in findings] == [("inserted", [7])]


def test_a_tail_cut_off_with_its_seal_is_located_by_the_anchor(record):
    record.seals.pop()
    for number in (5, 11, 12):
        del record.acts[number]
    assert record.found() == [("truncated", [5, 11, 12])]
    assert record.found(anchored=False) == []


def test_a_tail_whose_acts_remain_is_not_called_an_insertion(record):
    record.seals.pop()
    assert record.found() == [("truncated", [5, 11, 12])]


def test_everything_cut_off_is_located_by_the_anchor(record):
    record.seals, record.acts, record.waiting = [], {}, []
    assert record.found() == [("truncated", [1, 2, 3, 4]), ("truncated", [6, 7, 8, 9]), ("truncated", [5, 11, 12])]


def test_a_missing_seal_is_located(record):
    del record.seals[1]
    assert record.found() == [("seal", [6, 7, 8, 9])]


@pytest.mark.parametrize("column", ["at", "first_act", "last_act", "count", "covers", "previous", "digest"])
def test_an_altered_seal_is_located(record, column):
    record.seals[2][column] = {"covers": COLUMNS[:1], "count": 4}.get(column, 1 if "_act" in column else "0" * 64)
    found = [finding.seal for finding in verify(record.lines(), record.anchors).findings if finding.kind == "seal"]
    assert found == [3]


def test_an_edit_hidden_in_its_seal_is_located_by_the_anchor(record):
    record.acts[7]["changes"] = "别的"
    record.seals[1]["members"][1][1] = digest_of_act(record.acts[7], COLUMNS)
    assert record.found() == [("seal", [7])]


def test_an_edit_hidden_by_sealing_everything_again_is_located_by_the_anchor(record):
    record.acts[7]["changes"] = "别的"
    remade, previous = [], BEGINNING
    for one in record.seals:
        members = [record.acts[number] for number, _ in one["members"]]
        remade.append(seal(one["number"], members, previous))
        previous = remade[-1]["digest"]
    record.seals = remade
    assert record.found(anchored=False) == []
    assert record.found() == [("seal", [7]), ("seal", [])]


def test_a_seal_that_does_not_follow_the_one_before_is_located(record):
    record.seals[1] = seal(2, [record.acts[number] for number in (6, 7, 8, 9)], "1" * 64)
    findings = verify(record.lines(), None).findings
    assert [(finding.kind, finding.seal) for finding in findings] == [("seal", 2), ("seal", 3)]


def test_an_act_in_two_seals_is_located(record):
    record.seals.append(seal(4, [record.acts[9]], record.seals[-1]["digest"]))
    assert record.found() == [("seal", [9])]


def test_seals_that_the_anchor_does_not_have_yet_are_told_but_are_no_fault(record):
    record.anchors.pop()
    report = verify(record.lines(), record.anchors)
    assert (report.whole, report.unanchored) == (True, [3])


@pytest.mark.parametrize(
    ("change", "seals"),
    [
        (lambda anchors: anchors.pop(0), [1]),
        (lambda anchors: anchors.__setitem__(1, {"number": "x"}), [2]),
        (lambda anchors: anchors.append({**anchors[1], "digest": "0"}), [2]),
    ],
)
def test_an_anchor_that_was_changed_is_told(record, change, seals):
    change(record.anchors)
    findings = verify(record.lines(), record.anchors).findings
    assert [(finding.kind, finding.seal) for finding in findings] == [("anchor", number) for number in seals]


@given(st.data())
def test_no_single_change_to_a_sealed_act_is_missed(data):
    record = Record()
    number = data.draw(st.sampled_from([one for one in record.acts if one < 13]))
    column = data.draw(st.sampled_from(COLUMNS))
    value = data.draw(st.one_of(st.none(), st.integers(), st.text(), st.lists(st.text())))
    before = record.acts[number][column]
    record.acts[number][column] = value
    assert record.found() == ([] if value == before else [("edited", [number])])


@pytest.mark.parametrize(
    ("numbers", "words"), [([], ""), ([4], "4"), ([5, 3, 4], "3–5"), ([8, 1, 2, 10, 9], "1–2、8–10")]
)
def test_numbers_are_told_in_spans(numbers, words):
    assert spans(numbers) == words


def run(tmp_path: Path, record: Record) -> subprocess.CompletedProcess:
    for name, lines in (("export.jsonl", record.lines()), ("anchor.jsonl", record.anchors)):
        (tmp_path / name).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    alone = [sys.executable, "-I", "-S", FILE, tmp_path / "export.jsonl", tmp_path / "anchor.jsonl"]
    return subprocess.run(alone, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_one_file_runs_alone(tmp_path, record):
    whole = run(tmp_path, record)
    assert (whole.returncode, whole.stderr) == (0, "")
    assert whole.stdout.endswith("核对无误。\n")
    changed = deepcopy(record)
    changed.acts[7]["changes"] = "别的"
    told = run(tmp_path, changed)
    assert told.returncode == 1
    assert "第 7 条被改动" in told.stdout


def test_an_export_that_misses_its_columns_is_told_and_not_thrown(tmp_path, record):
    del record.seals[0]["members"]
    told = run(tmp_path, record)
    assert (told.returncode, told.stderr) == (1, "")
    assert "无法核对" in told.stdout


def test_without_a_file_it_says_how_it_is_run():
    told = subprocess.run([sys.executable, "-I", FILE], capture_output=True, text=True, encoding="utf-8", check=False)
    assert told.returncode == 2
    assert "python verify_export.py export.jsonl" in told.stderr


def test_it_imports_the_standard_library_only():
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(FILE.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    }
    assert imported - sys.stdlib_module_names == set()
