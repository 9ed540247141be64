"""A report writes itself: every number of the draft opens what it counts, and what a hand changed is told."""

import re
from io import BytesIO

import pytest
from docx import Document

from .steps import press, said

EXACT = re.compile(r"(\d+)[^\d余万.%]")


def draft(page, template, period):
    """From the list of reports to the draft."""
    press(page.locator("main"), "起草总结")
    press(page.locator("main"), template)
    page.get_by_role("radio", name=period).first.check()
    press(page, "自动成稿")
    assert said(page) == "草稿写好了。每个数都可以点开核对。"


def counts(page):
    """(address, number) of the exact counts in the draft that open a list."""
    links = page.locator("article a[href*='/rows/']").all()
    told = [(link.get_attribute("href"), link.inner_text().strip()) for link in links]
    return [(href, int(found.group(1))) for href, words in told if (found := EXACT.match(words))]


@pytest.mark.parametrize("template", ["督办月报", "半年工作总结"])
def test_every_number_opens_a_list_of_so_many(visit, template):
    page = visit("shenjing", "/reports/")
    draft(page, template, re.compile("到目前为止"))
    found = [(href, number) for href, number in counts(page) if number]
    assert len(found) >= 5
    for href, number in found:
        assert page.goto(href).status == 200
        assert (href, number_of(page)) == (href, number)


def number_of(page):
    """The number that the page of a list says, which is that of its rows: else it would say why not."""
    assert page.locator("main .notice.warn").count() == 0
    return int(page.locator(".figures b").inner_text().replace(",", "").rstrip("名个项件次条份户届人分钟 "))


def test_a_number_changed_by_hand_is_marked_and_the_word_file_downloads(visit):
    page = visit("shenjing", "/reports/")
    draft(page, "党建工作月报", re.compile("到目前为止"))
    page.locator("article p", has_text="共有党员").get_by_role("link", name="修改").click()
    box = page.get_by_label("文字")
    old = re.search(r"共有党员(\d+)名", box.input_value()).group(1)
    box.fill(box.input_value().replace(f"共有党员{old}名", "共有党员9999名"))
    press(page, "保存")
    assert f"✎ 人工改动：自动统计为 {old}名" in page.locator("article").inner_text()
    press(page, "人工改动清单")
    assert f"{old}名" in page.locator("tbody tr").first.inner_text()
    with page.expect_download() as download:
        press(page, "下载送审稿")
    words = "".join(one.text for one in Document(BytesIO(download.value.path().read_bytes())).paragraphs)
    assert ("共有党员9999名" in words, f"自动统计为“{old}名”，现写为“9999名”" in words) == (True, True)


def test_a_draft_is_written_and_edited_without_a_script(visit):
    page = visit("shenjing", "/reports/", javascript=False, width=375)
    draft(page, "经验材料", re.compile("年"))
    page.locator("article p").first.get_by_role("link", name="修改").click()
    page.get_by_label("文字").fill("云桥镇的做法如下。")
    press(page, "保存")
    assert "云桥镇的做法如下。" in page.locator("article").inner_text()
