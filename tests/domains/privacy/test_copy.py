"""The copy of one's own data: complete, in words, and nobody else's."""

import pytest

from jingwei.domains.privacy.actions import Person, copy_own
from jingwei.domains.privacy.selectors.papers import sections
from jingwei.foundation.scope.reach import reaching
from tests.foundation.secrets.conftest import ID, PHONE, reveal


@pytest.fixture
def copied(known, member, secretary, asked):
    """{kind of row: (heads, rows)} for the member, after a look and a request."""
    with reaching(secretary.reach()):
        reveal(secretary, known)
    asked("correct", "education")
    with reaching(member.reach()):
        found = copy_own(member, Person(member.user, known, member.path))
    return {one.title: (one.heads, one.rows) for one in found}


def values(copied, title: str) -> dict[str, str]:
    heads, rows = copied[title]
    return dict(zip(heads, rows[0], strict=True))


def test_what_is_registered_is_told_in_words_and_in_full(copied):
    told = values(copied, "党员")
    wanted = ("姓名", "性别", "出生日期", "公民身份号码", "手机号码", "党籍状态")
    assert [told[name] for name in wanted] == ["陶党生", "男性", "1985 年 3 月 12 日", ID, PHONE, "正常"]
    assert [name for name in told if "索引" in name or name == "账号"] == []


def test_posts_acts_looks_and_requests_are_in_it(copied):
    assert values(copied, "岗位")["权限角色"] == "党员"
    assert values(copied, "操作记录")["事项"] == "提出个人信息申请"
    look = values(copied, "查看记录")
    assert (look["查看人姓名"], look["目的"], look["具体事由"]) == ("秦书明", "联系本人", "通知周五的会议")
    assert values(copied, "个人信息申请")["涉及内容"] == "学历"


def test_no_digest_of_a_password_is_in_it(copied):
    assert "密码" not in values(copied, "账号")


def test_the_inventory_begins_with_members_and_joins_what_is_alike():
    found = sections()
    assert found[0].title == "党员"
    lines = {line.title: line for line in found[0].lines}
    assert "性别、民族" in lines
    assert (lines["困难情况"].sealed, lines["困难情况"].consent) == (True, True)
    assert [line.title for section in found for line in section.lines if line.title.isascii()] == []
