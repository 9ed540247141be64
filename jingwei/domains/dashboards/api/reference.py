"""The page on which a person reads what the interface offers, made from the OpenAPI document: so it cannot differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.pages import page

from .routes import PREFIX, document

TYPES = {"integer": "整数", "number": "数", "string": "文字", "boolean": "true 或 false", "array": "列表", "null": "空"}
FORMATS = {"date": "日期，如 2026-06-30", "date-time": "时刻"}
EXAMPLES = (
    ("figures/members.members/?cut=gender&children=true", "本级和每个下级的党员，按性别分"),
    ("figures/members.joined/?from=2026-01&until=2026-06", "上半年发展的党员"),
    ("figures/members.members/?known_on=2026-06-30&format=csv", "按六月底已掌握的情况，用表格软件打开"),
)
STATUSES = {200: "给出内容", 401: "还没有登录", 403: "现在的岗位不能看", 404: "没有找到", 422: "请求写得不对"}


@dataclass(frozen=True)
class Field:
    """A parameter of a route, or a field of an answer."""

    name: str
    kind: str
    words: str


@dataclass(frozen=True)
class Route:
    """One address and what it takes and gives."""

    address: str
    title: str
    words: str
    takes: tuple[Field, ...]
    gives: str
    statuses: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Shape:
    """An object that an answer holds."""

    name: str
    words: str
    fields: tuple[Field, ...]


@access(get="figure.see")
def reference(request: HttpRequest) -> HttpResponse:
    told = document()
    facts = {"about": told["info"], "routes": list(routes(told)), "shapes": list(shapes(told))}
    return page(request, "dashboards/api.html", prefix=PREFIX, examples=EXAMPLES, **facts)


def routes(told: Mapping[str, Any]) -> Iterator[Route]:
    """The routes of an OpenAPI document."""
    for address, methods in told["paths"].items():
        one = methods["get"]
        takes = tuple(
            Field(taken["name"], kind_of(taken["schema"]), taken["description"]) for taken in one["parameters"]
        )
        answer = one["responses"][HTTPStatus.OK]["content"]["application/json"]["schema"]
        statuses = tuple((int(status), STATUSES[int(status)]) for status in sorted(one["responses"], key=int))
        yield Route(address, one["summary"], one["description"], takes, kind_of(answer), statuses)


def shapes(told: Mapping[str, Any]) -> Iterator[Shape]:
    """The objects that answers hold, each after the one that holds it first."""
    for name in dict.fromkeys(_named(told, [one["get"]["responses"] for one in told["paths"].values()])):
        one = told["components"]["schemas"][name]
        fields = (Field(key, kind_of(field), field.get("description", "")) for key, field in one["properties"].items())
        yield Shape(name, one.get("description", ""), tuple(fields))


def _named(told: Mapping[str, Any], part: Any) -> Iterator[str]:
    """The names of the objects that a part of the document leads to, at any depth."""
    if isinstance(part, list):
        for one in part:
            yield from _named(told, one)
    elif isinstance(part, dict) and "$ref" in part:
        name = str(part["$ref"]).rpartition("/")[2]
        yield name
        yield from _named(told, told["components"]["schemas"][name])
    elif isinstance(part, dict):
        for one in part.values():
            yield from _named(told, one)


def kind_of(schema: Mapping[str, Any]) -> str:
    """What a value is, in words: 整数, 整数或空, 列表（Row）."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return "或".join(dict.fromkeys(kind_of(one) for one in schema["anyOf"]))
    if "enum" in schema or "const" in schema:
        return " / ".join(f"“{one}”" for one in schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array":
        return f"{TYPES['array']}（{kind_of(schema['items'])}）"
    return FORMATS.get(schema.get("format", ""), TYPES.get(schema.get("type", ""), "内容"))
