"""A screen, and whoever looks at it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from jingwei.domains.dashboards.actions.screens import make
from jingwei.domains.dashboards.models import Screen
from jingwei.foundation.scope.reach import reaching
from jingwei.kernels.figures.actions.folding import fold_all


@pytest.fixture
def given(office_district) -> Callable[..., Screen]:
    """`given(organization, days=90)`: a screen that the district's office has given out."""

    def give(organization: Any, *, title: str = "云溪区基层党建", days: int = 90) -> Screen:
        with reaching(office_district.reach()):
            return make(office_district, organization, title=title, days=days)

    return give


@pytest.fixture
def wall() -> Callable[[str], Any]:
    """`wall(token)`: the answer to a browser that has never been here; everything is counted first."""

    def look(token: str) -> Any:
        fold_all()
        return Client().get(f"/screen/{token}/")

    return look
