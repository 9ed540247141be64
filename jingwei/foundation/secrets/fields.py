"""Columns of secrets. What a row gives out is a `Secret`, which shows itself masked; only a look opens it."""

from typing import Any

from django.db import models

from .masking import is_mask
from .sealing import NotOpened, blind, opened, seal
from .secret import Secret

__all__ = ["BlindField", "Secret", "SecretField"]


class MaskGiven(ValueError):
    """What was to be kept is what a secret shows, and would overwrite the secret itself."""


class SecretField(models.BinaryField[Any, Any]):
    """A text sealed at rest. Give it a str or a Secret; it gives back a Secret. `kind`: which mask shows it."""

    is_secret = True  # for the rooms that this one stands on

    def __init__(self, *args: Any, kind: str, **options: Any) -> None:
        self.kind = kind
        options["editable"] = True
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "kind": self.kind}

    @property
    def column_name(self) -> str:
        """What the seal is bound to: "members.Member.phone"."""
        return f"{self.model._meta.label}.{self.name}"

    def from_db_value(self, value: Any, *_: Any) -> Secret | None:
        """A value that does not open shows that, and does not keep the rest of the row from being read."""
        if value is None:
            return None
        try:
            return Secret(opened(bytes(value), self.column_name), self.kind)
        except NotOpened:
            return Secret.damaged(self.kind)

    def to_python(self, value: Any) -> Secret | None:
        """Raises MaskGiven."""
        if isinstance(value, Secret):
            return value
        if value and is_mask(str(value)):
            raise MaskGiven(f"{self.verbose_name}：填写的是遮盖后的内容，没有保存。")
        return Secret(str(value), self.kind) if value else None

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        secret = self.to_python(value)
        sealed = seal(secret.open(), self.column_name) if secret else None
        return super().get_db_prep_value(sealed, connection, prepared)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Also puts the Secret onto the row, so that what was set as a plain text shows itself masked at once."""
        secret = self.to_python(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, secret)
        return secret

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj) or "")


class BlindField(models.BigIntegerField[Any, Any]):
    """The blind index of another column of the row, kept by itself. `tail`: of its last so many signs."""

    def __init__(self, *args: Any, of: str, tail: int = 0, **options: Any) -> None:
        self.of, self.tail = of, tail
        options["editable"] = False
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "of": self.of, "tail": self.tail}

    @property
    def column_name(self) -> str:
        """What the index is of: "members.Member.phone"."""
        return f"{self.model._meta.label}.{self.of}"

    def index_of(self, text: str) -> int:
        """The number under which a text is found."""
        return blind(text, self.column_name, tail=self.tail)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        secret = getattr(model_instance, self.of)
        text = secret.open() if isinstance(secret, Secret) else (secret or "")
        value = self.index_of(text) if text else None
        setattr(model_instance, self.attname, value)
        return value
