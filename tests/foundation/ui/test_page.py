from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse
from lxml import html

from jingwei.foundation.ui.header import header, menu, rooms

from .drawing import text, texts

GALLERY = "/ui/"


def asked(path=GALLERY, look="", posts=(), actor=None, user=None):
    request = RequestFactory().get(path)
    request.COOKIES["look"] = look
    request.posts, request.actor = list(posts), actor
    if user:
        request.user = user
    return request


def person(**held):
    return SimpleNamespace(
        pk=7, is_authenticated=True, get_full_name=lambda: "周明远", get_username=lambda: "zhou", **held
    )


def acting(*permissions, pk=1):
    return SimpleNamespace(title="云桥镇 党建办", post_id=pk, may_anywhere=lambda one: one in permissions)


@pytest.fixture(autouse=True)
def _menu(settings):
    settings.MENU = [("首页", "ui:gallery", None), ("登录", "account_login", "a.see"), ("外观", "ui:look", "b.see")]


def test_the_menu_holds_what_the_post_may_enter():
    assert [entry.title for entry in menu(None, "/")] == ["首页"]
    assert [entry.title for entry in menu(acting("b.see"), "/")] == ["首页", "外观"]


def test_the_menu_marks_the_page_and_what_lies_above_it():
    actor = acting("a.see", "b.see")
    assert [entry.current for entry in menu(actor, "/ui/")] == ["page", "", ""]
    assert [entry.current for entry in menu(actor, "/ui/look/")] == ["", "", "page"]
    assert [entry.current for entry in menu(actor, "/ui/else/")] == ["true", "", ""]
    assert [entry.current for entry in menu(actor, "/elsewhere/")] == ["", "", ""]


def test_a_page_that_lies_elsewhere_may_belong_to_an_entry(settings):
    rooms = [("外观", "ui:look", None), ("没有", "not:there", None)]
    settings.MENU = [("首页", "ui:gallery", None), ("登录", "account_login", None, *rooms)]
    assert [entry.current for entry in menu(None, "/ui/look/")] == ["", "true"]
    assert [entry.current for entry in menu(None, "/elsewhere/")] == ["", ""]


def test_the_rooms_of_a_word_are_shown_where_there_are_several(settings):
    settings.MENU = [("登录", "account_login", None, ("进门", "account_login", None), ("外观", "ui:look", "b.see"))]
    shown = [(entry.title, entry.current) for entry in rooms(acting("b.see"), "/ui/look/")]
    assert shown == [("进门", ""), ("外观", "page")]
    assert rooms(None, "/account/login/") == rooms(acting("b.see"), "/elsewhere/") == []


@pytest.mark.parametrize(
    ("cookie", "looks"),
    [("", ""), ("elder", "elder"), ("contrast elder", "elder contrast"), ('"><script>', ""), ("elder x", "elder")],
)
def test_the_look_comes_from_the_cookie_and_from_nothing_else_in_it(cookie, looks):
    assert header(asked(look=cookie)).looks == looks


def test_a_person_sees_the_own_name_and_a_visitor_none():
    assert (header(asked()).person, header(asked()).signed_in) == ("", False)
    seen = header(asked(user=person(), actor=acting()))
    assert (seen.person, seen.title, seen.who) == ("周明远", "云桥镇 党建办", "7")


def page_of(request):
    return html.fromstring(render_to_string("ui/error.html", {"status": 404}, request=request))


def test_two_posts_can_be_switched_and_one_cannot():
    posts = [SimpleNamespace(pk=1, title="云桥镇 党建办"), SimpleNamespace(pk=2, title="第二党支部 书记")]
    one = page_of(asked(user=person(), actor=acting(), posts=posts[:1]))
    assert one.xpath("//button[@name='post']") == []
    assert "云桥镇 党建办" in text(one)
    two = page_of(asked(user=person(), actor=acting(), posts=posts))
    buttons = two.xpath("//button[@name='post']")
    assert [(b.get("value"), text(b), b.get("aria-current")) for b in buttons] == [
        ("1", "云桥镇 党建办", "true"),
        ("2", "第二党支部 书记", None),
    ]


def test_the_switches_of_the_look_come_back_to_the_page():
    tree = page_of(asked("/ui/?a=1", look="elder"))
    links = [link.get("href") for link in tree.xpath("//header//a[contains(@href, 'change=elder')]")]
    assert links == ["/ui/look/?change=elder&to=off&next=%2Fui%2F%3Fa%3D1"]
    assert tree.get("class").split() == ["no-script", "elder"]


def test_every_page_has_a_skip_link_to_its_one_heading():
    tree = page_of(asked())
    assert tree.xpath("//a[@class='skip']/@href") == ["#main"]
    assert texts(tree, "h1") == ["没有找到这一页"]
    assert tree.xpath("//title")[0].text == "没有找到这一页 · 经纬"


def test_the_page_of_a_failing_server_needs_no_request():
    tree = html.fromstring(render_to_string("ui/error.html", {"status": 500}))
    assert (texts(tree, "h1"), tree.xpath("//header")) == (["系统出了问题，这次没有办成"], [])


@pytest.mark.parametrize("status", [400, 403, 404, 405, 409, 413, 429, 500])
def test_every_page_that_says_no_says_what_next(status):
    tree = html.fromstring(render_to_string("ui/error.html", {"status": status}, request=asked()))
    assert len(texts(tree, "h1")) == 1
    assert len(tree.xpath("//*[@data-refused]/p")) == 1
    assert texts(tree, "main//a") == ["回到首页"]


def test_the_gallery_shows_the_parts(client):
    tree = html.fromstring(client.get(reverse("ui:gallery")).content)
    assert texts(tree, "h1") == ["本月要办 4 件，1 件已过期"]
    ids = tree.xpath("//@id")
    assert sorted(set(ids)) == sorted(ids)
