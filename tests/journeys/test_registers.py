"""The registers as their users meet them: a roster out of Excel, a member who moves, a member who asks who looked."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from jingwei.foundation.clock import today
from jingwei.organizations.models import Post
from tests.background import run_jobs

from .steps import fill, press, row

HEADS = ("党员姓名", "性别", "族别", "出生年月", "文化程度", "个人身份", "支部名称", "入党时间", "手机")
BRANCH = "梧桐居民区第二党支部"
RIGHT = ("高云舒", "女", "汉", "1985.7", "大学本科毕业", "职员", BRANCH, "2008年6月20日", "13900001234")
WRONG = ("卓远帆", "男", "汉族", "1990-02-30", "大学本科毕业", "职员", "没有这个支部", "2012-07-01", "1390000")
MENDED = ("卓远帆", "男", "汉族", "1990-02-28", "大学本科毕业", "职员", BRANCH, "2012-07-01", "13900005678")


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """A roster as an office keeps it: a title above, headings of its own, one row with three mistakes."""
    book, file = Workbook(), tmp_path / "党员花名册.xlsx"
    sheet = book.active
    sheet.append(["云桥镇党员花名册"])
    for line in (HEADS, RIGHT, WRONG):
        sheet.append(line)
    book.save(file)
    return file


def send(page, file: Path) -> None:
    """Send a file from the page that takes one, and wait until it has been checked."""
    page.get_by_label("填好的表格").set_input_files(file)
    press(page, "上传并检查")
    run_jobs()
    page.reload()


def confirm(page) -> None:
    press(page, "确认导入")
    run_jobs()
    page.reload()


def mend(file: Path) -> None:
    """Put the right values where the wrong ones stand in the file of rejected rows."""
    book = load_workbook(file)
    sheet = book.active
    cells = [cell for line in sheet.iter_rows() for cell in line]
    for wrong, right in zip(WRONG, MENDED, strict=True):
        if wrong != right:
            next(cell for cell in cells if cell.value == wrong).value = right
    book.save(file)


def test_a_clerk_imports_a_roster_with_mistakes_mends_them_and_finishes(visit, roster, tmp_path):
    clerk = visit("shenjing", "/spreadsheets/")
    press(clerk, "导入党员")
    send(clerk, roster)
    assert clerk.locator(".tabs").inner_text().split() != []
    wrong = row(clerk, "卓远帆").inner_text()
    assert all(words in wrong for words in ("出生日期", "2 月没有 30 日", "没有这个支部", "手机号码"))
    confirm(clerk)
    assert "2 = 1 + 0 + 0 + 1" in clerk.locator("main").inner_text()

    with clerk.expect_download() as download:
        press(clerk, "下载有误的行")
    file = tmp_path / "有误的行.xlsx"
    download.value.save_as(file)
    mend(file)
    clerk.goto("/spreadsheets/")
    press(clerk, "导入党员")
    send(clerk, file)
    confirm(clerk)
    assert "2 = 2 + 0 + 0 + 0" in clerk.locator("main").inner_text()

    clerk.goto("/members/?q=卓远帆")
    assert row(clerk, "卓远帆").count() == 1
    clerk.goto("/members/?q=gys")
    assert row(clerk, "高云舒").count() == 1


def test_a_member_asks_for_a_transfer_and_comes_to_the_other_branch(visit):
    member = visit("linxiaoyun", "/transfers/mine/", width=375)
    press(member, "申请转接")
    member.get_by_label("转入支部").fill("中共云桥镇梧桐居民区第三支部委员会")
    member.get_by_label("原因").select_option(index=1)
    press(member, "送支部办理")
    member.wait_for_url("**/transfers/mine/")
    assert "您仍在原支部" in member.locator("main").inner_text()

    agreed = 0
    receiver = Post.objects.get(organization__short_name="梧桐居民区第三党支部", role="secretary", until=None)
    for login in ("zhoumingyuan", "shenjing", receiver.user.username):
        person = visit(login)
        person.locator("h3 a[href^='/transfers/']", has_text="林晓芸").click()
        person.locator("main input[type=radio]").first.check()
        person.locator("main form .button.main").first.click()
        person.locator(".message").wait_for()
        agreed += 1
    assert agreed == 3
    member.goto("/members/mine/")
    assert "第三支部" in member.locator(".head").inner_text()


def test_a_member_sees_who_looked_when_and_why(visit):
    secretary = visit("zhoumingyuan", "/members/?q=林晓芸")
    press(row(secretary, "林晓芸"), "林晓芸")
    press(secretary, "查看：手机号码")
    secretary.get_by_label("查看目的").select_option(index=1)
    fill(secretary, 具体事由="联系参加主题党日")
    press(secretary, "查看")
    assert "本人可以看到" in secretary.locator("main").inner_text()

    member = visit("linxiaoyun", "/members/mine/", width=375)
    looks = member.locator("#looks").inner_text()
    assert all(words in looks for words in ("周明远", "手机号码", "联系参加主题党日", str(today().year)))
