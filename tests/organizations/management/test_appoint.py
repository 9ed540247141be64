"""`jingwei appoint`: the installer gives and ends the posts that no office may give, and the record says so."""

import pytest
from django.core.management import CommandError, call_command

from jingwei.foundation.accounts.models import User
from jingwei.foundation.clock import today
from jingwei.foundation.record.models import Act
from jingwei.organizations.models import Post


@pytest.fixture
def newcomer(tree) -> User:
    user = User(username="newcomer", name="新来人")
    user.set_unusable_password()
    user.save()
    return user


def test_an_administrator_is_appointed_and_recorded(newcomer, tree, capsys):
    call_command("appoint", "newcomer", str(tree.city.pk), "auditor")
    post = Post.objects.get()
    assert (post.user, post.role, post.duty, post.since) == (newcomer, "auditor", "GLY", today())
    assert capsys.readouterr().out == "新来人 已任 云州市 管理员（审计员）。\n"
    act = Act._base_manager.get()
    assert (act.title, act.who, act.path) == ("任职", "（服务器安装人员）", tree.city.path)


def test_an_administrator_is_taken_back_and_recorded(newcomer, tree):
    call_command("appoint", "newcomer", str(tree.city.pk), "auditor")
    call_command("appoint", "newcomer", str(tree.city.pk), "auditor", "--end")
    assert Post.objects.get().until == today()
    assert [act.title for act in Act._base_manager.order_by("pk")] == ["任职", "离任"]


@pytest.mark.parametrize(
    ("username", "place", "words"),
    [
        ("nobody", "city", "没有这个账号"),
        ("newcomer", "nowhere", "没有这个组织"),
        ("newcomer", "twice", "已经在这个岗位上"),
    ],
)
def test_a_wrong_command_says_what_is_wrong(newcomer, tree, username, place, words):
    pk = "999999" if place == "nowhere" else str(tree.city.pk)
    if place == "twice":
        call_command("appoint", username, pk, "auditor")
    with pytest.raises(CommandError, match=words):
        call_command("appoint", username, pk, "auditor")


def test_a_post_that_nobody_holds_does_not_end(newcomer, tree):
    with pytest.raises(CommandError, match="没有这个岗位"):
        call_command("appoint", "newcomer", str(tree.city.pk), "auditor", "--end")


def test_an_unknown_role_is_refused(newcomer, tree):
    with pytest.raises(CommandError):
        call_command("appoint", "newcomer", str(tree.city.pk), "emperor")
