"""Terms: running, nearly over, over, unknown."""

from datetime import timedelta

import pytest

from jingwei.foundation.clock import today
from jingwei.organizations.models import Term
from jingwei.organizations.rules import months_later
from tests.figures import changed, counted, divided, on_the_day, saved


def term(organization, since, years=3):
    return saved(Term(organization=organization, number=1, since=since, years=years))


def due_in(days, years=3):
    """The beginning of a term that is due so many days from now."""
    return months_later(today() + timedelta(days=days), -12 * years)


@pytest.mark.parametrize(("days", "standing", "over"), [(-2, "over", 1), (2, "soon", 0), (300, "running", 0)])
def test_a_term_stands_as_its_days_say(tree, days, standing, over):
    term(tree.branch, due_in(days))
    assert divided(tree.city, "terms.terms", "standing") == {standing: 1}
    assert counted(tree.town, "terms.overdue") == over
    assert counted(tree.town, "terms.due_soon") == (standing == "soon")


def test_a_term_is_over_the_day_after_it_was_due(tree):
    since = due_in(0)
    due = months_later(since, 36)
    term(tree.branch, since)
    on_the_day(due, "terms.overdue")
    assert counted(tree.city, "terms.overdue") == 0
    on_the_day(due + timedelta(days=1), "terms.overdue")
    assert counted(tree.city, "terms.overdue") == 1


def test_the_length_of_the_term_decides(tree):
    term(tree.branch, due_in(-30, years=3), years=5)
    assert divided(tree.city, "terms.terms", "standing") == {"running": 1}


def test_a_term_that_has_ended_is_none(tree):
    one = term(tree.branch, due_in(-30))
    assert counted(tree.city, "terms.overdue") == 1
    changed(one, ended_on=today())
    assert counted(tree.city, "terms.overdue") == counted(tree.city, "terms.terms") == 0


def test_what_is_revoked_has_no_term_that_counts(tree):
    term(tree.branch, due_in(-30))
    assert counted(tree.city, "terms.overdue") == 1
    changed(tree.branch, revoked_on=today())
    assert counted(tree.city, "terms.overdue") == 0


def test_branches_and_communities_elect_and_the_town_is_not_counted(tree):
    term(tree.town, due_in(-30))
    term(tree.community, due_in(300))
    assert counted(tree.city, "organizations.electing") == 12
    assert counted(tree.city, "terms.unknown") == 11
    assert counted(tree.city, "terms.terms") == 1


def test_an_election_counts_in_its_month(tree):
    since = today().replace(day=1)
    term(tree.branch, since)
    assert counted(tree.city, "terms.begun", months=[f"{since:%Y-%m}"]) == 1
