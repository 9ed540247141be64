"""Every "no" is a page of ours, in Chinese, that says what to do next."""

from importlib import import_module

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import include, path

from jingwei.config import views
from jingwei.foundation.access.routes import access

ERRORS = {"broken": ZeroDivisionError, "odd": SuspiciousOperation, "big": RequestDataTooBig, "gone": Http404}


@access.public("test")
def failing(request, what):
    raise ERRORS[what]


@pytest.fixture
def failing_pages(settings):
    """The routes of the program, and some that fail."""
    routes = import_module(settings.ROOT_URLCONF)
    handlers = {name: staticmethod(getattr(routes, name)) for name in dir(routes) if name.startswith("handler")}
    patterns = [path("fail/<str:what>/", failing), path("", include(routes.urlpatterns))]
    settings.ROOT_URLCONF = type("Routes", (), {"urlpatterns": patterns, **handlers})


@pytest.mark.parametrize(
    ("what", "status", "said"),
    [
        ("odd", 400, "没有收到完整的内容"),
        ("big", 413, "文件太大了"),
        ("gone", 404, "没有找到这一页"),
        ("broken", 500, "系统出了问题"),
    ],
)
def test_a_failure_is_a_page_of_ours(db, failing_pages, what, status, said):
    answer = Client(raise_request_exception=False).get(f"/fail/{what}/")
    assert answer.status_code == status
    assert said in answer.content.decode()
    assert "Content-Security-Policy" in answer.headers


def test_an_unknown_address_is_not_found(db):
    answer = Client().get("/nowhere/")
    assert answer.status_code == 404
    assert "没有找到这一页" in answer.content.decode()


def test_what_a_post_does_not_allow_is_refused_with_what_to_do(rf, secretary):
    request = rf.get("/")
    request.user, request.actor, request.posts = secretary.user, secretary, []
    answer = views.forbidden(request, PermissionDenied())
    assert answer.status_code == 403
    assert "您现在的岗位不能办这件事" in answer.content.decode()


def test_a_form_from_an_old_page_is_refused_and_says_to_refresh(db):
    answer = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "x", "password": "y"})
    assert answer.status_code == 403
    assert "请刷新这一页再提交一次" in answer.content.decode()


def test_a_failing_database_does_not_keep_the_page_of_failure_away(rf: RequestFactory):
    """No fixture opens the database here: reading a session would fail."""
    answer = views.server_error(rf.get("/"))
    assert answer.status_code == 500
    assert "系统出了问题" in answer.content.decode()
