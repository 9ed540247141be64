"""Files made to hurt are refused before they are parsed, quickly and in little memory."""

import json
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from tests.foundation.spreadsheets.made import HEADS, ROW, xlsx
from tests.foundation.spreadsheets.test_reading import refusal

pytestmark = pytest.mark.slow  # takes seconds, so `make check` leaves it to `make test`

MB = 1024 * 1024
BOMB = "文件解开后大得不正常，为安全起见没有读取。"
SHEET = "xl/worksheets/sheet1.xml"

# Reads the file in a fresh process and tells the seconds that its child has used the processor for (the wall clock is
# at the mercy of what else runs), and the peak memory of that process and of its child, in MB.
MEASURED = """
import json, os, resource, sys
from pathlib import Path
os.environ["DJANGO_SETTINGS_MODULE"] = "jingwei.config.settings.test"
from jingwei.foundation.documents.errors import Unreadable
from tests.foundation.spreadsheets.made import opened
try:
    said = len(opened(Path(sys.argv[1]))[1])
except Unreadable as refusal:
    said = refusal.message
used = resource.getrusage(resource.RUSAGE_CHILDREN)
seconds = used.ru_utime + used.ru_stime
# Not ru_maxrss: that of a process just begun still holds the peak of the one that began it.
(own,) = [line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(json.dumps([said, seconds, int(own) // 1024, used.ru_maxrss // 1024]))
"""


def measured(path: Path) -> tuple[str | int, float, int, int]:
    done = subprocess.run([sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True)
    said, seconds, parent, child = json.loads(done.stdout)
    return said, seconds, parent, child


def packed(path: Path, parts: dict[str, bytes], *, ending: bytes = b"", times: int = 0) -> Path:
    """A copy of a small workbook with these parts in place of its own; `ending` is written `times` times after the
    sheet."""
    small = xlsx(path.with_name("small.xlsx"), [HEADS, ROW])
    with zipfile.ZipFile(small) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in dict.fromkeys((*source.namelist(), *parts)):
            with target.open(name, "w", force_zip64=True) as entry:
                entry.write(parts.get(name) or source.read(name))
                if name == SHEET and times:
                    entry._compressor = Repeating(entry._compressor)
                    for _ in range(times):
                        entry.write(ending)
    return path


class Repeating:
    """Packs one text that comes again and again only once: a bomb is made in a moment."""

    def __init__(self, before):
        self._before, self._packed = before.flush(zlib.Z_FULL_FLUSH), b""
        self._packer = zlib.compressobj(9, zlib.DEFLATED, -15)

    def compress(self, data):
        self._packed = self._packed or self._packer.compress(data) + self._packer.flush(zlib.Z_FULL_FLUSH)
        before, self._before = self._before, b""
        return before + self._packed

    def flush(self):
        return zlib.compressobj(9, zlib.DEFLATED, -15).flush()


@pytest.fixture
def uncounted(monkeypatch):
    """Gigabytes are made without their check sums, which nobody will come to read."""
    monkeypatch.setattr(zipfile, "crc32", lambda data, before=0: 0)


def test_a_bomb_of_a_few_megabytes_is_refused_within_a_second_and_300_mb(tmp_path, uncounted):
    cell = b'<c r="A1" t="inlineStr"><is><t>1</t></is></c>'
    bomb = packed(tmp_path / "a.xlsx", {}, ending=cell * (MB // len(cell)), times=900)
    assert 2 * MB < bomb.stat().st_size < 4 * MB  # 900 MB when unpacked
    said, seconds, parent, child = measured(bomb)
    assert said == BOMB
    assert seconds < 1
    assert max(parent, child) < 300


def test_a_bomb_that_lies_about_its_size_is_refused_too(tmp_path, uncounted):
    bomb = packed(tmp_path / "a.xlsx", {}, ending=b" " * MB, times=300)
    with zipfile.ZipFile(bomb) as archive:
        real = archive.getinfo(SHEET).file_size.to_bytes(4, "little")
    data = bomb.read_bytes()
    assert data.count(real) >= 1  # there is a size to lie about
    bomb.write_bytes(data.replace(real, (5_000).to_bytes(4, "little")))
    said, _, parent, child = measured(bomb)
    assert said in (BOMB, "文件已损坏，打不开。")
    assert max(parent, child) < 300


def test_a_sheet_whose_two_cells_are_far_apart_takes_nothing_with_it(tmp_path):
    far = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        b"</sheetData></worksheet>"
    )
    said, _, parent, child = measured(packed(tmp_path / "a.xlsx", {SHEET: far}))
    assert said == "表格太大，没有读完。"
    assert (parent < 300, child < 750) == (True, True)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"xl/vbaProject.bin": b"x"}, "表格里带有宏，为安全起见没有读取。"),
        ({"xl/macrosheets/sheet1.xml": b"x"}, "表格里带有宏，为安全起见没有读取。"),
        ({"xl/externalLinks/externalLink1.xml": b"x"}, "表格引用了别的文件里的数据，为安全起见没有读取。"),
        ({"xl/connections.xml": b"x"}, "表格引用了别的文件里的数据，为安全起见没有读取。"),
        ({"xl/embeddings/oleObject1.bin": b"x"}, "表格里嵌入了别的文件，为安全起见没有读取。"),
        ({"xl/media/image1.png": b"PK\x03\x04 inside"}, "表格里还夹着压缩包，为安全起见没有读取。"),
        ({SHEET: b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'}, BOMB),
        ({f"xl/media/{number}.txt": b"x" for number in range(3_001)}, BOMB),
        ({SHEET: b"<worksheet>" + b" " * 30 * MB}, BOMB),
        ({"xl/workbook.xml": b"<broken"}, "文件已损坏，打不开。"),
        ({SHEET: b"<worksheet><sheetData><row><c"}, "文件已损坏，打不开。"),
    ],
)
def test_what_a_table_does_not_need_is_refused(tmp_path, parts, said):
    assert refusal(packed(tmp_path / "a.xlsx", parts))[0] == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("word/document.xml", "这是 Word 文件，不是表格。"),
        ("ppt/presentation.xml", "这是演示文稿，不是表格。"),
        ("content.xml", "暂时读不了 .ods 表格。"),
        ("xl/workbook.bin", "暂时读不了 .xlsb 表格。"),
        ("a.txt", "这是一个压缩包，不是表格。"),
    ],
)
def test_another_kind_of_archive_is_named(tmp_path, name, said):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr(name, "x")
    assert refusal(tmp_path / "a.xlsx")[0] == said


