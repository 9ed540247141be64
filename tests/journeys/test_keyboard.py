"""The core journeys by keyboard alone: no mouse, no tap, nothing that a script of the test would press for one."""

from .steps import PASSWORD, key_points, said

FOCUSED = """() => {
    const one = document.activeElement;
    const label = one.labels && one.labels.length ? one.labels[0].innerText : '';
    return `${label || one.innerText || one.getAttribute('aria-label') || ''}`.replace(/\\s+/g, '');
}"""
MANY = 150


def tab_to(page, words):
    """Press Tab until what has the focus begins with these words."""
    for _ in range(MANY):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED).startswith(words):
            return
    raise AssertionError(f"{words} is not reached by keyboard on {page.url}")


def enter(page, words):
    """Go to a link or a button and press Enter on it."""
    tab_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page, label, text):
    """Go to a question and type the answer."""
    tab_to(page, label)
    page.keyboard.insert_text(text)


def test_a_visitor_signs_in_by_keyboard_alone(visit):
    page = visit(path="/")
    page.wait_for_url("**/login/**")
    write(page, "用户名", "zhoumingyuan")
    write(page, "密码", PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "周明远" in page.inner_text("header")


def test_the_first_tab_leads_past_the_menu(visit):
    page = visit("zhoumingyuan")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "跳到正文"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_secretary_reports_progress_by_keyboard_alone(visit):
    page = visit("zhoumingyuan")
    enter(page, "填进展：征求组织生活会意见")
    write(page, "做了什么", "发出意见表三十份，收回二十八份。")
    tab_to(page, "这项任务已经全部完成")
    page.keyboard.press("Space")
    enter(page, "记下进展")
    assert said(page) == "进展已记下，这项任务完成了。"
    assert "发出意见表三十份，收回二十八份。" in page.inner_text("main")


def test_key_points_are_approved_and_dispatched_by_keyboard_alone(visit):
    page = visit("shenjing", "/plans/")
    enter(page, "读入要点")
    write(page, "或者把全文粘贴在这里", key_points().replace("X户", "5户"))
    enter(page, "读入")
    enter(page, "核对完了，审定")
    assert said(page) == "已审定。现在可以逐项下达任务。"
    enter(page, "下达：")
    tab_to(page, "选定的单位")
    while not page.evaluate(FOCUSED).startswith("所有村"):
        page.keyboard.press("ArrowUp")
    tab_to(page, "区里准入")
    while "组织生活" not in page.evaluate("document.activeElement.selectedOptions[0].text"):
        page.keyboard.press("ArrowDown")
    enter(page, "下达")
    assert said(page) == "已下达给 4 个单位。"
