"""In tests jobs wait until a test says `run_jobs()`."""

from jingwei.foundation.background.leases import claim
from jingwei.foundation.background.running import run


def run_jobs() -> int:
    """Do all jobs that are due, here and now, with those that they ask for; their number. Raises what a task raised."""
    done = 0
    while (lease := claim("test")) is not None:
        if (fault := run(lease)) is not None:
            raise fault
        done += 1
    return done
