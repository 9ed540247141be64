"""Whatever the file, it is read or refused with words; nothing else happens."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jingwei.foundation.documents.errors import Unreadable
from jingwei.foundation.spreadsheets.process.archive import judge
from jingwei.foundation.spreadsheets.process.comma import CommaBook
from jingwei.foundation.spreadsheets.process.contents import format_of
from jingwei.foundation.spreadsheets.process.frames import Refusal
from tests.foundation.spreadsheets.made import HEADS, ROW, opened, xls, xlsx

pytestmark = pytest.mark.slow  # takes seconds, so `make check` leaves it to `make test`

QUICK = settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
CHEAP = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
SHEET = "xl/worksheets/sheet1.xml"


def read_or_refused(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    try:
        return f"{len(opened(path)[1])} rows"
    except Unreadable as refusal:
        assert refusal.message.endswith("。") and refusal.next_step.endswith("。")
        return refusal.message


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """The bytes of a good file of each format."""
    folder = tmp_path_factory.mktemp("good")
    lines = "\r\n".join((",".join(HEADS), ",".join(ROW))).encode("gb18030")
    return {
        "xlsx": xlsx(folder / "a.xlsx", [HEADS, ROW]).read_bytes(),
        "xls": xls(folder / "a.xls", [HEADS, ROW]).read_bytes(),
        "csv": lines,
    }


@pytest.mark.parametrize("kind", ["xlsx", "xls", "csv"])
@QUICK
@given(st.floats(0, 1), st.sampled_from(["xlsx", "xls", "csv"]))
def test_a_file_cut_off_or_renamed_is_read_or_refused(tmp_path, good, kind, share, ending):
    data = good[kind]
    read_or_refused(tmp_path / f"a.{ending}", data[: int(len(data) * share)])


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
@QUICK
@given(st.lists(st.tuples(st.floats(0, 0.999), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6))
def test_a_damaged_file_is_read_or_refused(tmp_path, good, kind, wounds):
    data = bytearray(good[kind])
    for share, cut in wounds:
        place = int(len(data) * share)
        data[place : place + len(cut)] = cut
    read_or_refused(tmp_path / "a", bytes(data))


@QUICK
@given(st.one_of(st.text("<>/=\"'crvft 0129AB#sheetDatarow&;!", max_size=300).map(str.encode), st.binary(max_size=300)))
def test_any_sheet_in_a_right_archive_is_read_or_refused(tmp_path, good, content):
    (tmp_path / "good.xlsx").write_bytes(good["xlsx"])
    with zipfile.ZipFile(tmp_path / "good.xlsx") as source, zipfile.ZipFile(tmp_path / "made.xlsx", "w") as target:
        for name in source.namelist():
            target.writestr(name, b"<worksheet><sheetData>" + content if name == SHEET else source.read(name))
    read_or_refused(tmp_path / "a", (tmp_path / "made.xlsx").read_bytes())


@CHEAP
@given(st.one_of(st.binary(max_size=400), st.binary(max_size=200).map(lambda data: b"PK\x03\x04" + data)))
def test_any_bytes_are_judged_without_a_crash(tmp_path, data):
    path = tmp_path / "a"
    path.write_bytes(data)
    try:
        if format_of(path) == "csv":
            book = CommaBook(path)
            assert len(book.offers()) == 1
            assert all(isinstance(row, list) for _, row in book.rows(0, 0))
        else:
            judge(path)
    except Refusal as refusal:
        assert refusal.code


@CHEAP
@given(st.text(max_size=300))
def test_any_text_is_cut_into_cells_without_a_crash(tmp_path, text):
    path = tmp_path / "a"
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    try:
        places = [place for place, _ in CommaBook(path).rows(0, 0)]
        assert places == list(range(len(places)))
    except Refusal as refusal:
        assert refusal.code in ("encoding", "quotes")
