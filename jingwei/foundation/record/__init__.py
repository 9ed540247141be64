"""The record: an append-only log of acts — who, through which post, when, what, before and after.

Words: act (one thing done), trace (a row that an act is about or has changed: the history of that row), seal (a batch
of acts bound by hashes to all before), anchor (the digests of the seals, kept in a file outside the database).
"""
