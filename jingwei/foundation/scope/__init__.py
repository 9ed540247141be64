"""Scope: which part of the organization tree the running code may see, and the models that obey it.

Words: path (an organization's place, fixed-width segments), reach (what a person may see now),
Subtree · Lineage · Own (the closed vocabulary of scopes), crossing (a link that may lead to another organization).
"""
