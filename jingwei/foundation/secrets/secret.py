"""A value that shows itself masked."""

from typing import Any, Self

from .masking import DAMAGED, MASKS


class Secret(str):
    """As a text it *is* its mask: whoever writes it, formats it, compares it with a text, puts it into JSON, a workbook
    or a log has the mask. Two secrets are equal when what they hide is. It is neither packed up nor taken apart."""

    __slots__ = ("_kind", "_text")
    is_secret = True  # for the rooms that this one stands on
    _text: str | None
    _kind: str

    def __new__(cls, text: str, kind: str) -> Self:
        made = super().__new__(cls, MASKS[kind](text) if text else "")
        made._text, made._kind = text, kind
        return made

    @classmethod
    def damaged(cls, kind: str) -> Self:
        """One that does not open: its key is gone, or it was changed in the database."""
        made = super().__new__(cls, DAMAGED)
        made._text, made._kind = None, kind
        return made

    def open(self) -> str:
        """The plain text. Called by `looks` and the few places of tests/architecture/opens.txt. Raises NotOpened."""
        if self._text is None:
            from .sealing import NotOpened

            raise NotOpened("这一项打不开：密钥不在，或者内容已损坏。")
        return self._text

    def __repr__(self) -> str:
        return f"<Secret {self}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and (self._text, self._kind) == (other._text, other._kind)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((self._text, self._kind))

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError("a secret is not packed up: it would leave unmasked")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self
