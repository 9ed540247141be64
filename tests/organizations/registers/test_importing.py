"""Organizations, units and posts come in from a sheet, by the same rules as by hand."""

import json

import pytest

from jingwei.foundation.spreadsheets.models import Intake, StagedRow
from jingwei.members.models import Member
from jingwei.organizations.models import Change, Organization, Post, Unit
from tests.cast import client_of
from tests.members.registers.sheets import confirmed, person, pressed, sent, sheet

# Whole imports take seconds, so `make check` leaves them to `make test`.
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
ORGANIZATIONS = ("全称", "简称", "上级组织", "层级", "党组织类别", "成立日期", "批复文件")
UNITS = ("名称", "所在区域", "类别", "统一社会信用代码", "地址", "驻区共建单位")
POSTS = ("姓名", "账号", "身份证后四位", "所在组织", "职务", "权限角色", "任职日期", "离任日期")


@pytest.fixture
def office(office_town):
    return client_of(office_town)


def counts(intake: Intake) -> tuple[int, int, int, int, int]:
    return intake.read, intake.created, intake.updated, intake.unchanged, intake.rejected


def why(intake: Intake) -> list[list[str]]:
    """[heading, value, reason, suggestion] of every flaw."""
    rows = StagedRow._base_manager.filter(intake=intake, outcome="w").order_by("number")
    return [flaw for row in rows for flaw in json.loads(row.told)]


def organization(
    name: str, superior: str = "云桥镇", level: str = "社区（居民区）", kind: str = "党总支部"
) -> dict[str, str]:
    return {
        "全称": f"中共{name}委员会",
        "简称": name,
        "上级组织": superior,
        "层级": level,
        "党组织类别": kind,
        "成立日期": "2026-03-01",
        "批复文件": "云桥镇党委〔2026〕3号",
    }


def test_a_branch_may_stand_under_a_community_of_the_same_file(office, tree):
    rows = [organization("梧桐社区"), organization("梧桐社区第一支部", "梧桐社区", "支部", "党支部")]
    intake = sent(office, sheet(*rows, heads=ORGANIZATIONS), key="organizations")
    assert (counts(intake), why(intake)) == ((2, 2, 0, 0, 0), [])
    assert counts(confirmed(office, intake)) == (2, 2, 0, 0, 0)
    branch = Organization._base_manager.get(short_name="梧桐社区第一支部")
    community = Organization._base_manager.get(short_name="梧桐社区")
    assert branch.parent_path == community.path and community.parent_path == tree.town.path
    assert Change._base_manager.get(organization=branch).basis == "云桥镇党委〔2026〕3号"
    again = sent(office, sheet(*rows[::-1], heads=ORGANIZATIONS), key="organizations")
    assert counts(again) == (2, 0, 0, 2, 0)
    undone = pressed(office, intake, "undoing")
    assert undone.undone_at is not None
    assert Organization._base_manager.filter(short_name__startswith="梧桐").count() == 0


def test_what_cannot_stand_there_is_refused_in_the_preview(office, tree):
    row = organization("梧桐镇", "云桥东社区", "镇（乡）", "党委")
    intake = sent(office, sheet(row, heads=ORGANIZATIONS), key="organizations")
    assert why(intake) == [["层级", "镇（乡）", "社区（居民区）一级下面不能有“镇（乡）”。", "请核对上级组织和层级。"]]


def test_a_superior_out_of_reach_is_not_found(office, tree):
    assert Organization._base_manager.filter(name="云岭镇").count() == 1  # there is something to leak
    intake = sent(office, sheet(organization("梧桐社区", "云岭镇"), heads=ORGANIZATIONS), key="organizations")
    assert why(intake)[0][2] == "在您的管辖范围里没有找到“云岭镇”。"


def unit(name: str, **others: str) -> dict[str, str]:
    return {"名称": name, "所在区域": "云桥东社区", "类别": "学校", "驻区共建单位": "是"} | others


def test_units_are_registered_changed_and_given_back(office, tree):
    intake = confirmed(office, sent(office, sheet(unit("云桥中学"), heads=UNITS), key="units"))
    assert counts(intake) == (1, 1, 0, 0, 0)
    second = sent(office, sheet(unit("云桥中学", 地址="东街 1 号"), unit("云桥小学"), heads=UNITS), key="units")
    assert counts(second) == (2, 1, 1, 0, 0)
    second = confirmed(office, second)
    assert sorted(Unit._base_manager.values_list("name", "address")) == [("云桥中学", "东街 1 号"), ("云桥小学", "")]
    pressed(office, second, "undoing")
    assert list(Unit._base_manager.values_list("name", "address")) == [("云桥中学", "")]


def post(name: str, **others: str) -> dict[str, str]:
    row = {
        "姓名": name,
        "所在组织": "云桥东社区第一支部",
        "职务": "副书记",
        "权限角色": "支部委员",
        "任职日期": "2026-01-05",
    }
    return row | others


def test_a_post_is_given_by_name_and_tail_to_a_member_with_an_account(office, tree):
    confirmed(office, sent(office, sheet(person("秦书明"))), with_accounts="on")
    member = Member._base_manager.get()
    assert (member.user.username, member.user.has_usable_password()) == (f"qinshuming{member.pk}", False)
    tail = member.id_number.open()[-4:]
    intake = confirmed(office, sent(office, sheet(post("秦书明", 身份证后四位=tail), heads=POSTS), key="posts"))
    assert (counts(intake), why(intake)) == ((1, 1, 0, 0, 0), [])
    roles = sorted(Post._base_manager.filter(user=member.user).values_list("role", flat=True))
    assert roles == ["committee_member", "member"]


def test_a_role_beyond_ones_own_is_refused(office, office_town, secretary, tree):
    row = post("秦书明", 账号="secretary", 权限角色="审计员")
    intake = sent(office, sheet(row, heads=POSTS), key="posts")
    assert why(intake)[0][2] == "“审计员”的权限超出您自己的权限。"
