"""A staged row without a model made of it: they come by the thousand."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jingwei.foundation.secrets.sealing import opened

SEALED_FOR = "spreadsheets.StagedRow.secrets"


@dataclass(slots=True)
class Staged:
    """A row of `StagedRow` that waits to be written; what is written of it is `target`, `left`, `applied_at`, and for a
    rejected one `outcome` and `told`."""

    pk: int
    intake_id: int
    number: int
    outcome: str
    values: str
    sealed: Any
    target: int | None
    seen: int | None
    left: int | None = None
    told: str = ""
    applied_at: datetime | None = None

    def given(self) -> dict[str, Any]:
        """Column → JSON value of what is not secret."""
        return json.loads(self.values) if self.values else {}

    def opened(self) -> dict[str, str]:
        """Column → text of what is secret."""
        return json.loads(opened(bytes(self.sealed), SEALED_FOR)) if self.sealed else {}
