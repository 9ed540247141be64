"""The page as it is printed: LibreOffice makes a PDF of the paper, and what stands where is measured on it."""

import subprocess
from collections import namedtuple
from datetime import date

import pypdfium2
import pytest

from jingwei.foundation.documents.official import official_document

pytestmark = pytest.mark.slow

MM = 25.4 / 72
Line = namedtuple("Line", "text left right top bottom")  # in millimetres from the left and the upper edge


def lines(page):
    """The lines of a page from above: signs that stand at the same height."""
    content, height = page.get_textpage(), page.get_height()
    found = {}
    for index in range(content.count_chars()):
        sign = content.get_text_range(index, 1)
        if sign.strip():
            left, bottom, right, top = content.get_charbox(index, loose=True)
            found.setdefault(round(bottom / 6), []).append((left, sign, right, height - top, height - bottom))
    return [_line(sorted(found[key])) for key in sorted(found, reverse=True)]


def _line(signs):
    text = "".join(sign for _, sign, *_ in signs)
    sides = (signs[0][0], max(s[2] for s in signs), min(s[3] for s in signs), max(s[4] for s in signs))
    return Line(text, *(side * MM for side in sides))


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    room = tmp_path_factory.mktemp("printed")
    paper = official_document(
        "关于上半年工作的报告",
        [(1, "一、基本情况"), (0, "经纬" * 700), (0, "末段。")],
        sender="云桥镇党委",
        day=date(2026, 7, 9),
    )
    (room / "报告.docx").write_bytes(paper)
    command = ["soffice", f"-env:UserInstallation={(room / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(room), str(room / "报告.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = pypdfium2.PdfDocument((room / "报告.pdf").read_bytes())
    yield [(page.get_size(), lines(page)) for page in document]
    document.close()


def test_the_sheet_is_a4(pages):
    assert {(round(width * MM), round(height * MM)) for (width, height), _ in pages} == {(210, 297)}


def test_a_full_page_has_22_lines_of_28_signs(pages):
    _, (*body, _) = pages[1]
    assert [len(line.text) for line in body] == [28] * 22


def test_the_type_area_stands_where_the_standard_puts_it(pages):
    _, (*body, _) = pages[1]
    assert min(line.left for line in body) == pytest.approx(28, abs=1)
    assert max(line.right for line in body) == pytest.approx(210 - 26, abs=1.5)
    middles = [(line.top + line.bottom) / 2 for line in body]
    step = (middles[-1] - middles[0]) / 21
    assert step == pytest.approx(225 / 22, abs=0.05)
    assert middles[0] - step / 2 == pytest.approx(37, abs=2)
    assert middles[-1] + step / 2 == pytest.approx(297 - 35, abs=2)


def test_a_paragraph_begins_two_signs_in(pages):
    _, (_, heading, first, second, *_) = pages[0]
    assert heading.text == "一、基本情况"
    assert [len(first.text), len(second.text)] == [26, 28]
    assert first.left - second.left == pytest.approx(2 * 156 / 28, abs=0.5)


def test_the_title_stands_in_the_middle(pages):
    title = pages[0][1][0]
    assert title.text == "关于上半年工作的报告"
    assert (title.left + title.right) / 2 == pytest.approx(28 + 156 / 2, abs=1)


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(pages):
    numbers = [found[-1] for _, found in pages]
    assert [number.text for number in numbers] == ["—1—", "—2—", "—3—"]
    assert [numbers[0].right, numbers[2].right] == pytest.approx([210 - 26 - 5] * 2, abs=1)
    assert numbers[1].left == pytest.approx(28 + 5, abs=1)
    assert [(one.top + one.bottom) / 2 - 262 for one in numbers] == pytest.approx([7] * 3, abs=1.5)


def test_sender_and_day_stand_at_the_right(pages):
    last, sender, day, _ = pages[2][1][-4:]
    assert [last.text, sender.text, day.text] == ["末段。", "云桥镇党委", "2026年7月9日"]
    assert day.right == pytest.approx(210 - 26 - 4 * 156 / 28, abs=1.5)
    assert sender.right == pytest.approx(210 - 26 - 4.5 * 156 / 28, abs=1.5)  # five signs centred over six
