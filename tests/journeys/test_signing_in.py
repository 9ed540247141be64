"""Arriving: a visitor is asked who it is, and stands before what must be done."""

from .steps import fill, press, sign_in


def test_a_town_office_signs_in_with_its_password_and_the_code_that_the_demo_shows(visit):
    page = visit(path="/plans/")
    sign_in(page, "shenjing", second_factor=True)
    page.wait_for_url("**/plans/")
    assert page.locator("h1").inner_text() == "工作要点"
    assert "沈静" in page.inner_text("header")


def test_a_wrong_password_says_so_and_keeps_the_name(visit):
    page = visit()
    fill(page, 用户名="shenjing", 密码="not-the-password")
    page.locator("main form").first.get_by_role("button", name="登录", exact=True).click()
    assert page.locator(".errors").is_visible()
    assert page.get_by_label("用户名").input_value() == "shenjing"


def test_whoever_signs_out_is_a_visitor_again(visit):
    page = visit("zhoumingyuan", width=375)
    page.locator("summary", has_text="菜单").click()
    press(page, "退出")
    page.goto("/plans/tasks/")
    assert "/login/" in page.url
