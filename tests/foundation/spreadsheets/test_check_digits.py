"""Our check digits are those of another implementation of the same standards."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from jingwei.foundation.spreadsheets.cells import BadCell, CreditCode, IdNumber
from tests.foundation.spreadsheets.kinds import ON

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def is_taken(kind, text):
    try:
        return kind.read(text, on=ON) == text
    except BadCell:
        return False


@given(st.dates(date(1900, 1, 1), ON), st.integers(0, 999), st.sampled_from("0123456789X"))
def test_an_id_number_is_checked_as_the_standard_says(born, order, check):
    body = f"990000{born:%Y%m%d}{order:03d}"
    assert is_taken(IdNumber(), body + check) == (ric.calc_check_digit(body + "0") == check)


@given(st.from_regex(r"9[123]990000[0-9A-HJ-NP-RTUWXY]{9}", fullmatch=True), st.sampled_from(SIGNS))
def test_a_credit_code_is_checked_as_the_standard_says(body, check):
    assert is_taken(CreditCode(), body + check) == (uscc.calc_check_digit(body + check) == check)
