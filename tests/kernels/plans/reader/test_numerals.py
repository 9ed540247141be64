"""Numbers in digits and in characters."""

import pytest

from jingwei.kernels.plans.reader.numerals import chinese, number, rough_pair


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("两百", 200),
        ("一百零五", 105),
        ("三千", 3000),
        ("二〇二六", 2026),
        ("三万五千", 35000),
    ],
)
def test_characters_are_numbers(printed: str, value: int) -> None:
    assert chinese(printed) == value


@pytest.mark.parametrize(
    ("printed", "value"), [("12", 12), ("1,200", 1200), ("3.50", 3.5), ("X", None), ("**", None), ("__", None)]
)
def test_digits_are_numbers_and_fill_signs_are_blanks(printed: str, value: float | None) -> None:
    assert number(printed) == value


@pytest.mark.parametrize(
    ("printed", "pair"), [("两三", (2, 3)), ("三五", (3, 5)), ("五三", None), ("一二三", None), ("三", None)]
)
def test_two_neighbouring_characters_are_a_range(printed: str, pair: tuple[int, int] | None) -> None:
    assert rough_pair(printed) == pair
