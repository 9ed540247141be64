"""The one box: names, pinyin, initials, numbers, tails, in the own part of the tree."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jingwei.foundation.scope.reach import reaching
from jingwei.members.models import Member
from jingwei.members.selectors import search
from tests.members.people import id_of, registered


@pytest.fixture
def people(tree):
    registered(tree.branch, "王建国", id_number=id_of(), phone="13900001234")
    registered(tree.branch, "曾建军", phone="13900005678")
    registered(tree.other_branch, "买买提·艾力", phone="13800001234")
    registered(tree.at(1, 1, 2, 1, 1), "王建国", phone="13700001234")


def found(actor, words: str, **options) -> list[str]:
    with reaching(actor.reach()):
        return [row.name for row in search(words, at=actor.path, **options)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("王建国", ["王建国"]),
        ("王", ["王建国"]),
        ("建国", ["王建国"]),
        ("wang", ["王建国"]),
        ("wangjianguo", ["王建国"]),
        ("wangjia", ["王建国"]),
        ("wjg", ["王建国"]),
        ("zj", ["曾建军"]),
        ("zengjian", ["曾建军"]),
        ("zenj", []),
        ("提艾", ["买买提·艾力"]),
        ("买买提艾力", ["买买提·艾力"]),
        ("买买提·艾", ["买买提·艾力"]),
        ("买买提江山", []),
        ("1234", ["王建国", "买买提·艾力"]),
        ("5678", ["曾建军"]),
        ("13900001234", ["王建国"]),
        ("13900009999", []),
        (id_of(), ["王建国"]),
        (id_of().lower(), ["王建国"]),
        (id_of(serial=4), []),
        ("123", []),
        ("w", []),
        ("", []),
        ("%", []),
    ],
)
def test_the_box_finds_by_any_part_of_what_one_knows(people, office_town, words, names):
    assert found(office_town, words) == names


def test_the_same_words_find_more_in_a_larger_part_of_the_tree(people, secretary, office_town, office_city):
    assert {part.role: len(found(part, "王建国")) for part in (secretary, office_town, office_city)} == {
        "secretary": 1,
        "office_town": 1,
        "office_city": 2,
    }


@pytest.mark.parametrize("words", ["王建国", "wjg", "wangjia", "1234", "13900001234", id_of()])
def test_the_neighbour_finds_nobody_of_this_branch(people, neighbour, words):
    assert Member._base_manager.filter(name="王建国").count() == 2  # there is somebody to leak
    assert "王建国" not in found(neighbour, words)


def test_who_has_left_is_found_when_asked_for(people, tree, secretary):
    registered(tree.branch, "王远行", standing="deceased", left_on=date(2025, 1, 1))
    assert found(secretary, "王远") == []
    assert found(secretary, "王远", gone=True) == ["王远行"]


@pytest.mark.parametrize("words", ["王建国", "建国", "wang", "wjg", "1234", "13900001234", id_of()])
def test_a_search_reads_an_index_and_never_the_table(people, office_town, words):
    with (
        reaching(office_town.reach()),
        CaptureQueriesContext(
            connection,
        ) as asked,
    ):
        plan = search(words, at=office_town.path)[:51].explain() if connection.vendor == "sqlite" else ""
    assert "SCAN" not in plan
    assert [query["sql"] for query in asked if " LIKE " in query["sql"].upper()] == []
