import pytest

from jingwei.foundation.documents import plain_text


def read(text: str) -> str:
    found = plain_text("要点.md", text.encode())
    assert found.format == "md"
    return found.text


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("## 一、建强组织", "一、建强组织"),
        ("- **每季度**召开*一次*会议", "每季度召开一次会议"),
        ("**一、建强组织。**各级党组织", "一、建强组织。各级党组织"),
        ("1. 走访 ***重点*** 户", "1. 走访 重点 户"),
        ("> 引自[文件](http://example.com)![图](a.png)", "引自文件"),
        ("`代码`与~~删去~~", "代码与删去"),
        (r"\*不是强调\*", "*不是强调*"),
        ("| 任务 | 次数 |\n|---|:-:|\n| 走访 | 每月 |", "任务｜次数\n走访｜每月"),
        ("标题\n====\n正文\n\n---\n尾", "标题\n正文\n\n尾"),
        ("- [ ] 待办", "待办"),
        ("```\n内文\n```", "内文"),
        ("---\ntitle: x\n---\n正文<!-- 注 -->", "正文"),
        ("__重点__：落实", "重点：落实"),
    ],
)
def test_markup_goes(marked: str, plain: str) -> None:
    assert read(marked) == plain


@pytest.mark.parametrize(
    "text",
    [
        "投入不少于**万元",
        "投入不少于**万元，培训**人次。",
        "**镇**村开展试点",
        "于*月*日前完成",
        "全年培训**人次，覆盖**个社区、**个小区。",
        "投入****万元",
        "不少于____万元，新增__个",
        "按5*8小时服务",
    ],
)
def test_a_blank_stays(text: str) -> None:
    assert read(text) == text


def test_emphasis_beside_a_blank_goes() -> None:
    assert read("**目标：**投入不少于**万元，**按期**完成") == "目标：投入不少于**万元，按期完成"


def test_emphasis_on_words_that_begin_like_a_unit_goes() -> None:
    assert read("抓好**年度**目标和**项目**建设") == "抓好年度目标和项目建设"
