"""The library as a whole: complete, exact, and closed to misprints."""

import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from jingwei.regulations.choices import UNDATED_SINCE
from jingwei.regulations.instruments import split_basis
from jingwei.regulations.library import (
    NotInForce,
    areas,
    citation,
    clause,
    clauses,
    instruments,
    parameter,
    parameters,
)
from jingwei.regulations.numbers import read_parameter
from jingwei.regulations.sheets import Misprint, exact, read
from jingwei.regulations.wordings import read_clause

RULES = (Path(__file__).parent / "rule_ids.txt").read_text(encoding="utf-8").split()
ENTRIES = [*parameters().values(), *clauses().values()]


def sheet(**changes):
    """A parameter's file as it has to be, with changes."""
    whole = {
        "title": "支部一季度要开几次大会",
        "unit": "次",
        "modality": "must",
        "confidence": "certain",
        "checked": date(2026, 11, 21),
        "values": {date(2018, 10, 28): {"value": 1, "op": ">=", "basis": "branch-work-regulations-2018, 第十一条"}},
    }
    return {key: value for key, value in {**whole, **changes}.items() if value is not ...}


def values(**changes):
    return {date(2020, 1, 1): {"value": 2, "basis": "house-practice", **changes}}


def test_every_rule_of_the_research_is_in_the_library():
    assert len(RULES) == 181
    assert sorted({rule for entry in ENTRIES for rule in entry.rules}) == sorted(RULES)


def test_every_instrument_is_cited_and_every_area_is_used():
    assert {paper.key for entry in ENTRIES for paper in entry.instruments} == set(instruments())
    assert {entry.area for entry in ENTRIES} == set(areas())


def test_nothing_counts_before_its_instrument_does():
    early = [
        f"{entry.key} {moment.since}"
        for entry in ENTRIES
        for moment in entry.history
        if moment.since < split_basis(moment.basis)[0].since
    ]
    assert early == []


def test_what_stands_on_our_own_agreement_never_blocks():
    assert [entry.key for entry in ENTRIES if entry.is_house_practice and entry.modality == "must"] == []


def test_what_an_area_sets_has_the_library_s_value_within_its_bounds():
    outside = [
        number.key
        for number in parameters().values()
        for side, beyond in (("min", -1), ("max", 1))
        if side in number.bounds and (number.current.value - number.bounds[side]) * beyond > 0
    ]
    assert outside == []


def test_no_key_means_both_a_number_and_a_clause():
    assert parameters().keys() & clauses().keys() == set()


def test_a_value_is_read_for_the_day():
    quorum = parameter("election.quorum")
    assert [quorum.at(date(2020, 7, day)).op for day in (12, 13, 14)] == [">", ">=", ">="]


def test_a_value_is_exact():
    assert parameter("election.quorum").current.value == Fraction(4, 5)
    assert parameter("dues.rates").current.value[0]["rate"] == Decimal("0.005")
    assert type(parameter("dues.low_income_monthly").current.value) is Decimal
    assert exact([0.1, {"a": "1/3"}, "GB/T 1"]) == (Decimal("0.1"), {"a": Fraction(1, 3)}, "GB/T 1")


def test_a_table_cannot_be_changed_by_who_reads_it():
    with pytest.raises(TypeError):
        parameter("dues.rates").current.value[0]["rate"] = 1


def test_a_bound_knows_whether_it_is_met():
    quorum = parameter("election.quorum")
    assert quorum.at(date(2020, 7, 12)).met_by(Fraction(4, 5)) is False
    assert quorum.at(date(2020, 7, 13)).met_by(Fraction(4, 5)) is True
    with pytest.raises(ValueError, match="no bound"):
        parameter("dues.rates").current.met_by(1)


