import pytest

from jingwei.foundation.documents import Unreadable, plain_text
from jingwei.foundation.documents.pdf_signs import everyday_signs

from .made import pdf

pytestmark = pytest.mark.slow  # takes seconds, so `make check` leaves it to `make test`

LEFT, INDENT, WIDE = 90, 122, 26  # a full line holds 26 signs of 16 points
LONG = "坚持把组织建在服务群众的最前面推动资源力量下沉到社区每季度至少召开一次支部党员大会并做好记录不走过场。"


def page(*lines: tuple[float, str]) -> list[tuple[float, float, str]]:
    return [(x, 780 - 28 * index, text) for index, (x, text) in enumerate(lines)]


def wrapped(text: str) -> list[tuple[float, str]]:
    """A paragraph as a layout breaks it: indented by two signs, then full lines."""
    first, rest = text[: WIDE - 2], text[WIDE - 2 :]
    return [(INDENT, first), *((LEFT, rest[at : at + WIDE]) for at in range(0, len(rest), WIDE))]


def lines(*pages: list[tuple[float, float, str]]) -> list[str]:
    return plain_text("要点.pdf", pdf(*pages)).text.split("\n")


def test_the_lines_of_a_layout_become_paragraphs() -> None:
    only = page((200, "柳溪镇2024年工作要点"), *wrapped(LONG), (INDENT, "一、建强组织"), *wrapped(f"（一）{LONG}"))
    assert lines(only) == ["柳溪镇2024年工作要点", LONG, "一、建强组织", f"（一）{LONG}"]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    broken = wrapped(LONG)
    first = page(*wrapped(LONG), *broken[:1], (280, "— 1 —"))
    assert lines(first, page(*broken[1:], (280, "— 2 —"))) == [LONG, LONG]


def test_a_heading_does_not_run_into_a_full_line_before_it() -> None:
    full = "坚" * WIDE
    assert lines(page((LEFT, full), (LEFT, full), (LEFT, "（二）走访"), (LEFT, "3．慰问"))) == [
        full * 2,
        "（二）走访",
        "3．慰问",
    ]


def test_a_full_line_that_ends_a_sentence_ends_the_paragraph_where_none_is_indented() -> None:
    full = "坚" * (WIDE - 1) + "。"
    assert lines(page((LEFT, full), (LEFT, full))) == [full, full]


def test_a_stray_line_beyond_the_edge_changes_nothing() -> None:
    stray = [(30, "内部资料"), (LEFT, "抄送" * 14)]
    assert lines(page(*stray, *wrapped(LONG), *wrapped(LONG)))[-2:] == [LONG, LONG]


def test_a_title_drawn_wide_is_drawn_together() -> None:
    assert lines(page((200, "工 作 要 点"), (LEFT, "走访 每月1次"), (LEFT, "甲 乙"))) == [
        "工作要点",
        "走访 每月1次",
        "甲 乙",
    ]


def test_a_space_stays_between_latin_words_only() -> None:
    first, second = "坚持推进" + "数字化服务" * 4 + "OK", "go服务"
    assert lines(page((LEFT, "坚" * 25), (LEFT, first), (LEFT, second)))[-1].endswith("OK go服务")


def test_page_numbers_and_running_headers_go() -> None:
    pages = [
        page((90, "柳溪镇党建办 内部资料"), (INDENT, f"{text}。"), (280, f"第 {n} 页 共 4 页"))
        for n, text in enumerate(["走访", "慰问", "学习", "开会"], start=1)
    ]
    assert lines(*pages) == ["走访。", "慰问。", "学习。", "开会。"]


@pytest.mark.parametrize(
    "number", ["3", "- 3 -", "—3—", "－ 3 －", "3/10", "第3页", "第 3 页 共 10 页", "第3页，共10页"]
)
def test_a_page_number_in_any_form_goes(number: str) -> None:
    assert lines(page((INDENT, "每季度召开一次会议。"), (280, number))) == ["每季度召开一次会议。"]


def test_a_scanned_pdf_is_refused_with_a_way_out() -> None:
    with pytest.raises(Unreadable) as caught:
        plain_text("a.pdf", pdf([], []))
    assert caught.value.message == "这个 PDF 是扫描件，只有图片，没有文字。"
    assert caught.value.next_step == "请上传原来的 Word 文件，或复制全文直接粘贴。"


def test_pages_without_text_are_told() -> None:
    read = plain_text("a.pdf", pdf(page((INDENT, "每季度召开一次会议。")), []))
    assert read.warnings == ("第 2 页没有读到文字，可能是扫描的图片，请对照原文补上。",)


def test_a_pdf_with_a_password_is_refused() -> None:
    with pytest.raises(Unreadable, match="这个 PDF 设了密码"):
        plain_text("a.pdf", pdf(page((90, "机密")), locked=True))


def test_radicals_become_the_characters_they_look_like() -> None:
    assert everyday_signs("⼀、为⼈⺠服务，⻓期") == "一、为人民服务，长期"