def test_an_old_workbook_with_macros_or_a_password_is_refused(tmp_path):
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512
    (tmp_path / "a.xls").write_bytes(ole + "_VBA_PROJECT_CUR".encode("utf-16-le"))
    (tmp_path / "b.xlsx").write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
    (tmp_path / "c.xls").write_bytes(ole + "WordDocument".encode("utf-16-le"))
    assert [refusal(tmp_path / name)[0] for name in ("a.xls", "b.xlsx", "c.xls")] == [
        "表格里带有宏，为安全起见没有读取。",
        "这个文件设了密码，读不了。",
        "这是 Word 文件，不是表格。",
    ]


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path):
    with (tmp_path / "a.csv").open("wb") as stream:
        stream.write("姓名,性别\n".encode())
        stream.truncate(61 * MB)
    said, seconds, _, child = measured(tmp_path / "a.csv")
    assert said == "文件太大，超过了 60 MB。"
    assert (seconds < 1, child < 60) == (True, True)


@pytest.mark.slow
def test_a_hundred_thousand_rows_are_read_within_500_mb(tmp_path):
    def line(texts):
        cells = (f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
        return f"<row>{''.join(cells)}</row>".encode()

    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    rows = line((*HEADS, *(f"其他{number}" for number in range(14)))) + b"".join(
        line((f"党员{'甲乙丙丁'[number % 4]}", *ROW[1:], *[number] * 14)) for number in range(100_000)
    )
    path = packed(tmp_path / "a.xlsx", {SHEET: head + rows + b"</sheetData></worksheet>"})
    assert path.stat().st_size * 150 > len(rows)  # dull, but no bomb
    said, seconds, parent, child = measured(path)
    assert said == 100_000
    assert parent < 500
    assert child < 500
    assert seconds < 30
