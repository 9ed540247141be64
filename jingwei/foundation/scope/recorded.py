"""Rows whose every write leaves its change in the journal, one at a time or in bulk."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.db.models.signals import class_prepared, pre_delete

from jingwei.foundation.journal import Change, current_journal

# Beyond so many rows of one bulk write, the act tells how many there were and not each of them.
MANY = 1000
SECRET = "（不显示）"


class RecordedQuerySet(models.QuerySet[Any]):
    """Writes in bulk are allowed inside an action only, like all writes, and tell the change of each row."""

    def update(self, **values: Any) -> int:
        journal, before = current_journal(), self.rows()
        updated = super().update(**values)
        after = self.model._base_manager.filter(pk__in=list(before)).values() if len(before) <= MANY else ()
        changes = [change(self.model, row[self.model._meta.pk.attname], before, row) for row in after]
        if len(before) > MANY:
            told = {name: _told(self.model, name, value) for name, value in values.items()}
            changes = [Change(self.model._meta.label, None, {}, {"rows": updated, **told})]
        journal.changes.extend(one for one in changes if one.before or one.after)
        return updated

    def rows(self) -> dict[Any, dict[str, Any]]:
        """Primary key → columns, of as many rows as are told one by one (and one more, to show that there are more);
        empty for a model that leaves no change."""
        if self.model.unrecorded_because:
            return {}
        columns = [field.attname for field in self.model._meta.concrete_fields]
        return {row[self.model._meta.pk.attname]: row for row in self.order_by().values(*columns)[: MANY + 1]}

    def delete(self) -> tuple[int, dict[str, int]]:
        current_journal()
        return super().delete()

    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        journal = current_journal()
        created = super().bulk_create(objs, *args, **options)
        if len(created) > MANY:
            journal.changes.append(Change(self.model._meta.label, None, {}, {"rows": len(created)}))
        for row in created:
            row.written([field.attname for field in row._meta.concrete_fields])
        if len(created) <= MANY and not self.model.unrecorded_because:
            journal.changes.extend(Change(row._meta.label, row.pk, {}, row.columns()) for row in created)
        return created

    def bulk_update(self, objs: Iterable[Any], *args: Any, **options: Any) -> int:
        current_journal()
        return super().bulk_update(objs, *args, **options)


def _told(model: type[models.Model], column: str, value: Any) -> str:
    """A value given to many rows at once, as the act tells it: of a secret only that it was given."""
    return SECRET if getattr(model._meta.get_field(column), "is_secret", False) else str(value)


class RecordedModel(models.Model):
    """A row whose every save and deletion is a change in the journal. `unrecorded` names columns kept out of it;
    `unrecorded_because` is the reason why a model leaves no change at all."""

    unrecorded: ClassVar[tuple[str, ...]] = ()
    unrecorded_because: ClassVar[str] = ""
    objects: ClassVar[Any] = RecordedQuerySet.as_manager()

    class Meta:
        abstract = True

    def columns(self) -> dict[str, Any]:
        """Column → value, without those kept out of the record."""
        return {
            field.attname: field.to_python(field.value_from_object(self))
            for field in self._meta.concrete_fields
            if field.attname not in self.unrecorded and field.attname not in self.get_deferred_fields()
        }

    def stored(self) -> dict[str, Any]:
        """Column → value as the database holds it now; empty when there is no such row."""
        rows = type(self)._base_manager.filter(pk=self.pk).order_by().values() if self.pk is not None else ()
        return {name: value for row in rows for name, value in row.items() if name not in self.unrecorded}

    def save(self, *args: Any, **options: Any) -> None:
        journal = current_journal()
        before = {} if self._state.adding or self.unrecorded_because else self.stored()
        super().save(*args, **options)
        if self.unrecorded_because:
            return
        after = self.columns()
        if before and (written := options.get("update_fields")) is not None:
            fields = {field.attname: field.name for field in self._meta.concrete_fields}
            after = {name: value for name, value in after.items() if {name, fields[name]} & {*written}}
        told = change(type(self), self.pk, {self.pk: before} if before else {}, after)
        self.written(told.after)
        if told.before or told.after:
            journal.changes.append(told)

    def written(self, columns: Iterable[str]) -> None:
        """Called after these columns were written, inside the transaction; may refuse them."""

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        current_journal()
        return super().delete(*args, **options)


def change(model: type[RecordedModel], pk: Any, before: dict[Any, dict[str, Any]], after: dict[str, Any]) -> Change:
    """The change of one row: all columns of a new one, only those that differ of another."""
    old = before.get(pk)
    after = {name: value for name, value in after.items() if name not in model.unrecorded}
    if old is None:
        return Change(model._meta.label, pk, {}, after)
    differ = [name for name, value in after.items() if name in old and old[name] != value]
    return Change(model._meta.label, pk, {n: old[n] for n in differ}, {n: after[n] for n in differ})


def _note_deletion(instance: RecordedModel, **_: Any) -> None:
    """Called by Django for each row, also one that goes with another: deletions are told one by one."""
    current_journal().changes.append(Change(instance._meta.label, instance.pk, instance.stored(), {}))


def _watch_deletions(sender: type[models.Model], **_: Any) -> None:
    if issubclass(sender, RecordedModel) and not sender.unrecorded_because:
        pre_delete.connect(_note_deletion, sender=sender, dispatch_uid=f"journal of {sender._meta.label}")


class_prepared.connect(_watch_deletions, dispatch_uid="journal of deletions")
