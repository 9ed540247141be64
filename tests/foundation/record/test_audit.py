"""`jingwei audit` on a real database: what somebody with all rights over it does is found and located."""

import json

import pytest
from django.core.management import call_command

from jingwei.foundation.record.sealing import seal
from jingwei.foundation.record.verify_export import main

from .tampering import tamper


def audit(capsys, *arguments: str) -> tuple[int, str]:
    """(exit code, what was said)"""
    code = 0
    try:
        call_command("audit", *arguments)
    except SystemExit as stopped:
        code = stopped.code
    return code, capsys.readouterr().out


def found(capsys) -> list[tuple[str, list[int]]]:
    code, said = audit(capsys, "verify", "--json")
    report = json.loads(said)
    assert report["whole"] is (code == 0)
    return [(finding["kind"], finding["acts"]) for finding in report["findings"]]


def test_a_record_that_nobody_touched_is_whole(sealed, capsys):
    code, said = audit(capsys, "verify")
    assert (code, said) == (0, "共 9 条操作记录，3 次封存。\n核对无误。\n")


def test_an_empty_record_is_whole(db, anchor, capsys):
    assert found(capsys) == []


def test_acts_that_wait_for_their_seal_are_told_and_are_no_fault(sealed, act, capsys):
    number = act("还没有封存")
    code, said = audit(capsys, "verify")
    assert code == 0
    assert f"尚未封存 1 条：{number}。" in said
    audit(capsys, "seal")
    assert "尚未封存" not in audit(capsys, "verify")[1]


@pytest.mark.parametrize(
    "column", ["at", "user_name", "post_title", "path", "action", "subject_title", "subject_pk", "changes"]
)
def test_an_edit_is_located(sealed, capsys, column):
    value = "'2020-01-01 00:00:00'" if column == "at" else "'x'"
    tamper(f"UPDATE record_act SET {column} = {value} WHERE id = {sealed[4]}")
    assert found(capsys) == [("edited", [sealed[4]])]


def test_a_deletion_is_located(sealed, capsys):
    one = sealed[4]
    tamper(f"DELETE FROM record_trace WHERE act_id = {one}", f"DELETE FROM record_act WHERE id = {one}")
    assert found(capsys) == [("deleted", [one])]


def test_a_swap_is_located(sealed, capsys):
    one, other = sealed[1], sealed[7]
    tamper(
        f"UPDATE record_act SET id = -1 WHERE id = {one}",
        f"UPDATE record_act SET id = {one} WHERE id = {other}",
        f"UPDATE record_act SET id = {other} WHERE id = -1",
    )
    assert found(capsys) == [("swapped", [one, other])]


COLUMNS = "at, user_id, user_name, post_id, post_title, path, action, subject_label, subject_pk, subject_title, changes"


@pytest.mark.parametrize("where", ["before", "after"])
def test_an_insertion_is_located_and_sealing_does_not_cover_it(sealed, act, capsys, where):
    number = sealed[0] - 100 if where == "before" else sealed[-1] + 100
    tamper(f"INSERT INTO record_act (id, {COLUMNS}) SELECT {number}, {COLUMNS} FROM record_act WHERE id = {sealed[3]}")
    assert found(capsys) == [("inserted", [number])]
    act("一件正当的事")
    audit(capsys, "seal")
    assert found(capsys) == [("inserted", [number])]


def test_a_cut_off_tail_is_located(sealed, capsys):
    tamper(
        f"DELETE FROM record_trace WHERE act_id >= {sealed[6]}",
        f"DELETE FROM record_act WHERE id >= {sealed[6]}",
        "DELETE FROM record_seal WHERE number = 3",
    )
    assert found(capsys) == [("truncated", sealed[6:])]


def test_a_cut_off_tail_stays_found_when_the_record_goes_on(sealed, act, capsys):
    tamper(
        f"DELETE FROM record_trace WHERE act_id >= {sealed[6]}",
        f"DELETE FROM record_act WHERE id >= {sealed[6]}",
        "DELETE FROM record_seal WHERE number = 3",
    )
    act("接着办事")
    seal()
    assert ("anchor", []) in found(capsys)


@pytest.mark.parametrize("column", ["members", "digest", "previous", "covers"])
def test_a_forged_seal_is_located(sealed, capsys, column):
    tamper(f"UPDATE record_seal SET {column} = '[[1,2' WHERE number = 2")
    code, said = audit(capsys, "verify")
    assert code == 1
    assert "第 2 次封存" in said


def test_an_anchor_that_is_gone_is_told(sealed, anchor, capsys):
    anchor.unlink()
    assert found(capsys) == [("anchor", [])]


def test_an_export_is_checked_by_the_one_file_with_the_same_answer(sealed, act, anchor, capsys, tmp_path):
    act("还没有封存")
    file = tmp_path / "export.jsonl"
    assert audit(capsys, "export", str(file))[0] == 0
    assert (main([str(file), str(anchor)]), capsys.readouterr().out) == audit(capsys, "verify")
    tamper(f"UPDATE record_act SET user_name = '别人' WHERE id = {sealed[2]}")
    audit(capsys, "export", str(file))
    assert (main([str(file), str(anchor)]), capsys.readouterr().out) == audit(capsys, "verify")


def test_an_export_holds_every_column_of_every_act(sealed, capsys, tmp_path):
    audit(capsys, "export", str(tmp_path / "export.jsonl"))
    lines = [json.loads(line) for line in (tmp_path / "export.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["kind"] for line in lines] == ["seal"] * 3 + ["act"] * 9
    assert set(lines[-1]) == {"kind", "id", *COLUMNS.split(", ")}
