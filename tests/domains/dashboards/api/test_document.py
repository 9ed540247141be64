"""The OpenAPI document: every answer fits it, and the page for people says what it says."""

import re

import pytest
from django.urls import get_resolver

from jingwei.foundation.access.matrix import entrances
from jingwei.kernels.figures.declaring import figures, indices, ratios
from tests.cast import client_of
from tests.domains.dashboards.api.asking import FIGURES, answered
from tests.domains.dashboards.api.fitting import misfits

ONE = "/api/figures/{key}/"


@pytest.fixture
def document(secretary):
    return client_of(secretary).get("/api/openapi.json").json()


def unfit(document, address, answer):
    """What does not fit the document: the status, the kind of answer, or what stands in it."""
    described = document["paths"][address]["get"]["responses"][str(answer.status_code)]["content"]
    schema = described[answer["Content-Type"].partition(";")[0]]["schema"]
    return misfits(answer.json(), schema, document)


def test_the_definitions_fit(document, secretary):
    assert unfit(document, FIGURES, answered(secretary)) == []


@pytest.mark.parametrize("query", [{}, {"children": "true"}, {"known_on": "2026-01-31", "children": "true"}])
def test_every_number_fits(document, office_town, counted, query):
    answers = [answered(office_town, key, **query) for key in (*figures(), *ratios(), *indices())]
    assert {answer.status_code for answer in answers} == {200}
    assert [wrong for answer in answers for wrong in unfit(document, ONE, answer)] == []


def test_every_cut_fits(document, office_town, counted):
    cuts = [(key, cut.key) for key, one in figures().items() for cut in one.cuts]
    assert [wrong for key, cut in cuts for wrong in unfit(document, ONE, answered(office_town, key, cut=cut))] == []


@pytest.mark.parametrize(
    ("part", "key", "query", "status"),
    [
        (None, "members.members", {}, 401),
        ("member", "members.members", {}, 403),
        ("secretary", "nothing", {}, 404),
        ("secretary", "members.members", {"month": "x"}, 422),
        ("secretary", "members.members", {"cut": "x"}, 422),
        (None, "", {}, 401),
        ("member", "", {}, 403),
        ("secretary", "", {"format": "x"}, 422),
    ],
)
def test_every_refusal_fits(document, db, actor_for, part, key, query, status):
    answer = answered(actor_for(part) if part else None, key, **query)
    assert answer.status_code == status
    assert unfit(document, ONE if key else FIGURES, answer) == []


def test_a_misfit_is_found(document, office_town, counted):
    answer = answered(office_town, "members.members").json()
    schema = {"$ref": "#/components/schemas/Numbers"}
    assert misfits(answer, schema, document) == []
    for wrong in (
        {"kind": "x"},
        {"title": 1},
        {"as_of": None},
        {"more": 1},
        {"rows": [{}]},
        {"period": {"first": "x"}},
    ):
        assert misfits({**answer, **wrong}, schema, document) != []


def test_every_route_below_is_in_the_document(document):
    below = {"/" + one.address for one in entrances(get_resolver().url_patterns) if one.address.startswith("api/fig")}
    assert {re.sub(r"<\w+:(\w+)>", r"{\1}", address) for address in below} == set(document["paths"])
    assert (document["openapi"], document["info"]["title"]) == ("3.1.0", "经纬指标接口")


def test_each_parameter_and_field_is_explained(document):
    taken = [one for path in document["paths"].values() for one in path["get"]["parameters"]]
    held = [field for one in document["components"]["schemas"].values() for field in one["properties"].items()]
    bare = [name for name, field in held if "description" not in field and name != "type"]
    assert ([one["name"] for one in taken if "description" not in one], bare) == ([], [])


def test_nothing_of_the_program_shows_in_the_document(secretary):
    assert "jingwei" not in client_of(secretary).get("/api/openapi.json").content.decode()


def test_the_page_says_what_the_document_says(document, secretary):
    text = client_of(secretary).get("/api/").content.decode()
    words = [one["description"] for path in document["paths"].values() for one in path["get"]["parameters"]]
    assert [word for word in words if word.replace('"', "&#34;") not in text] == []
    assert [address for address in document["paths"] if address not in text] == []
    assert not re.search(r'(?:src|href)="(?:https?:)?//', text)


def test_the_examples_on_the_page_are_answered(secretary, counted):
    client = client_of(secretary)
    examples = re.findall(r'href="(/api/figures/[^"]+)"', client.get("/api/").content.decode())
    assert len(examples) == 3
    assert [address for address in examples if client.get(address.replace("&amp;", "&")).status_code != 200] == []
