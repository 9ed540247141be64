"""Files made to eat the machine are refused quickly and in little memory."""

import struct
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from jingwei.foundation.documents import Unreadable, plain_text

from .made import W, docx, paragraph, pdf, with_content, zipped

pytestmark = pytest.mark.slow  # takes seconds, so `make check` leaves it to `make test`

ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


def bomb_of_one_entry() -> bytes:
    """320 kB that unpack to 320 MB."""
    file = BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open("word/document.xml", "w") as entry,
    ):
        for _ in range(20):
            entry.write(b"\x00" * (1 << 24))
    return file.getvalue()


def lying_bomb() -> bytes:
    """An entry of 64 MB whose directory says 10 bytes."""
    data = bytearray(zipped({"word/document.xml": b" " * (1 << 26)}))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    return bytes(data)


@pytest.mark.parametrize(
    "make",
    [
        lying_bomb,
        lambda: docx(f"<w:p/>{' ' * (40 << 20)}"),
        lambda: docx("<w:p/>" * 2_000_000),
        lambda: docx(paragraph("字"), extra={f"word/media/{n}.png": b"" for n in range(3_000)}),
        lambda: docx(paragraph("字"), extra={"word/media/1.png": b"\x00" * (200 << 20)}),
        lambda: docx("".join(f"<w:b{n % 7}/>" for n in range(1_400_000))),
        lambda: zipped({"word/document.xml": f'<!DOCTYPE w [{ENTITIES}]><w:document xmlns:w="{W}">&e11;</w:document>'}),
        lambda: zipped({"word/document.xml": f'<!DOCTYPE w [{ENTITIES}]><w:document xmlns:w="{W}"/>'.encode("utf-16")}),
        lambda: docx("<w:sdt>" * 100_000),
    ],
    ids=["lying", "spaces", "paragraphs", "entries", "picture", "markup", "entities", "entities in UTF-16", "depth"],
)
def test_a_bomb_is_refused_in_under_a_second(make: Callable[[], bytes]) -> None:
    data = make()
    begun = time.perf_counter()
    with pytest.raises(Unreadable) as caught:
        plain_text("要点.docx", data)
    assert time.perf_counter() - begun < 1
    assert caught.value.next_step


def test_a_bomb_is_refused_in_little_memory() -> None:
    code = (
        "import re, sys; from jingwei.foundation.documents import plain_text, Unreadable\n"
        "try: plain_text('a.docx', sys.stdin.buffer.read())\n"
        "except Unreadable: print(re.search(r'VmHWM:\\s*(\\d+) kB', open('/proc/self/status').read())[1])"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code], input=bomb_of_one_entry(), capture_output=True, cwd=root, check=True
    )
    assert 0 < int(done.stdout) < 300_000


def test_a_file_of_the_machine_is_not_read_into_a_document(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密")
    entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    xml = f'{entity}<w:document xmlns:w="{W}"><w:body>&x;</w:body></w:document>'
    with pytest.raises(Unreadable):
        plain_text("a.docx", zipped({"word/document.xml": xml}))


@pytest.mark.parametrize("tag", ["<div>", "<div class=nav>", "<header>"])
def test_a_page_nested_a_thousand_deep_is_read(tag: str) -> None:
    assert (
        plain_text("a.html", f"<html><body>{tag * 1_000}<p>每季度召开一次会议。".encode()).text
        == "每季度召开一次会议。"
    )


@pytest.mark.parametrize("tag", ["<div>", "<div class=nav>", "<header>"])
def test_a_page_nested_without_end_is_refused_quickly(tag: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(Unreadable, match="这个网页太复杂"):
        plain_text("a.html", f"<html><body>{tag * 500_000}<p>每季度召开一次会议。".encode())
    assert time.perf_counter() - begun < 2


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    with pytest.raises(Unreadable, match="超过了 300 页"):
        plain_text("a.pdf", pdf(*([[(90, 700, "一页文字")]] * 301)))


def test_a_pdf_that_unpacks_without_end_is_given_up() -> None:
    packing = zlib.compressobj(9)
    head = packing.compress(b" " * (1 << 20)) + packing.flush(zlib.Z_FULL_FLUSH)
    block = packing.compress(b" " * (1 << 20)) + packing.flush(zlib.Z_FULL_FLUSH)
    stream = head + block * 4_000  # 4 GB
    hull = pdf([(90, 700, "一页文字")])
    begun = time.perf_counter()
    with pytest.raises(Unreadable):
        plain_text("a.pdf", with_content(hull, stream))
    assert time.perf_counter() - begun < 25
