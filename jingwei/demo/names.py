"""Names of people as a locality would have them: by decade of birth, gender and ethnic group.

Deterministic: the caller passes the random source. No name of a well-known person is ever drawn.
"""

from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from jingwei.demo import written

DATA = Path(__file__).parent / "data"
WHOLE_NAME_SHARE = 0.35  # of names of two characters, those taken from the decade's popular ones as they are
FATHER_NAME_SHARE = 0.8  # of peoples who add the father's name after an interpunct


@cache
def table(name: str) -> Any:
    """The data file `data/<name>.yaml`."""
    return written.read(DATA / f"{name}.yaml")


def person_name(rng: Random, *, born: int, gender: str, ethnic: str = "01") -> str:
    """A full name for someone born in the year `born`; gender GB/T 2261.1 ("1", "2"), ethnic GB/T 3304 ("01" Han)."""
    excluded = table("excluded_names")
    while True:
        name = _own_name(rng, gender, ethnic) or _surname(rng, ethnic) + given_name(rng, born, gender)
        if name not in excluded:
            return name


def minority(rng: Random) -> str:
    """The code of an ethnic minority, drawn by the number of people who belong to it."""
    shares = table("ethnic_names")["shares"]
    return str(rng.choices(list(shares), weights=list(shares.values()))[0])


def _own_name(rng: Random, gender: str, ethnic: str) -> str:
    """A name in the people's own form (empty when they mostly bear names of the Han form)."""
    pool = table("ethnic_names")["names"].get(ethnic)
    if not pool:
        return ""
    name: str = rng.choice(pool[gender])
    if "father" in pool and rng.random() < FATHER_NAME_SHARE:
        name = f"{name}·{rng.choice(pool['father'])}"
    return name


def _surname(rng: Random, ethnic: str) -> str:
    frequent = table("ethnic_names")["surnames"].get(ethnic)
    if frequent:
        return str(rng.choice(frequent))
    weights = table("surnames")["single"] | table("surnames")["compound"]
    return str(rng.choices(list(weights), weights=list(weights.values()))[0])


def given_name(rng: Random, born: int, gender: str) -> str:
    """A given name as people born in that year bear it."""
    decades = table("given_names")
    decade = min(max(born // 10 * 10, min(decades)), max(decades))
    pool = decades[decade][gender]
    if rng.random() * 100 < pool["one"]:
        return str(rng.choice(pool["single"]))
    if rng.random() < WHOLE_NAME_SHARE:
        return str(rng.choice(pool["whole"]))
    first = rng.choice(pool["first"])
    second = rng.choice([character for character in pool["second"] if character != first])
    return f"{first}{second}"
