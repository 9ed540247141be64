"""Reads the demo's YAML files, with YAML's parser in C where there is one: they are long, and its own is slow."""

from pathlib import Path
from typing import Any

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(file: Path) -> Any:
    """What the file says."""
    return yaml.load(file.read_bytes(), Loader=Loader)
