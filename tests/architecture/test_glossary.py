"""docs/glossary.md and the code use the same words, one for each concept."""

import re
from collections import Counter
from pathlib import Path

from django.apps import apps

from jingwei.foundation.access.grants import permissions, roles
from jingwei.foundation.scope import reach, vocabulary
from jingwei.kernels.plans import choices

PAGE = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?P<term>[^|]+) \| `(?P<identifier>\w+)` \| (?P<source>[^|]+) \| (?P<meaning>[^|]+) \|$", re.M)


def section(title: str) -> list[re.Match[str]]:
    return list(ROW.finditer(PAGE.split(f"## {title}\n")[1].split("\n## ")[0]))


def identifiers(title: str) -> list[str]:
    return sorted(row["identifier"] for row in section(title))


def test_every_model_has_its_word():
    models = [m.__name__ for m in apps.get_models() if m.__module__.startswith("jingwei.")]
    assert identifiers("Things") == sorted(models)


def test_every_area_of_permissions_has_its_word():
    assert identifiers("What a post may touch") == sorted({key.partition(".")[0] for key in permissions()})


def test_every_role_has_its_word_and_title():
    assert {row["identifier"]: row["term"] for row in section("Roles")} == {r.key: r.title for r in roles().values()}


def test_the_words_of_the_scopes_exist():
    known = {**vars(vocabulary), **vars(reach), **vars(choices)}
    assert [name for name in identifiers("Scope") if name not in known] == []


def test_no_section_uses_a_word_for_two_things():
    for title in ("Things", "Roles", "Scope", "What a post may touch"):
        words = Counter(row["term"] for row in section(title))
        assert [word for word, times in words.items() if times > 1] == []


def test_every_row_says_its_source_and_meaning():
    lines = [line for line in PAGE.splitlines() if line.startswith("| ") and "`" in line]
    assert [line for line in lines if not ROW.match(line)] == []
