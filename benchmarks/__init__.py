"""Measurements of the program against the raw limit of the same machine in the same run: `jingwei bench NAME`.

A benchmark is a module of this folder with

    SCALE = "20k"                                  # the city that it needs when none is asked for; "" for none
    BOTH = True                                    # if it is to run on SQLite as well as on PostgreSQL
    SMALLER = "20k"                                # another city, in which some rows are measured for comparison
    def run(stage: Stage) -> Iterator[Row]: ...    # one row for each thing measured

and a line in MODULES. When `run` begins, the database is migrated and, with a scale, seeded (`jingwei seed`).
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

# The name on the command line → the module of this folder.
MODULES = {"figures": "figures", "import": "imports", "search": "search"}


@dataclass(frozen=True)
class Row:
    """One thing measured. `ours` and `limit` in `unit` ("s", "ms"): what the program took, and what the same work took
    when done by hand through the driver in the same run. `n`: how many were measured (rows, queries). `aim`: what
    `ours` or, for "×", the ratio should not pass, in words."""

    work: str
    unit: str
    ours: float
    limit: float
    n: int
    aim: str = ""

    @property
    def ratio(self) -> float:
        """How many times the limit."""
        return self.ours / self.limit if self.limit else 0.0

    def told(self) -> dict[str, Any]:
        """As `--json` prints it."""
        figures = {"ours": round(self.ours, 4), "limit": round(self.limit, 4), "ratio": round(self.ratio, 3)}
        return {**asdict(self), **figures}


@dataclass(frozen=True)
class Stage:
    """What a benchmark finds: the scale of the city ("" for none), a folder for its files, and where to tell people how
    it is getting on (never the place of the figures). `smaller`: it is the smaller city of several, for comparison."""

    scale: str
    folder: Path
    say: Callable[[str], None]
    smaller: bool = False


def percentile(seconds: list[float], share: float = 0.95) -> float:
    """The time that this share of the measurements did not pass, in milliseconds."""
    ordered = sorted(seconds)
    return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]
