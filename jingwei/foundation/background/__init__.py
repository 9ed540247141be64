"""Work that goes on after the answer: jobs in a table of the database, and the worker that does them.

A task is Django's (`from django_tasks import task`); `.enqueue(…)` adds a job inside the caller's transaction, so that
it is there if and only if what asked for it is. A job may be done again after a crash: a task of many steps does each
in a transaction of its own, which begins with `hold_lease()`, and goes on where the last one ended.

Words: job (one run of a task, waiting, leased, finished or failed), lease (a worker's claim to a job, short and renewed
while it works), worker (the process that does jobs).
"""
