"""The codes of the national standards."""

import pytest

from jingwei.members.rules.codes import code_lists, code_of, name_of


def test_the_lists_are_those_of_the_standards():
    assert {column: one.standard for column, one in code_lists().items()} == {
        "gender": "GB/T 2261.1-2003",
        "ethnic": "GB/T 3304-1991",
        "education": "GB/T 4658-2006",
        "occupation": "GB/T 2261.4-2003",
    }
    assert len(code_lists()["ethnic"].names) == 56


@pytest.mark.parametrize("column", ["gender", "ethnic", "education", "occupation"])
def test_every_code_leads_to_its_name_and_back(column):
    names = code_lists()[column].names
    assert {code_of(column, name): name_of(column, code) for code, name in names.items()} == names


def test_what_the_standard_does_not_have_is_said_as_it_is():
    assert (name_of("ethnic", "99"), code_of("ethnic", "云州族")) == ("99", "")


def test_the_lists_cannot_be_changed():
    with pytest.raises(TypeError):
        code_lists()["gender"].names["3"] = "别的"
