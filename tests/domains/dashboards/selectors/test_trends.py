"""How figures went: what is there as it was known then, what happens by its month, also what was written later."""

from datetime import date

from jingwei.domains.dashboards.selectors.trends import course_of
from jingwei.foundation.scope.reach import reaching
from tests.domains.dashboards.then import november, on_day
from tests.kernels.figures.people import person

KEYS = ("members.members", "members.joined")


def told(course):
    return [[value.words for value in values] for _, values in course.rows]


def test_what_is_there_is_told_by_day_and_what_happens_by_month(tree, superior):
    for day, joined in ((1, date(2026, 10, 5)), (20, date(2026, 9, 5))):
        with on_day(day, superior):
            person(tree.branch, f"党员{day}", joined_on=joined, full_on=None)
    with reaching(superior.reach()):
        course = course_of(tree.community, KEYS, date(2026, 12, 2), known_on=None, begun={}, months=4)
        then = course_of(tree.community, KEYS, november(10), known_on=november(10), begun={}, months=3)
        alone = course_of(tree.community, KEYS[1:], date(2026, 12, 2), known_on=None, begun={}, months=4)
    assert [day for day, _ in course.rows] == [date(2026, 9, 30), date(2026, 10, 31), november(30), date(2026, 12, 2)]
    assert [row[1] for row in told(course)] == [row[0] for row in told(alone)] == ["1", "1", "0", "0"]
    assert [row[0] for row in told(course)][2:] == ["2", "2"]
    assert told(then)[-1] == ["1", "0"]
    assert [row[1] for row in told(then)] == ["0", "1", "0"]


def test_no_keys_have_no_course(tree, superior):
    with reaching(superior.reach()):
        assert course_of(tree.community, (), november(1), known_on=None, begun={}) is None


def test_nothing_is_said_of_what_is_there_before_it_was_counted(tree, superior):
    with on_day(20, superior):
        person(tree.branch, "党员", joined_on=date(2026, 10, 5), full_on=None)
    with reaching(superior.reach()):
        course = course_of(tree.community, KEYS, november(25), known_on=None, begun={KEYS[0]: november(20)}, months=2)
    assert told(course) == [["—", "1"], ["1", "0"]]
    assert course.rows[0][1][0].number is None
