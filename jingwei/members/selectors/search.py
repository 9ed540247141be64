"""Looking a member up by what is typed into one box: a name in signs, pinyin or initials, a number or its tail.

Whatever is typed is looked up in one short range of an index: (word, path, member) or (blind index, path).
"""

from typing import Any

from django.db.models import F, QuerySet

from jingwei.foundation.scope.paths import successor
from jingwei.foundation.scope.vocabulary import below
from jingwei.foundation.secrets.fields import BlindField

from ..models import Member, NameWord
from ..rules import typed
from .rows import ever, members

BY_WORD = ("place_found", "id")  # the keys by which a search for a name is read page by page
BY_PLACE = ("path", "id")
BEGINNINGS = 500  # words looked at where only their beginning was typed; who wants them all types on


def search(words: str, *, at: str, gone: bool = False) -> "QuerySet[Member]":
    """The members at or below the path `at` (which also lies in reach) whom the words mean; none for words that are
    too short. Ordered by place; read it page by page with the keys of `keys_of`."""
    meant = typed.understood(words)
    found = ever() if gone else members()
    if meant.kind == typed.NAME:
        return _named(found, meant, at)
    if meant.kind in (typed.NOTHING, typed.TOO_SHORT):
        return found.none()
    column = {typed.ID_NUMBER: "id_index", typed.PHONE: "phone_index", typed.TAIL: "phone_tail"}[meant.kind]
    return found.filter(below("path", at), **{column: blind_index(column, meant.text)})


def blind_index(column: str, text: str) -> int:
    """The number under which a text is found in a blind index of the members."""
    field: Any = Member._meta.get_field(column)
    assert isinstance(field, BlindField)
    return field.index_of(text)


def keys_of(words: str) -> tuple[str, str]:
    """The keys by which the answer to a search is ordered."""
    return BY_WORD if typed.understood(words).kind == typed.NAME else BY_PLACE


def _named(found: "QuerySet[Member]", meant: typed.Typed, at: str) -> "QuerySet[Member]":
    """By one word. Where letters end inside a syllable there is no such word: then by the first words that begin so."""
    if meant.text.isascii() and not NameWord.objects.filter(below("path", at), word=meant.text).exists():
        begins = NameWord.objects.filter(below("path", at), word__gte=meant.text, word__lt=successor(meant.text))
        some = begins.order_by("word", "path", "member_id").values("member_id")[:BEGINNINGS]
        found = found.filter(below("path", at), pk__in=some)
        return found.annotate(place_found=F("path")).order_by(*BY_WORD)
    found = found.filter(below("words__path", at), words__word=meant.text)
    if meant.also:
        more = NameWord.objects.filter(below("path", at), word=meant.also)
        found = found.filter(pk__in=more.values("member_id"))
    return found.annotate(place_found=F("words__path")).order_by(*BY_WORD)
