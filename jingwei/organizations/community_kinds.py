"""What is known of each kind of community (community_kinds.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

FILE = Path(__file__).parent / "community_kinds.yaml"


@dataclass(frozen=True)
class KindOfCommunity:
    """What such a community is, and where its work usually begins."""

    meaning: str
    advice: tuple[str, ...]


@cache
def kinds_of_community() -> Mapping[str, KindOfCommunity]:
    """Every kind by its key in choices.CommunityKind."""
    content = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return MappingProxyType(
        {key: KindOfCommunity(entry["meaning"], tuple(entry["advice"])) for key, entry in content.items()}
    )