def test_a_repealed_number_is_not_in_force():
    history = {**values(), date(2021, 1, 1): {"value": None, "basis": "house-practice"}}
    number = read_parameter("plans.gone", sheet(values=history))
    assert number.at(date(2020, 12, 31)).value == 2
    with pytest.raises(NotInForce, match=r"plans\.gone has no value on 2021-01-01"):
        number.at(date(2021, 1, 1))


def test_a_repealed_clause_is_not_in_force():
    words = {date(2020, 1, 1): {"text": "要商量", "basis": "house-practice"}}
    words[date(2021, 1, 1)] = {"text": None, "basis": "house-practice"}
    demand = read_clause("plans.gone", sheet(unit=..., values=..., wordings=words))
    assert demand.at(date(2020, 12, 31)).text == "要商量"
    with pytest.raises(NotInForce):
        demand.at(date(2021, 1, 1))


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("branch-work-regulations-2018, 第四条", "《中国共产党支部工作条例（试行）》第四条"),
        ("floating-members-opinion-2024", "《关于进一步加强和改进流动党员管理工作的意见》"),
        ("dengzhou-four-deliberations", "邓州“四议两公开”做法"),
        ("house-practice", "本平台约定"),
    ],
)
def test_a_basis_is_cited_in_the_reader_s_words(basis, words):
    assert citation(basis) == words


@pytest.mark.parametrize(
    ("key", "changes", "complaint"),
    [
        ("plans.x", {"colour": "red"}, "unknown"),
        ("plans.x", {"unit": ...}, "missing"),
        ("nowhere.x", {}, "area"),
        ("plans.x", {"modality": "perhaps"}, "perhaps"),
        ("plans.x", {"confidence": "sure"}, "sure"),
        ("plans.x", {"checked": "2026"}, "expected a day"),
        ("plans.x", {"title": " "}, "expected words"),
        ("plans.x", {"values": {}}, "no values"),
        ("plans.x", {"values": values(basis="no-such-paper, 第一条")}, "no instrument"),
        ("plans.x", {"values": values(op="=<")}, "=<"),
        ("plans.x", {"values": values(why="so")}, "unknown"),
        ("plans.x", {"values": {date(2020, 1, 1): {"value": 2}}}, "missing"),
        ("plans.x", {"values": {date(2020, 1, 1): 2}}, "needs `value`"),
        ("plans.x", {"values": {"2020": {"value": 2, "basis": "house-practice"}}}, "expected a day"),
        ("plans.x", {"bounds": {"min": 1}}, "areas set themselves"),
        ("plans.x", {"modality": "local", "bounds": {"least": 1}}, "unknown"),
    ],
)
def test_a_misprint_stops_the_start(key, changes, complaint):
    with pytest.raises(Misprint, match=complaint):
        read_parameter(key, sheet(**changes))


def test_a_key_given_twice_stops_the_start(tmp_path):
    file = tmp_path / "twice.yaml"
    file.write_text("title: 一\ntitle: 二\n", encoding="utf-8")
    with pytest.raises(Misprint, match="twice"):
        read(file)


def test_a_misspelt_key_stops_the_start():
    with pytest.raises(KeyError):
        parameter("election.quorun")
    with pytest.raises(KeyError):
        clause("formalism.chek_in")


def test_a_doubtful_entry_is_known_by_its_confidence_or_its_article():
    assert parameter("membership.correction_years").doubt
    assert parameter("election.quorum").doubt, "the article has not been read"
    assert not parameter("branch.max_members").doubt


def test_a_practice_without_a_date_counts_from_the_agreed_day():
    assert instruments()["house-practice"].since.isoformat() == UNDATED_SINCE


def test_the_library_is_read_fast():
    code = "import jingwei.regulations.library as l; l.parameters(); l.clauses()"
    subprocess.run([sys.executable, "-c", code], check=True)  # warm the disk
    began = time.process_time()
    for cached in (parameters, clauses, instruments):
        cached.cache_clear()
    parameters(), clauses()
    assert time.process_time() - began < 0.5
