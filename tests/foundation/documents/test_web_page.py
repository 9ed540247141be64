import pytest

from jingwei.foundation.documents import plain_text


def lines(body: str) -> list[str]:
    return plain_text("a.html", f"<!DOCTYPE html><html><body>{body}</body></html>".encode()).text.split("\n")


def test_a_block_is_a_line_and_a_break_makes_one() -> None:
    page = "<h1>要点</h1><div>一、<b>建强</b>组织<p>每季度<span>一次</span><br>每月<br/>一次</div><ul><li>甲<li>乙</ul>"
    assert lines(page) == ["要点", "一、建强组织", "每季度一次", "每月", "一次", "甲", "乙"]


def test_what_stands_around_the_text_goes() -> None:
    page = (
        "<header>站名</header><nav>首页 > 要点</nav><div class='breadcrumb top'>当前位置</div><div role=search>搜</div>"
        "<script>var a = '<p>甲</p>'</script><style>p{}</style><noscript>乙</noscript>"
        "<div style='display: none'>丙</div>"
        "<p>每季度召开一次支部党员大会，全年累计不少于四次，记录完整。</p><form>登录</form><aside>推荐</aside><footer>版权</footer>"
    )
    assert lines(page) == ["每季度召开一次支部党员大会，全年累计不少于四次，记录完整。"]


def test_a_form_that_holds_the_whole_page_is_the_page() -> None:
    assert lines("<form id=aspnetForm><p>每季度召开一次会议。</p></form>") == ["每季度召开一次会议。"]


def test_the_header_of_an_article_holds_its_title() -> None:
    article = (
        "<article><header><h1>工作要点</h1></header><p>每季度召开一次支部党员大会，记录完整，不走过场。</p></article>"
    )
    assert lines(f"<header>站名</header>{article}") == ["工作要点", "每季度召开一次支部党员大会，记录完整，不走过场。"]


def test_a_table_is_a_line_a_row() -> None:
    page = "前<table><tr><th>任务<th>次数<tr><td>走访<br>慰问<td><p>每月1次</p><tr><td><td>备注</table>后"
    assert lines(page) == ["前", "任务｜次数", "走访 慰问｜每月1次", "备注", "后"]


def test_a_page_laid_out_as_a_table_keeps_its_lines() -> None:
    page = "<table><tr><td>栏目<td><p>一、甲<p>（一）乙<p>1.丙<p>2.丁</table>"
    assert lines(page) == ["栏目", "一、甲", "（一）乙", "1.丙", "2.丁"]


def test_entities_are_signs_and_wrapped_source_is_one_line() -> None:
    page = "<p>&nbsp;&nbsp;不少于&#51;&nbsp;次&mdash;&lt;甲&gt;，每季\n   度一次 and\n more</p>"
    assert lines(page) == ["不少于3 次—<甲>，每季度一次 and more"]


def test_an_underlined_gap_is_a_blank() -> None:
    assert lines("<p>不少于<u>&nbsp;&nbsp;</u>万元</p>") == ["不少于____万元"]


def test_malformed_pages_are_read() -> None:
    assert lines("<p>甲</b></div></p><div>乙<li>丙<p align=>丁 & 戊 < 己<b>。<p") == [
        "甲",
        "乙",
        "丙",
        "丁 & 戊 < 己。",
    ]


@pytest.mark.parametrize(
    ("head", "codec", "encoding"),
    [
        ("<meta charset=gb2312>", "gb18030", "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gb18030", "gb18030"),
        ("<meta charset='utf-8'>", "utf-8", "utf-8"),
        ("<meta charset=utf-8>", "gb18030", "gb18030"),
        ("", "gb18030", "gb18030"),
        ("<meta charset=gbk>", "utf-16", "utf-16-le"),
        ("<meta charset=gbk>", "utf-8-sig", "utf-8"),
        ('<?xml version="1.0" encoding="utf-8"?>', "utf-8", "utf-8"),
    ],
)
def test_the_encoding_is_what_the_bytes_say(head: str, codec: str, encoding: str) -> None:
    read = plain_text("a.htm", f"{head}<title>站名</title><p>每季度召开一次会议。</p>".encode(codec))
    assert (read.text, read.encoding) == ("每季度召开一次会议。", encoding)
