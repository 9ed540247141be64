"""Chapters, items, titles and the head of a document."""

import pytest

from jingwei.kernels.plans.reader import ReadPlan, read_plan


def shape(plan: ReadPlan) -> list[tuple[str | None, list[str | None]]]:
    return [(chapter.number, [item.number for item in chapter.items]) for chapter in plan.chapters]


def test_an_empty_text_is_a_plan_without_anything() -> None:
    assert read_plan("") == ReadPlan(None, None, None, ())
    assert read_plan(" \n\t\n") == ReadPlan(None, None, None, ())


def test_wrong_and_repeated_numbers_stay_as_they_stand() -> None:
    text = "一、甲乙丙\n（一）丁。戊己。\n（三）庚。辛壬。\n三、癸子\n（三）丑。寅卯。\n三、辰巳\n（四）午。未申。\n"
    assert shape(read_plan(text)) == [("一", ["一", "三"]), ("三", ["三"]), ("三", ["四"])]


def test_numbers_that_run_through_all_chapters_make_the_items() -> None:
    text = "一、学习\n1.甲。抓好。\n2.乙。抓好。\n二、组织\n（一）支部\n3.丙。抓好。\n（二）党员\n4.丁。抓好。\n"
    assert shape(read_plan(text)) == [("一", ["1", "2"]), ("二", ["3", "4"])]


def test_numbers_below_items_are_their_duties() -> None:
    text = "一、学习\n（一）甲\n1.抓好读书。\n2.抓好宣讲。\n（二）乙\n1.抓好培训。\n"
    plan = read_plan(text)
    assert shape(plan) == [("一", ["一", "二"])]
    assert [duty.text for duty in plan.chapters[0].items[0].duties] == ["抓好读书", "抓好宣讲"]


def test_a_chapter_without_numbers_below_is_one_item() -> None:
    plan = read_plan("一、学习\n抓好读书。抓好宣讲。\n二、组织\n（一）支部。抓好换届。\n")
    assert shape(plan) == [("一", [None]), ("二", ["一"])]
    assert plan.chapters[0].items[0].title == "学习"


def test_text_before_the_first_item_is_an_item_only_when_it_asks_for_numbers() -> None:
    without = read_plan("一、学习\n要常抓不懈。\n（一）读书。抓好。\n")
    having = read_plan("一、学习\n全年学习不少于12次。\n（一）读书。抓好。\n")
    assert shape(without) == [("一", ["一"])]
    assert shape(having) == [("一", [None, "一"])]


def test_headings_run_on_in_the_line_of_the_text_before() -> None:
    text = "云桥镇2026年工作要点\n一、学习（一）读书。抓好读书。（二）宣讲。抓好宣讲。二、组织（一）支部。抓好换届。"
    assert shape(read_plan(text)) == [("一", ["一", "二"]), ("二", ["一"])]


def test_a_number_that_is_only_mentioned_opens_no_heading() -> None:
    text = "一、学习\n（一）读书。按照第（二）项要求，抓好三、四线城市对接，比例为1.5倍。\n二、组织\n抓好换届。\n"
    assert shape(read_plan(text)) == [("一", ["一"]), ("二", [None])]


def test_a_number_alone_in_its_line_belongs_to_the_next_line() -> None:
    plan = read_plan("一、\n加强学习\n（一）\n抓好读书\n每月读书1次。\n")
    assert (plan.chapters[0].title, plan.chapters[0].items[0].title) == ("加强学习", "抓好读书")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("（一）加强学习。每月读书1次，抓好落实。", "加强学习"),
        ("（一）加强学习：每月读书1次，抓好落实检查工作。", "加强学习"),
        ("（一）加强学习 把学习作为首要任务，每月组织读书1次，抓好落实，形成机制，持续推进。", "加强学习"),
        ("（一）加强学习，提升能力。每月读书1次。", "加强学习，提升能力"),
        ("（一）加强学习", "加强学习"),
        ("**（一）加强学习。** 每月读书1次。", "加强学习"),
    ],
)
def test_a_title_ends_where_the_text_begins(line: str, title: str) -> None:
    plan = read_plan(f"一、党建\n{line}\n（二）其他。抓好。\n")
    assert plan.chapters[0].items[0].title == title


def test_a_chapter_that_looks_back_asks_for_nothing() -> None:
    text = "云桥镇2025年总结和2026年计划\n一、2025年工作总结\n建成公园3个。\n二、2026年工作计划\n建成公园5个。\n"
    plan = read_plan(text)
    assert plan.year == 2026
    values = [[m.value for d in item.duties for m in d.measures] for c in plan.chapters for item in c.items]
    assert values == [[], [5]]


def test_a_preamble_that_only_looks_back_makes_no_chapter() -> None:
    text = (
        "云桥镇2026年工作要点\n2025年全镇共整顿支部9个，今年要继续用力。\n一、学习\n抓好读书。\n二、组织\n抓好换届。\n"
    )
    assert shape(read_plan(text)) == [("一", [None]), ("二", [None])]


