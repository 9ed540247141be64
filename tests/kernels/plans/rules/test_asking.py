"""What may not be asked of the grassroots, and what need not be asked."""

import pytest

from jingwei.kernels.plans.rules.asking import forbidden_in, held_among, held_places


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("各社区每天打卡", "formalism.check_in"),
        ("每月不少于2次打卡", "formalism.check_in"),
        ("不断完善排名通报", "formalism.points_ranking"),
        ("不定期登录次数统计", "formalism.forced_login"),
        ("统计学习时长", "formalism.online_time"),
        ("通报安装率", "formalism.install_rate"),
        ("上报行动轨迹", "formalism.forced_photos_or_tracks"),
        ("每次走访必须拍照", "formalism.forced_photos_or_tracks"),
        ("严禁排名。各社区组织点赞", "formalism.likes_as_assessment"),
    ],
)
def test_a_forbidden_demand_is_found_with_its_clause(text, clause):
    assert [found.clause for found in forbidden_in(text)] == [clause]


@pytest.mark.parametrize(
    "text", ["不得要求打卡", "严禁排名通报", "取消上传照片的要求", "不搞积分排名、不看在线时长", "开好联席会议"]
)
def test_a_text_that_forbids_it_demands_nothing(text):
    assert forbidden_in(text) == ()


def test_each_clause_is_told_once():
    assert len(forbidden_in("打卡", "每天打卡", "人脸签到")) == 1


@pytest.mark.parametrize("label", ["姓名", "党员姓名", " 姓名：", "入党时间", "党支部数"])
def test_a_field_that_is_held_is_known_by_any_of_its_names(label):
    assert len(held_among([label])) == 1


def test_a_field_that_is_not_held_may_be_asked():
    assert held_among(["走访户数", "议定事项"]) == ()


def test_every_place_where_something_is_held_names_a_page_and_its_labels():
    assert all(where and route and labels for where, route, labels in held_places())
