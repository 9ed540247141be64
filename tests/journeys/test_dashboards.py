"""A board with its charts, a chart as a picture, a board on paper, a wall that nobody signs in to."""

from io import BytesIO

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

DRAWN = ".chart[data-drawn]"
# How many colours the drawings have: a white canvas has one.
COLOURS = """() => [...document.querySelectorAll('.chart[data-drawn] canvas')].map(canvas => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size > 4;
})"""
SIZES = [(1366, 768), (1920, 1080), (3840, 2160)]


def draw(page, least: int = 1) -> None:
    page.locator(DRAWN).nth(least - 1).wait_for()
    page.wait_for_timeout(500)  # the drawing moves for a third of a second


def test_a_board_draws_its_charts_over_its_tables(visit, axe, no_sideways_scroll, shoot):
    for width in (1366, 375):
        page = visit("guwenbo", "/figures/", width=width)
        draw(page, 3)
        assert set(page.evaluate(COLOURS)) == {True}
        assert page.locator(".chart-box:visible").count() == page.locator(".chart-box").count()
        assert page.evaluate(
            "[...document.querySelectorAll('.chart')].every(box => document.getElementById(box.dataset.table))"
        )
        assert "数字见同一处的表格" in page.locator(".chart").first.get_attribute("aria-label")
        assert axe(page) == []
        no_sideways_scroll(page)
        shoot(page, f"board-{width}")


@pytest.mark.parametrize("look", ["elder", "contrast"])
def test_a_board_is_drawn_in_every_look(visit, axe, shoot, look):
    page = visit("guwenbo", f"/ui/look/?change={look}&to=on&next=/figures/")
    assert look in page.locator("html").get_attribute("class")
    draw(page, 3)
    assert axe(page) == []
    shoot(page, f"board-{look}")


def test_without_scripts_the_tables_stand_alone(visit):
    page = visit("guwenbo", "/figures/", javascript=False)
    assert page.locator(".chart-box:visible").count() == 0
    assert page.locator("table:visible").count() >= 2


def test_a_chart_is_saved_as_a_picture(visit):
    page = visit("guwenbo", "/figures/")
    draw(page, 3)
    with page.expect_download() as download:
        page.locator("[data-png]").first.click()
    picture = Image.open(download.value.path())
    assert (picture.format, download.value.suggested_filename.endswith(".png")) == ("PNG", True)
    assert picture.width > 1000
    assert len(picture.convert("RGB").getcolors(1 << 24)) > 20


def test_a_board_on_paper_has_its_charts_and_tables(visit):
    page = visit("guwenbo", "/figures/")
    draw(page, 3)
    paper = PdfDocument(page.pdf(format="A4"))
    words = "".join(one.get_textpage().get_text_range() for one in paper)
    assert "保存图片" not in words and "下级之和" in words
    assert len(paper) <= 8
    paper.close()


def test_what_draws_is_loaded_only_where_something_is_drawn(visit):
    asked: list[str] = []
    page = visit("guwenbo", "/")
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/plans/tasks/")
    assert [url for url in asked if "echarts" in url] == []
    page.goto("/figures/")
    assert len([url for url in asked if "echarts" in url]) == 1


def test_a_wall_is_given_out_and_seen_by_whoever_has_its_address(visit, axe, no_sideways_scroll, shoot):
    office = visit("guwenbo", "/screens/new/")
    office.get_by_label("标题").fill("望江区基层党建")
    office.get_by_role("button", name="生成地址").click()
    address = office.locator("#address").inner_text()
    path = address[address.index("/screen/") :]
    for width, height in SIZES:
        wall = visit(path=path, width=width, height=height, device_scale_factor=1)
        draw(wall, 3)
        assert set(wall.evaluate(COLOURS)) == {True}
        assert wall.evaluate("document.documentElement.scrollHeight") <= height
        no_sideways_scroll(wall)
        # It loads itself anew, which is what a wall is for; nobody types or reads on there.
        assert [wrong for wrong in axe(wall) if not wrong.startswith("meta-refresh")] == []
        assert wall.context.cookies() == []
        shoot(wall, f"screen-{width}")


def test_a_wall_says_the_same_without_scripts(visit, no_sideways_scroll):
    office = visit("shenjing", "/screens/new/")
    office.get_by_label("标题").fill("云桥镇基层党建")
    office.get_by_role("button", name="生成地址").click()
    address = office.locator("#address").inner_text()
    wall = visit(path=address[address.index("/screen/") :], width=1920, height=1080, javascript=False)
    assert wall.locator(".chart-box:visible").count() == 0
    assert wall.locator("table:visible").count() == 3
    no_sideways_scroll(wall)


def test_outlines_are_looked_at_on_a_map_before_they_are_loaded(visit, axe, tmp_path):
    page = visit("shenjing", "/outlines/")
    draw(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="下载边界文件").click()
    file = tmp_path / "边界.geojson"
    file.write_bytes(BytesIO(download.value.path().read_bytes()).getvalue())
    page.goto("/outlines/new/")
    page.get_by_label("边界文件").set_input_files(file)
    page.get_by_label("来源").fill("演示")
    page.get_by_role("button", name="看一遍").click()
    draw(page)
    assert "原来有边界，将被替换" in page.inner_text("main")
    assert axe(page) == []
    page.get_by_role("button", name="载入这些边界").click()
    assert "的边界。" in page.locator(".messages").inner_text()
