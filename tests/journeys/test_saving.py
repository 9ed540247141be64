"""What is typed is neither lost nor done twice."""

import re

import pytest
from django.conf import settings

from .steps import press, said, sign_in

TASK = "征求组织生活会意见"
NOTE = "发出意见表三十份，收回二十八份。"


def open_form(visit, **options):
    page = visit("zhoumingyuan", width=375, **options)
    press(page, f"填进展：{TASK}")
    return page


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_double_tap_makes_one_report(visit, javascript):
    page = open_form(visit, javascript=javascript)
    page.get_by_label("做了什么").fill(NOTE)
    page.get_by_role("button", name="记下进展").dblclick(no_wait_after=True)
    page.wait_for_url(re.compile(r"/plans/tasks/\d+/$"))
    page.reload()
    assert page.locator("main").get_by_text(NOTE, exact=True).count() == 1


def test_a_stale_save_shows_both_texts_and_loses_neither(visit):
    first = visit("luoweixin", "/plans/")
    first.locator("tbody a", has_text="听澜街道").click()
    press(first.locator(".piece").first, "修改")
    second = visit("luoweixin", first.url)
    for page, text in ((first, "先保存的文字"), (second, "后保存的文字")):
        page.get_by_label("要做什么").fill(text)
        press(page, "保存")
    both = second.locator(".versions").inner_text()
    assert "先保存的文字" in both
    assert "后保存的文字" in both
    assert second.get_by_label("要做什么").input_value() == "后保存的文字"
    press(second, "保存")
    assert "后保存的文字" in second.locator(".piece").first.inner_text()


def test_what_was_typed_survives_a_lost_session(visit):
    page = open_form(visit)
    page.get_by_label("做了什么").fill(NOTE)
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    press(page, "记下进展")
    page.wait_for_url("**/login/**")
    sign_in(page, "zhoumingyuan")
    assert page.get_by_label("做了什么").input_value() == NOTE
    assert "已为您接上" in page.locator(".kept").inner_text()
    press(page, "记下进展")
    assert said(page) == "进展已记下。"
    press(page, "填进展")
    assert page.get_by_label("做了什么").input_value() == "", "a draft that was sent is done with"
