"""Comma-separated text: the same rows, and no text that a spreadsheet program takes for a formula."""

from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import everywhere
from jingwei.kernels.figures.declaring import figures, indices, ratios
from tests.domains.dashboards.api.asking import answered, lines, told

MEMBERS = "members.members"


def test_the_rows_are_those_of_json(office_town, counted):
    query = {"cut": "gender", "children": "true"}
    heads, *rows = lines(answered(office_town, MEMBERS, format="csv", **query))
    wanted = told(office_town, MEMBERS, **query)["rows"]
    assert heads == list(wanted[0])
    assert rows == [[str(row[head]) for head in heads] for row in wanted]


def test_a_name_that_looks_like_a_formula_stays_a_name(tree, office_town, counted):
    with writing(reason="test"), everywhere(reason="test"):
        tree.branch.name = tree.branch.short_name = '=HYPERLINK("http://example.invalid")'
        tree.branch.save()
    _, row = lines(answered(office_town, MEMBERS, node=tree.branch.pk, format="csv"))
    assert row[1] == '\'=HYPERLINK("http://example.invalid")'
    assert row[-1] == "2"


def test_a_ratio_has_both_sides_and_an_empty_cell_for_no_value(office_town, office_other_town, counted):
    heads, row = lines(answered(office_town, "members.women_share", format="csv"))
    assert (heads[4:], row[4:6], row[-1]) == (["top", "bottom", "value", "few"], ["2", "3"], "true")
    _, empty = lines(answered(office_other_town, "members.women_share", format="csv"))
    assert empty[4:] == ["0", "0", "", "false"]


def test_an_index_has_its_parts_beside_it(office_town, counted):
    for key, index in indices().items():
        heads, *rows = lines(answered(office_town, key, format="csv", children="true"))
        beside = [f"{ratio}:{side}" for ratio, _ in index.parts for side in ("weight", "top", "bottom", "value")]
        assert heads[5:] == beside
        assert {len(row) for row in rows} == {len(heads)}


def test_the_definitions_have_a_line_each(office_town):
    heads, *rows = lines(answered(office_town, format="csv"))
    assert heads == ["kind", "key", "title", "unit", "definition", "basis", "cuts"]
    assert {row[1] for row in rows} == {*figures(), *ratios(), *indices()}


def test_the_file_is_saved_under_the_key(office_town, counted):
    assert answered(office_town, MEMBERS, format="csv")["Content-Disposition"].endswith("members.members.csv")
