"""How a route that programs read says no: as JSON (RFC 9457), in the words that a person would read on the page."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, JsonResponse

View = TypeVar("View", bound=Callable[..., Any])
FOR_PROGRAMS = "for_programs"
JSON_TYPE = "application/problem+json"
SAID = {
    400: ("这次请求没有收到完整的内容", "请核对后重新发送。"),
    401: ("还没有登录", "请先登录，再带着登录状态来取。"),
    403: ("现在的岗位不能看这些内容", "如果还有别的岗位，请在页面上方换一个再试；仍然不行，请联系本级管理员。"),
    404: ("没有找到", "可能没有这个编号，也可能不归现在的岗位查看。"),
    413: ("内容太大了", "请分开后再发送。"),
    422: ("请求写得不对", "请对照接口说明核对。"),
    429: ("取得太频繁了", "请过几分钟再来。"),
    500: ("系统出了问题", "请过几分钟再试；一再出现，请告诉本级管理员出现的时间。"),
}


def problem(status: int, *, detail: str = "") -> JsonResponse:
    """{"type", "title", "status", "detail"}: what is wrong, and what to do about it."""
    title, next_step = SAID.get(status, SAID[500])
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail or next_step}
    answer = JsonResponse(body, status=status, content_type=JSON_TYPE, json_dumps_params={"ensure_ascii": False})
    answer["Cache-Control"] = "private, no-store"
    return answer


def for_programs(view: View) -> View:
    """Mark a view whose answers are read by programs: nobody is led to a page from there."""
    setattr(view, FOR_PROGRAMS, True)
    return view


def is_for_programs(view: Any) -> bool:
    return bool(getattr(view, FOR_PROGRAMS, False))


def asks_for_program(request: HttpRequest) -> bool:
    """Whether the route that is answering is one of those."""
    match = getattr(request, "resolver_match", None)
    return match is not None and is_for_programs(match.func)