def test_every_duty_of_a_row_has_the_actors_and_the_deadline_of_its_cells() -> None:
    row = "1\t新建学校2所，新增学位900个；改造小区8个\t县教育局\t县住建局、各镇（乡）\t8月底\n"
    plan = read_plan("云溪县2026年重点任务分解表\n一、惠民生\n序号\t任务\t牵头单位\t责任单位\t时限\n" + row)
    duties = [duty for item in plan.chapters[0].items for duty in item.duties]
    assert [duty.actors for duty in duties] == [("县教育局", "县住建局", "各镇（乡）")] * 2
    assert [m.deadline for duty in duties for m in duty.measures] == ["2026-08-31"] * 3


def test_one_is_two_is_makes_duties() -> None:
    plan = read_plan("一、学习\n（一）读书。一是抓好计划，明确书目；二是抓好检查。三要抓好交流。\n")
    assert [duty.text for duty in plan.chapters[0].items[0].duties] == ["抓好计划，明确书目", "抓好检查", "抓好交流"]


def test_a_line_of_responsibility_names_the_actors_and_no_duty() -> None:
    text = "一、学习\n（一）读书。配齐书屋3间。（牵头单位：镇党建办；责任单位：各村党支部、各社区；完成时限：9月底）\n"
    (duty,) = read_plan("云桥镇2026年工作要点\n" + text).chapters[0].items[0].duties
    assert duty.actors == ("镇党建办", "各村党支部", "各社区")
    assert [measure.deadline for measure in duty.measures] == ["2026-09-30"]


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("街道党工委要发挥核心作用。", ("街道党工委",)),
        ("由镇组织办牵头，各村党组织每月自查1次。", ("镇组织办", "各村党组织")),
        ("民政、财政、住建等部门要加强配合。", ("民政", "财政", "住建")),
        ("各县（市、区）党（工）委要落实包联制度。", ("各县（市、区）党（工）委",)),
        ("加强党支部标准化建设。", ()),
        ("社区党组织和驻区单位共同开展服务。", ("社区党组织", "驻区单位")),
    ],
)
def test_who_has_to_do_it(sentence: str, actors: tuple[str, ...]) -> None:
    plan = read_plan(f"一、党建\n（一）落实。\n{sentence}\n")
    assert plan.chapters[0].items[0].duties[-1].actors == actors


@pytest.mark.parametrize(
    ("head", "title", "year", "issuer"),
    [
        ("云桥镇2026年党建工作要点", "云桥镇2026年党建工作要点", 2026, "云桥镇"),
        ("2026年柳溪街道平安建设工作要点", "2026年柳溪街道平安建设工作要点", 2026, "柳溪街道"),
        ("中共清河区委组织部2026年工作要点", "中共清河区委组织部2026年工作要点", 2026, "中共清河区委组织部"),
        ("中共清河区委组织部\n2026年工作要点", "中共清河区委组织部2026年工作要点", 2026, "中共清河区委组织部"),
        ("南屏市民政局二〇二六年重点工作安排", "南屏市民政局二〇二六年重点工作安排", 2026, "南屏市民政局"),
        ("城市基层党建工作要点\n2025年，城市基层党建要抓好以下工作。", "城市基层党建工作要点", 2025, None),
        ("发布机构：云桥镇人民政府\n2026年工作计划", "2026年工作计划", 2026, "云桥镇人民政府"),
        ("社区党建工作要点", "社区党建工作要点", None, None),
        (
            "中共青禾区委组织部\n关于印发《2026年全区党建工作要点》的通知\n各镇党委：\n现印发给你们。\n2026年全区党建工作要点",
            "2026年全区党建工作要点",
            2026,
            "中共青禾区委组织部",
        ),
        (
            "关于印发工作要点的通知\n各镇党委：\n现印发给你们。\n中共青禾区委\n2026年2月8日\n2026年全区党建工作要点",
            "2026年全区党建工作要点",
            2026,
            "中共青禾区委",
        ),
        (
            "首页 > 党建 > 正文\n云桥镇2026年工作要点\n来源：本站 时间：2027-01-02",
            "云桥镇2026年工作要点",
            2026,
            "云桥镇",
        ),
    ],
)
def test_the_head_tells_title_year_and_issuer(head: str, title: str, year: int | None, issuer: str | None) -> None:
    plan = read_plan(f"{head}\n一、党建\n（一）落实。抓好落实。\n")
    assert (plan.title, plan.year, plan.issuer) == (title, year, issuer)


def test_a_deadline_without_a_known_year_keeps_month_and_day() -> None:
    plan = read_plan("工作要点\n一、党建\n（一）落实。6月底前建成公园2个。\n")
    assert [m.deadline for m in plan.chapters[0].items[0].duties[0].measures] == ["--06-30"]


def test_what_stands_around_the_document_is_left_out() -> None:
    text = (
        "网站首页\n登录 注册\n云桥镇2026年工作要点\n浏览次数：120次\n"
        "一、党建\n（一）落实。建成公园2个。\n第 1 页 共 3 页\n"
        "云桥镇党委\n2026年2月1日\n上一篇：2025年工作要点\n相关阅读\n每月召开会议2次。\n版权所有 云桥镇 电话12345678\n"
    )
    (chapter,) = read_plan(text).chapters
    assert [duty.text for item in chapter.items for duty in item.duties] == ["建成公园2个"]
