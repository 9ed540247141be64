"""What the inventory stands on is in the library."""

import pytest

from jingwei.domains.privacy import checks


def test_every_ground_is_a_clause_or_an_article():
    assert checks.every_ground_is_known(None) == []


@pytest.mark.parametrize(
    ("basis", "known"),
    [
        ("privacy.rights", True),
        ("privacy.right", False),
        ("personal-information-law-2021, 第六条", True),
        ("personal-information-law-2021", False),
        ("personal-information-law-2022, 第六条", False),
        ("工作需要", False),
    ],
)
def test_a_ground_is_known_by_its_key(basis, known):
    assert checks.is_known(basis) is known
