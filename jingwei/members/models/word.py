"""What a member's name is found by."""

from django.db import models

from jingwei.foundation.scope.fields import ByteOrderField, PathField
from jingwei.foundation.scope.models import ScopedModel
from jingwei.foundation.scope.vocabulary import Subtree

from .member import Member


class NameWord(ScopedModel):
    """One word under which a member's name is looked up (see rules/naming.py): two neighbouring signs, the whole name,
    its pinyin, its initials. In the order of the key a search of any scope is one short range, on both databases.

    There are ten for a member, so the database neither checks nor clears them: the actions that write a name do
    (actions/names.py). A word left behind finds nobody.
    """

    scope = Subtree("path")
    unrecorded_because = "it follows from the name"
    crossing = {"member": "it is written with the member, whose path it has"}

    pk = models.CompositePrimaryKey("word", "path", "member_id")
    word = ByteOrderField(max_length=120)
    path = PathField(follows=True)
    member = models.ForeignKey(Member, models.DO_NOTHING, related_name="words", db_index=False, db_constraint=False)

    class Meta:
        verbose_name = "姓名检索词"

    def __str__(self) -> str:
        return self.word
