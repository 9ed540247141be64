"""What reading costs is the same in a small tree and in a large one: queries, rows read, and the way through the
index."""

import pytest
from django.db import connection

from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import everywhere
from jingwei.kernels.figures.actions.folding import fold_all
from jingwei.kernels.figures.selectors.reading import read, table
from jingwei.kernels.figures.selectors.trends import trend
from jingwei.members.models import Member
from tests.kernels.figures.people import person

WANTED = [("members.members", cut) for cut in ("", "gender", "ethnic", "education")]
SMALL, LARGE = 10, 1000  # members


def filled(tree, members):
    with writing(reason="test"), everywhere(reason="test"):
        Member.objects.bulk_create(
            person((tree.branch, tree.other_branch)[n % 2], f"某{n}", save=False, gender="12"[n % 2])
            for n in range(members)
        )
    fold_all()


class Seen:
    """The statements of a block, as they were executed."""

    def __enter__(self):
        self.statements = []
        self.wrapper = connection.execute_wrapper(self)
        self.wrapper.__enter__()
        return self

    def __exit__(self, *wrong):
        self.wrapper.__exit__(*wrong)

    def __call__(self, execute, sql, params, many, context):
        self.statements.append((sql, params))
        return execute(sql, params, many, context)


def rows_of(seen):
    """How many rows of roll-ups the statements read, and how they got at them."""
    count, ways = 0, set()
    with connection.cursor() as cursor:
        for sql, params in seen.statements:
            cursor.execute(sql, params)
            count += len(cursor.fetchall())
            how = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
            cursor.execute(f"{how} {sql}", params)
            ways |= {str(line[-1]).strip() for line in cursor.fetchall()}
    return count, ways


@pytest.mark.parametrize("members", [SMALL, LARGE])
def test_a_node_is_read_in_one_query_and_as_many_rows_at_any_size(tree, members):
    filled(tree, members)
    with everywhere(reason="test"), Seen() as seen:
        found = read(tree.city, WANTED)
    assert found.amount("members.members") == members
    assert (len(seen.statements), rows_of(seen)[0]) == (1, 5)  # the whole, two genders, one each of the others


def test_roll_ups_are_found_by_their_key(tree):
    filled(tree, LARGE)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # a table this small is read whole otherwise
    with everywhere(reason="test"), Seen() as seen:
        read(tree.city, WANTED)
    ways = "\n".join(rows_of(seen)[1])
    assert ("figures_rollup_pkey" in ways) or ("SEARCH r USING PRIMARY KEY (organization_id=? AND cell_id=?)" in ways)


def test_as_many_queries_for_one_organization_as_for_three_and_for_any_number_of_days(tree, days=range(1, 29)):
    filled(tree, SMALL)
    from datetime import date

    for places in ([tree.city], [tree.city, tree.branch, tree.other_branch]):
        with everywhere(reason="test"), Seen() as seen:
            table(places, WANTED)
        assert len(seen.statements) == 1
    with everywhere(reason="test"), Seen() as seen:
        trend(tree.city, WANTED, [date(2026, 1, day) for day in days])
    assert len(seen.statements) == 2


def test_a_fold_asks_as_often_for_a_hundred_members_as_for_one(tree):
    asked = []
    for some in (1, 100):
        with writing(reason="test"), everywhere(reason="test"):
            Member.objects.bulk_create(person(tree.branch, f"某{n}", save=False) for n in range(some))
        with Seen() as seen:
            fold_all()
        asked.append(len(seen.statements))
    fold_all()
    assert asked[1] <= asked[0]  # the first also learns the values of the cuts
