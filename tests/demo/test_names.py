"""Names fit the decade, the gender and the ethnic group, and are nobody's we know."""

from collections import Counter
from random import Random
from typing import Any

from jingwei.demo.names import minority, person_name, table


def names(count: int = 3000, **who: Any) -> list[str]:
    rng = Random(7)
    return [person_name(rng, **{"born": 1975, "gender": "1", **who}) for _ in range(count)]


def test_the_same_seed_gives_the_same_names() -> None:
    assert names(20) == names(20)


def test_the_five_most_common_surnames_are_borne_by_a_third() -> None:
    surnames = Counter(name[0] for name in names())
    common = sum(surnames[surname] for surname in "王李张刘陈")
    assert 0.27 < common / 3000 < 0.37


def test_a_name_is_of_its_decade_and_gender() -> None:
    assert any(name.endswith("子轩") for name in names(born=2003))
    assert any(name.endswith("秀英") for name in names(born=1942, gender="2"))
    assert not any(name.endswith(("子轩", "秀英")) for name in names(born=1975))


def test_years_outside_the_table_take_the_nearest_decade() -> None:
    assert len(names(5, born=1925)) == len(names(5, born=2019)) == 5


def test_no_name_of_a_well_known_person_is_drawn() -> None:
    drawn = {
        name for born in range(1930, 2010, 10) for gender in "12" for name in names(2000, born=born, gender=gender)
    }
    assert drawn & set(table("excluded_names")) == set()


def test_some_peoples_bear_names_of_their_own_form() -> None:
    uygur = names(200, ethnic="05", gender="2")
    assert any("·" in name for name in uygur)
    assert {name.split("·")[0] for name in uygur} == set(table("ethnic_names")["names"]["05"]["2"])


def test_larger_minorities_are_drawn_more_often() -> None:
    rng = Random(7)
    drawn = Counter(minority(rng) for _ in range(5000))
    assert drawn["08"] > drawn["03"] > drawn["22"]
    assert "01" not in drawn
