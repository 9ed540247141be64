"""The models all others are made of: recorded (every write leaves its change), scoped, versioned."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.db import models

from jingwei.foundation.errors import Refused, Stale
from jingwei.foundation.journal import current_journal

from .links import must_stay_inside
from .recorded import RecordedModel, RecordedQuerySet
from .vocabulary import Scope, Subtree

__all__ = ["RecordedModel", "ScopedModel", "VersionedModel"]


class ScopedManager(models.Manager[Any]):
    _queryset_class = RecordedQuerySet
    kept: ClassVar[dict[Any, Any]] = {}

    def get_queryset(self) -> Any:
        """The rows of the scopes. What the model says is put together once; the reach is read when the query runs."""
        found = super().get_queryset()
        key = (self.model, type(found))
        if key not in self.kept:
            condition = models.Q()
            for scope in self.model.scopes():
                condition |= models.Q(scope)
            self.kept[key] = found.filter(condition).query
        found.query = self.kept[key].chain()
        return found


class ScopedModel(RecordedModel):
    """A row that belongs to a place in the tree. `scope` is one word of the vocabulary or several, any of which
    lets the row through; the first Subtree says where the row is. `crossing` names the foreign keys that may lead to
    another organization's rows, each with the reason."""

    scope: ClassVar[Scope | tuple[Scope, ...]] = Subtree("organization__path")
    crossing: ClassVar[dict[str, str]] = {}
    objects: ClassVar[Any] = ScopedManager()

    class Meta:
        abstract = True

    @classmethod
    def scopes(cls) -> tuple[Scope, ...]:
        return cls.scope if isinstance(cls.scope, tuple) else (cls.scope,)

    @classmethod
    def placing(cls) -> str:
        """The lookup that says where a row is, such as "task__organization__path"."""
        return str(next(scope.lookup for scope in cls.scopes() if isinstance(scope, Subtree)))

    def place(self) -> str:
        """The path at which the row is: where the right to act on it is asked for."""
        value: Any = self
        for name in self.placing().split("__"):
            value = getattr(value, name)
        return str(value)

    def written(self, columns: Iterable[str]) -> None:
        must_stay_inside(self, columns)


class VersionedQuerySet(RecordedQuerySet):
    """A change in bulk outdates the copies that people have open, like any other."""

    def update(self, **values: Any) -> int:
        return super().update(**{"version": models.F("version") + 1, **values})


class VersionedModel(ScopedModel):
    """A row that people edit: a save of an outdated copy raises Stale instead of overwriting another's work."""

    unrecorded: ClassVar[tuple[str, ...]] = ("version",)

    version = models.PositiveIntegerField(default=1, editable=False)
    objects: ClassVar[Any] = ScopedManager.from_queryset(VersionedQuerySet)()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            current_journal()
            same = type(self)._base_manager.filter(pk=self.pk, version=self.version)
            if not same.update(version=self.version + 1):
                raise Stale(self.fresh())
            self.version += 1
            if options.get("update_fields") is not None:
                options["update_fields"] = {*options["update_fields"], "version"}
        super().save(*args, **options)

    def fresh(self, *, locked: bool = False) -> Self:
        """The row as the database holds it now; `locked` keeps others from changing it until the transaction ends.
        Raises Refused when it is gone."""
        rows = type(self)._base_manager
        found = (rows.select_for_update() if locked else rows.all()).filter(pk=self.pk).order_by()
        row = next(iter(found), None)
        if row is None:
            raise Refused("这一条内容刚才已被删除，没有保存。", next_step="请返回列表，查看最新情况。")
        return row
