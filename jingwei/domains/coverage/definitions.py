"""What counts as covered, read once from definitions.yaml."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Definition:
    """A measure in words, the kinds that it counts, and whether the organization needs a secretary in office."""

    key: str
    title: str
    definition: str
    kinds: tuple[str, ...]
    secretary: bool = False


@cache
def definitions() -> dict[str, Definition]:
    """Key ("counted", "organization", "work") → definition."""
    text = (Path(__file__).parent / "definitions.yaml").read_text(encoding="utf-8")
    content: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return {key: Definition(key, **{**one, "kinds": tuple(one["kinds"])}) for key, one in content.items()}
