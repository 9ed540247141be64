"""A process that has the program loaded and starts workers by forking, so that they can be killed by the dozen.

Writes the number of each worker that it starts, one for each line that it reads."""

import os
import signal
import sys

ROWS_AT_A_TIME = 50  # so that 5,000 rows have many moments between two steps


def serve() -> None:
    """Until the input ends. The parent never opens the database: what a worker inherits is fresh."""
    import django

    django.setup()
    from jingwei.foundation.background.worker import Worker
    from jingwei.foundation.spreadsheets import tasks
    from jingwei.foundation.spreadsheets.registers import registers

    registers()["members"].chunk = tasks.BATCH = ROWS_AT_A_TIME
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for _ in sys.stdin:
        pid = os.fork()
        if pid == 0:
            Worker(beside=os.getppid()).work()
            os._exit(0)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
