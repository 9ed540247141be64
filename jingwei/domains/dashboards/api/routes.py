"""The routes. Who asks is told by the signed-in session; what each route needs is declared as on every page."""

from functools import cache
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern
from django.views.decorators.cache import cache_control
from ninja import NinjaAPI, Query
from ninja.errors import ValidationError
from ninja.params.functions import Path
from ninja.renderers import JSONRenderer
from ninja.security import django_auth

from jingwei.foundation.access.problems import JSON_TYPE, for_programs, problem
from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.downloads import download

from . import answers, comma
from .asking import Asked, AskedForm, WronglyAsked, form_asked
from .schemas import Catalogue, Numbers, Problem

PREFIX = "/api/"
ABOUT = (
    "读取指标、比率和指数：与看板用的是同一套数，同样的岗位看同样的范围。"
    "先用浏览器登录，带着登录状态来取；只能读，不能改。出错时给出原因和办法。"
)
PROBLEMS = {401: Problem, 403: Problem, 404: Problem, 422: Problem}
KEPT_BY_NOBODY = cache_control(private=True, no_store=True)
KEY = Path(..., description="指标、比率或指数的代号")
COMMA = {"content": {"text/csv": {"schema": {"type": "string"}}}}


class Readable(JSONRenderer):
    """Chinese as Chinese."""

    json_dumps_params = {"ensure_ascii": False}


api = NinjaAPI(
    title="经纬指标接口",
    version="1",
    description=ABOUT,
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
    renderer=Readable(),
    auth=django_auth,
)


@api.get(
    "figures/",
    response={200: Catalogue, 401: Problem, 403: Problem, 422: Problem},
    summary="所有指标、比率和指数的定义",
    operation_id="definitions",
    url_name="figures",
    openapi_extra={"responses": {200: COMMA}},
)
def definitions(request: HttpRequest, asked: Query[AskedForm]) -> Any:
    """每个数只定义一次：代号、名称、单位、怎样算、依据、可以怎样分组。"""
    found = answers.catalogue(today())
    return download(comma.of_catalogue(found), "figures.csv") if form_asked(request, asked) == "csv" else found


@api.get(
    "figures/{str:key}/",
    response={200: Numbers, **PROBLEMS},
    summary="一个数：某个组织的，按需要分组、分月、列出下级",
    operation_id="numbers",
    url_name="figure",
    openapi_extra={"responses": {200: COMMA}},
)
def figure(request: Any, key: str = KEY, *, asked: Query[Asked]) -> Any:
    """代号取自定义。编号不在您的范围内的组织，按没有找到答复。"""
    found = answers.numbers(request.actor, key, asked)
    return download(comma.of_numbers(found), f"{key}.csv") if form_asked(request, asked) == "csv" else found


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document. What the library does not know: how problems are written here."""
    told = dict(api.get_openapi_schema(path_prefix=PREFIX))
    for methods in told["paths"].values():
        for status, answer in methods["get"]["responses"].items():
            if status != HTTPStatus.OK:
                answer["content"] = {JSON_TYPE: answer["content"].pop("application/json")}
    return told


@for_programs
@access(get="figure.see")
@KEPT_BY_NOBODY
def openapi(request: HttpRequest) -> HttpResponse:
    return JsonResponse(document(), json_dumps_params={"ensure_ascii": False})


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(404)


@api.exception_handler(PermissionDenied)
def _forbidden(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(403)


@api.exception_handler(WronglyAsked)
def _wrongly_asked(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(422, detail=str(error))


@api.exception_handler(ValidationError)
def _misread(request: HttpRequest, error: Any) -> HttpResponse:
    """Each parameter that could not be read, with what it should be."""
    said = {name: field.description or "" for name, field in _parameters().items()}
    wrong = {str(one["loc"][-1]) for one in error.errors}
    return problem(422, detail=" ".join(f"{name}：应当是{said.get(name, '')}。" for name in sorted(wrong)))


def _parameters() -> dict[str, Any]:
    """Name in the address → field."""
    return {field.alias or name: field for name, field in Asked.model_fields.items()}


def patterns() -> list[URLPattern]:
    """The library's routes, each with what it needs; its page about nothing is left out."""
    found = [one for one in api.urls[0] if isinstance(one, URLPattern) and one.name != "api-root"]
    for one in found:
        one.callback = access(get="figure.see")(for_programs(KEPT_BY_NOBODY(one.callback)))
    return found
