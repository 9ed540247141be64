"""Keeps the words by which names are found. Part of every write of a name or of a place."""

from collections.abc import Iterable

from jingwei.foundation.scope.bulk import copy_rows

from ..models import Member, NameWord
from ..rules.naming import words_of


def keep_words(members: Iterable[Member]) -> None:
    """Write the words of members who have none yet."""
    words = ((word, row.path, row.pk) for row in members for word in words_of(row.name))
    copy_rows(NameWord, ["word", "path", "member_id"], words)


def forget_words(name: str, path: str, member_id: int) -> None:
    """Take away the words of a name as it was, at the path where the member was."""
    NameWord._base_manager.filter(word__in=words_of(name), path=path, member_id=member_id).delete()
