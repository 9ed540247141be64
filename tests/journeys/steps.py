"""What people do on the pages. Each step begins on the page where the person stands and says where it leads."""

import re
from io import BytesIO
from pathlib import Path

from docx import Document
from PIL import Image
from playwright.sync_api import Locator, Page

from jingwei.foundation.clock import today

PASSWORD = "jingwei-demo-2026"
TEXT = """云桥镇{year}年冬季党建工作要点
中共云桥镇委员会
一、抓好冬季学习
（一）组织党员冬训。各村党支部12月底前至少开展2次党员冬训，镇党建办统一编印学习材料。
（二）讲好冬季党课。各村党支部书记12月底前讲党课不少于1次。
二、办好冬季服务
（三）走访老党员。各村每月走访高龄老党员不少于X户，帮助解决取暖困难。广泛宣传冬季用火安全。
（四）壮大组织力量。年底前全镇党支部达到45个。
"""


def key_points() -> str:
    """A short document of the kind, of this year, with one blank."""
    return TEXT.format(year=today().year)


def document(folder: Path) -> Path:
    """The same as a Word file."""
    made, file = Document(), folder / "冬季要点.docx"
    for line in key_points().splitlines():
        made.add_paragraph(line)
    made.save(str(file))
    return file


def photo() -> dict[str, object]:
    """A photograph as a phone takes it, ready to be chosen in a form."""
    out = BytesIO()
    Image.effect_noise((640, 480), 60).convert("RGB").save(out, "JPEG")
    return {"name": "现场照片.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def press(page: Page | Locator, name: str) -> None:
    """Press the button, or follow the link, whose words begin so."""
    words = re.compile("^" + re.escape(name).replace("：", r"\s*：\s*"))
    page.get_by_role("button", name=words).or_(page.get_by_role("link", name=words)).first.click()


def fill(page: Page, **answers: str) -> None:
    """Answer questions by their labels."""
    for label, answer in answers.items():
        page.get_by_label(label).fill(answer)


def said(page: Page) -> str:
    """What the page says about what was just done."""
    return page.locator(".message").inner_text().strip()


def state(place: Locator) -> str:
    """The state that is shown in a place."""
    return place.locator(".state").first.inner_text().strip()


def row(page: Page, words: str) -> Locator:
    """The row of a table that holds these words."""
    return page.locator("tbody tr", has_text=words).first


def sign_in(page: Page, login: str, *, second_factor: bool = False) -> None:
    """By the real form, and with the code that the demo shows."""
    fill(page, 用户名=login, 密码=PASSWORD)
    page.locator("form", has=page.get_by_label("密码")).get_by_role("button", name="登录", exact=True).click()
    if second_factor:
        shown = page.get_by_text("当前动态口令").inner_text()
        page.get_by_label("动态口令").fill(re.findall(r"\d{6}", shown)[0])
        press(page, "继续")


def read_in(page: Page, file: Path) -> None:
    """From the page that reads a plan to its review."""
    page.get_by_label("要点文件").set_input_files(file)
    press(page, "读入")
    page.wait_for_url("**/review/")


def piece(page: Page, words: str) -> Locator:
    """The duty that holds these words, in the review."""
    return page.locator(".piece", has_text=words).first


def fill_blank(page: Page, value: str) -> None:
    """Fill the first blank of the review."""
    page.locator(".measures li", has_text="请填数").first.get_by_role("link").click()
    page.get_by_label("数量", exact=False).first.fill(value)
    press(page, "保存")


def ask_for_clearance(page: Page, title: str, fields: str) -> None:
    """On the page that asks; all villages, once a month, to the end of the year."""
    fill(page, 要社区=title, 依据="镇冬季党建工作要点", 每次约需="20", 截止日期=f"{today().year}-12-31")
    page.get_by_label("要填哪些内容").fill(fields)
    page.get_by_role("radio", name="村", exact=True).check()
    page.get_by_label("频次").select_option(label="每月")
    press(page, "送区里审核")


def grant(page: Page, title: str) -> None:
    """The district, from its home page."""
    press(page, f"去审核：审核准入申请：{title}")
    page.get_by_role("radio", name="同意准入", exact=True).check()
    page.get_by_label("审核意见").fill("次数合理，同意准入。")
    press(page, "送出审核结果")


def dispatch_to_villages(page: Page, words: str, title: str, clearance: str) -> None:
    """From the page of a plan: what the measure with these `words` asks goes to all villages."""
    press(row(page, words), "按此下达")
    page.get_by_role("radio", name=re.compile("^所有村")).check()
    page.get_by_label("任务名称").fill(title)
    option = page.locator("select[name=clearance] option", has_text=clearance).get_attribute("value")
    page.get_by_label("区里准入").select_option(option)
    press(page, "下达")


def report(page: Page, note: str, *, amount: str = "", file: dict[str, object] | None = None) -> None:
    """On the form of progress."""
    page.get_by_label("做了什么").fill(note)
    if amount:
        page.get_by_label("完成数量").fill(amount)
    if file:
        page.locator("summary", has_text="佐证材料").click()
        page.get_by_label("佐证材料").last.set_input_files(file)
    press(page, "记下进展")
