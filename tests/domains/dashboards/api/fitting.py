"""Whether a value fits a JSON schema: as much of the language as the interface's document uses, and no more."""

import re
from datetime import date, datetime

KINDS = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool}
KNOWN = {"$ref", "anyOf", "type", "properties", "required", "items", "enum", "const", "format", "pattern", "default"}
SAID = {"title", "description"}
FORMATS = {"date": date.fromisoformat, "date-time": datetime.fromisoformat}


def misfits(value, schema, told, place=""):
    """`place: what is wrong`, for everything that does not fit."""
    assert schema.keys() <= KNOWN | SAID, f"{place}: {schema.keys() - KNOWN - SAID} is not understood here"
    if "$ref" in schema:
        return misfits(value, told["components"]["schemas"][schema["$ref"].rpartition("/")[2]], told, place)
    if "anyOf" in schema:
        tried = [misfits(value, one, told, place) for one in schema["anyOf"]]
        return [] if [] in tried else [f"{place}: {value!r} fits none of {tried}"]
    if schema["type"] == "null":
        return [] if value is None else [f"{place}: {value!r} is not null"]
    of_kind = isinstance(value, KINDS[schema["type"]]) and (schema["type"] == "boolean" or not isinstance(value, bool))
    return inside(value, schema, told, place) if of_kind else [f"{place}: {value!r} is no {schema['type']}"]


def inside(value, schema, told, place):
    """The same, of a value of the right kind."""
    if schema["type"] == "object":
        return in_object(value, schema, told, place)
    if schema["type"] == "array":
        return [one for n, item in enumerate(value) for one in misfits(item, schema["items"], told, f"{place}[{n}]")]
    allowed = schema.get("enum", [schema["const"]] if "const" in schema else [value])
    wrong = [] if value in allowed else [f"{place}: {value!r} is none of {allowed}"]
    if "pattern" in schema and not re.search(schema["pattern"], value):
        wrong.append(f"{place}: {value!r} does not match")
    FORMATS.get(schema.get("format"), str)(value)
    return wrong


def in_object(value, schema, told, place):
    missing = [f"{place}.{name}: missing" for name in schema.get("required", []) if name not in value]
    extra = [f"{place}.{name}: not in the document" for name in value if name not in schema["properties"]]
    inner = [
        one
        for name, field in schema["properties"].items()
        if name in value
        for one in misfits(value[name], field, told, f"{place}.{name}")
    ]
    return [*missing, *extra, *inner]
