"""The small plan of the town, as the tests of plans make it."""

from tests.kernels.plans.conftest import (  # noqa: F401  # fixtures
    acting,
    asking,
    browser,
    cast,
    clearance,
    draft,
    duty,
    giving,
    granting,
    on_the_day,
    plan,
)
