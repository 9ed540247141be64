"""Whoever exports, approves or administers signs in with a second factor: no other page opens without it."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY, get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from jingwei.foundation.access.problems import is_for_programs, problem
from jingwei.foundation.access.routes import need_for

from .authenticators import has_totp

METHOD = "mfa"
TO_BE_DONE = {
    "mfa_reauthenticate": "请先用浏览器打开任意一页，输入动态口令。",
    "mfa_activate_totp": "请先用浏览器登录，设置动态口令。",
    "account_change_password": "请先用浏览器登录，把临时密码改成自己的密码。",
}


class SecondFactor:
    """Sends a person whose role needs a second factor to where it is set up, or asked for. Public pages and the pages
    of one's own account stay open."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: Any, view: Callable[..., Any], args: Any, kwargs: Any) -> HttpResponse | None:
        if not needed(request.actor) or stays_open(request, view) or used(request):
            return None
        return first(request, view, "mfa_reauthenticate" if has_totp(request.user) else "mfa_activate_totp")


class OwnPassword:
    """Sends a person who signed in with a temporary password to choose one that nobody else knows."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: Any, view: Callable[..., Any], args: Any, kwargs: Any) -> HttpResponse | None:
        if not getattr(request.user, "temporary_password", False) or stays_open(request, view):
            return None
        return first(request, view, "account_change_password")


def needed(actor: Any) -> bool:
    """Whether the role acted in must sign in with a second factor."""
    return actor is not None and actor.grants.needs_second_factor


def stays_open(request: HttpRequest, view: Callable[..., Any]) -> bool:
    """Public routes, and those marked `of_own_account` with a reason."""
    need = need_for(view, request.method)
    return bool(getattr(view, "of_own_account", "")) or (need is not None and need.kind == "public")


def first(request: HttpRequest, view: Callable[..., Any], page: str) -> HttpResponse:
    """To the page on which that is done; a program is told what is to be done."""
    if is_for_programs(view):
        return problem(403, detail=TO_BE_DONE[page])
    return redirect(f"{reverse(page)}?{urlencode({'next': back(request)})}")


def back(request: HttpRequest) -> str:
    """Where to go on afterwards: the page that was asked for, home where a form was sent."""
    return request.get_full_path() if request.method == "GET" else "/"


def used(request: HttpRequest) -> bool:
    """Whether this session was signed in with a second factor."""
    return any(record["method"] == METHOD for record in get_authentication_records(request, request.user))


def remember(session: Any, user: Any) -> None:
    """Note in a session that `user` has shown the second factor."""
    record_authentication(SimpleNamespace(session=session), user, METHOD, type="totp")


def forget(session: Any, user: Any) -> None:
    """Take that note out again: the second factor is no longer there."""
    records = get_authentication_records(SimpleNamespace(session=session), user)
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [record for record in records if record["method"] != METHOD]
