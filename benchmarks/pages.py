"""Whole pages over HTTP, from the server that the product ships: the list of members, and the dashboard of a district.
The limit is a bare program on the same server which asks the database the same (`benchmarks/bare.py`)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from benchmarks import Row, Stage, percentile
from benchmarks.serving import Asker, asked, both, by_turns, question, signed_in
from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import within
from jingwei.organizations.models import Post
from jingwei.organizations.selectors.rows import open_posts

SCALE = "20k"
REQUESTS = 200
ROOT = "0001"
SHOWN = ("name", "short_name", "joined_on", "full_on", "standing")  # of the members
QUERIES = 15


@dataclass(frozen=True)
class Served:
    """The milliseconds of all requests for a page and of the same to the bare program; how many statements one is."""

    ours: list[float]
    bare: list[float]
    statements: int

    def row(self, work: str, share: float, aim: str) -> Row:
        return Row(work, "ms", percentile(self.ours, share), percentile(self.bare, share), len(self.ours), aim)


def run(stage: Stage) -> Iterator[Row]:
    """The page in the middle (of two programs on a machine the slowest requests are those of others) and at p95."""
    page = served(office("office_town"), reverse("members:members"), SHOWN, stage)
    said = f"{page.statements} queries"
    yield page.row(f"page of 50 members, p50 ({said})", 0.5, "≤ 3×")
    yield page.row(f"page of 50 members, p95 ({said})", 0.95, "≤ 3×")
    post = office("office_district")
    board = served(post, reverse("dashboards:board_of", args=[post.organization_id]), (), stage)
    aim = f"p95 ≤ 60 ms, ≤ {QUERIES} queries"
    broken = ": TOO MANY" if board.statements > QUERIES else ""
    yield board.row(f"dashboard of a district ({board.statements} queries{broken})", 0.95, aim)


def office(role: str) -> Post:
    """The first office of that kind."""
    with within(ROOT):
        return open_posts(on=today()).filter(role=role).order_by("organization__path", "pk")[0]


def served(post: Post, path: str, columns: Sequence[str], stage: Stage) -> Served:
    """Ask for the page as the holder of the post, and the bare program for the same."""
    client = signed_in(post.user)
    statements = asked(client, path)
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    with both(stage.folder, question(statements, columns)) as (ours, bare):
        times = by_turns(Asker(ours, path, cookies), Asker(bare, path, {}), REQUESTS)
    return Served(*times, len(statements))
