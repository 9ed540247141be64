"""Reading a document in: what comes in well and badly. Nothing that was typed is lost."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jingwei.kernels.plans.models import Plan
from tests.foundation.documents.made import docx, paragraph, pdf

from ..conftest import TEXT, words_of

TYPED = "已经写好的一段话"


def uploaded(name, data):
    return SimpleUploadedFile(name, data)


def bomb():
    """A Word file of a few kilobytes that unpacks to far more than any document holds."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as entry:
            for _ in range(120):
                entry.write(b" " * 1_000_000)
    return file.getvalue()


def large():
    """A file of 100 MB, most of which is never looked at."""
    file = uploaded("要点.docx", b"PK\x03\x04" + bytes(100 * 1024 * 1024))
    assert file.size > 100 * 1024 * 1024
    return file


BAD = {
    "an empty file": (lambda: uploaded("要点.docx", b""), "这个文件是空的，请换一个"),
    "a scanned PDF": (lambda: uploaded("要点.pdf", pdf([])), "粘贴"),
    "a file of 100 MB": (large, "超过了20MB。请删去文件里的图片后再上传，或把全文直接粘贴进来。"),
    "a zip bomb": (lambda: uploaded("要点.docx", bomb()), "请"),
    "an old Word file": (lambda: uploaded("要点.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "另存为"),
    "a picture": (lambda: uploaded("要点.png", b"\x89PNG\r\n\x1a\n" + bytes(100)), "请上传原来的Word文件"),
    "a spreadsheet": (lambda: uploaded("要点.docx", zipped_as("xl/workbook.xml")), "Excel表格"),
}


def zipped_as(entry):
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(entry, "<x/>")
    return file.getvalue()


@pytest.mark.parametrize("what", BAD)
def test_a_file_that_cannot_be_read_says_what_to_do_and_loses_nothing(cast, browser, what):
    make, words = BAD[what]
    answer = browser("office_town").post("new", upload=make(), pasted=TYPED)
    page = words_of(answer)
    assert (answer.status_code, words in page, TYPED in page) == (422, True, True)
    assert Plan._base_manager.count() == 0


def test_nothing_at_all_is_not_read(cast, browser):
    answer = browser("office_town").post("new")
    assert (answer.status_code, "请选一个文件" in words_of(answer)) == (422, True)


GOOD = {
    "pasted": lambda: {"pasted": TEXT},
    "GB18030": lambda: {"upload": uploaded("要点.txt", TEXT.encode("gb18030"))},
    "UTF-8 with a mark": lambda: {"upload": uploaded("要点.txt", TEXT.encode("utf-8-sig"))},
    "UTF-16": lambda: {"upload": uploaded("要点.txt", TEXT.encode("utf-16"))},
    "Word": lambda: {"upload": uploaded("要点.docx", docx("".join(paragraph(line) for line in TEXT.splitlines())))},
    "a web page": lambda: {
        "upload": uploaded("要点.html", f"<html><body><p>{TEXT.replace(chr(10), '</p><p>')}</p></body></html>".encode())
    },
}


@pytest.mark.parametrize("what", GOOD)
def test_a_document_is_read_into_a_draft(cast, browser, what):
    answer = browser("office_town").post("new", **GOOD[what]())
    plan = Plan._base_manager.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/plans/{plan.pk}/review/")
    assert (plan.title, plan.year, plan.organization) == ("云桥镇2026年基层党建工作要点", 2026, cast.tree.town)
    page = words_of(browser("office_town").get("review", plan.pk))
    assert "读出2章3条" in page and "（二）办好联席会议" in page


def test_a_document_without_numbering_is_read_and_said_so(cast, browser):
    office = browser("office_town")
    answer = office.post("new", pasted="今年全镇每个村至少建成1个活动室。\n各村每月开展1次志愿服务。")
    page = words_of(office.client.get(answer["Location"]))
    assert "没有找到“一、（一）1.”这样的编号" in page and "每个村至少建成1个活动室" in page


def test_a_file_that_is_not_what_it_is_called_is_read_and_said_so(cast, browser):
    office = browser("office_town")
    answer = office.post("new", upload=uploaded("要点.pdf", TEXT.encode()))
    assert "内容却是纯文字" in words_of(office.client.get(answer["Location"]))


def test_the_same_form_sent_twice_makes_one_draft(cast, browser):
    office, key = browser("office_town"), "7a1d0b0e-3f0a-4f4e-9d7e-1f1f5f0f8a11"
    first = office.client.post("/plans/new/", {"request_key": key, "pasted": TEXT})
    second = office.client.post("/plans/new/", {"request_key": key, "pasted": TEXT})
    assert first["Location"] == second["Location"]
    assert Plan._base_manager.count() == 1


def test_a_draft_is_read_again_from_corrected_text(cast, browser, draft):
    office = browser("office_town")
    assert "云桥镇2026年基层党建工作要点" in words_of(office.get("again", draft.pk))
    answer = office.post(
        "again", draft.pk, pasted="2026年要点\n一、开会\n（一）例会。每月开会一次。", version=draft.version
    )
    assert answer.status_code == 302
    assert "读出1章1条" in words_of(office.get("review", draft.pk))


def test_a_draft_is_thrown_away_after_a_question(cast, browser, draft):
    office = browser("office_town")
    assert "不能恢复" in words_of(office.get("plan_removal", draft.pk))
    assert office.post("plan_removal", draft.pk, version=draft.version)["Location"] == "/plans/"
    assert Plan._base_manager.count() == 0
