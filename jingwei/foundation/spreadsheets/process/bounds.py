"""How much a file may cost. A hundred thousand rows of twenty columns are about 110 MB of XML and need 320 MB."""

import resource

MB = 1024 * 1024
WHILE_CHECKING = 280 * MB  # of address space, while the file is judged
WHILE_PARSING = 720 * MB
SECONDS = 90  # of the processor

MOST_BYTES = {"xlsx": 60 * MB, "xls": 60 * MB, "csv": 60 * MB}
MOST_ENTRIES = 3_000
MOST_UNPACKED = 400 * MB  # of all entries, counted while unpacking
MOST_RATIO = 150  # unpacked to packed, of one entry; dull rosters reach about 20
SMALL = 4 * MB  # an entry up to here may have any ratio
MOST_CELLS = 6_000_000
MOST_SHEETS = 60


def bound(memory: int) -> None:
    """From here on the process may use so much memory; it may be raised once more, up to WHILE_PARSING."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, WHILE_PARSING))


def bound_time() -> None:
    """From here on the process may use SECONDS of the processor, and writes no core file."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
