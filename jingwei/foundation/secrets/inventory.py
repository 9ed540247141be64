"""The inventory of personal data: what is kept of a person, why, on which ground, how long. Each app of ours says so
in its `personal_data.yaml`; a column that is missing there, or stands there and is gone, stops the build.

    Member:                       # a model of the app
      phone:                      # one of its columns
        purpose: 通知会议和活动
        basis: privacy.lawful_ground            # a clause of the library, or "instrument, article"
        retention: 党籍存续期间
        title: 手机号码           # where the column has no name for people
        consent: true             # kept only as long as the person agrees; else the law or the work asks for it
      path: not personal
      _about: member__user        # the lookup to the person's login, where the scope `Own` does not say it
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.apps import apps
from django.conf import settings
from django.db import models

from jingwei.foundation.scope.fields import PathField

from .looks import secret_columns
from .selectors import own_lookup

FILE = "personal_data.yaml"
NOT_PERSONAL = "not personal"
NEEDED, MAY_BE = {"purpose", "basis", "retention"}, {"consent", "title"}
EXAMPLE = "{purpose: …, basis: …, retention: …}"


@dataclass(frozen=True)
class Entry:
    """One personal column: of which model, its name for people, why and how long it is kept, on which ground.
    `consent`: it is kept by the person's agreement only. `sealed`: it is encrypted."""

    model: Any
    column: str
    title: str
    purpose: str
    basis: str
    retention: str
    consent: bool
    sealed: bool

    @property
    def key(self) -> str:
        """members.Member.phone"""
        return f"{self.model._meta.label}.{self.column}"


def our_models() -> list[Any]:
    """The models of this program."""
    return [model for model in apps.get_models() if model.__module__.startswith("jingwei.")]


def is_about_people(model: Any) -> bool:
    """Whether a model holds personal data: it is one of settings.PERSONS, has a secret, or leads to one of them."""
    persons = {apps.get_model(label) for label in settings.PERSONS}
    leads = any(field.related_model in persons for field in model._meta.concrete_fields if field.related_model)
    return model in persons or leads or bool(secret_columns(model))


@cache
def _written(folder: str) -> dict[str, dict[str, Any]]:
    file = Path(folder) / FILE
    return (yaml.safe_load(file.read_text(encoding="utf-8")) or {}) if file.exists() else {}


def written_of(model: Any) -> dict[str, Any]:
    """What the app's file says of a model: column → entry; what begins with "_" is about the model."""
    return _written(apps.get_app_config(model._meta.app_label).path).get(model.__name__) or {}


def entries(model: Any) -> list[Entry]:
    """The personal columns of a model, in the order of its columns."""
    said = written_of(model)
    sealed = {field.name for field in secret_columns(model)}
    return [
        Entry(
            model=model,
            column=field.name,
            title=said[field.name].get("title") or title_of(field),
            purpose=said[field.name]["purpose"],
            basis=said[field.name]["basis"],
            retention=said[field.name]["retention"],
            consent=bool(said[field.name].get("consent")),
            sealed=field.name in sealed,
        )
        for field in model._meta.concrete_fields
        if isinstance(said.get(field.name), dict)
    ]


def title_of(field: Any) -> str:
    """What a column is called for people: its name if it has a Chinese one, else what it leads to; "" for neither."""
    names = [field.verbose_name, *([field.related_model._meta.verbose_name] if field.related_model else [])]
    return next((str(name) for name in names if not str(name).isascii()), "")


def inventory() -> list[tuple[Any, list[Entry]]]:
    """Every model with personal columns, and those."""
    return [(model, found) for model in our_models() if (found := entries(model))]


def problems() -> Iterator[str]:
    """What is wrong with the inventory, in words that say what to write where."""
    for config in apps.get_app_configs():
        if not config.name.startswith("jingwei."):
            continue
        file = f"{config.name.replace('.', '/')}/{FILE}"
        known = {model.__name__: model for model in config.get_models()}
        for name in _written(config.path):
            if name not in known:
                yield f"{file} names the model {name}, which is gone: take it out."
        for model in known.values():
            yield from _problems_of(model, file, needed=is_about_people(model))


def _problems_of(model: Any, file: str, *, needed: bool) -> Iterator[str]:
    said, columns = written_of(model), [field.name for field in model._meta.concrete_fields]
    if needed:
        missing = [field.name for field in model._meta.concrete_fields if field.name not in said and not _own(field)]
        lines = "".join(f"\n  {name}: {EXAMPLE}" for name in missing)
        if missing:
            yield (
                f"{model._meta.label} holds personal data that the inventory does not know. Add to {file}"
                f' (or "name: {NOT_PERSONAL}" for a column that says nothing of a person):\n{model.__name__}:{lines}'
            )
    for name, entry in said.items():
        if not name.startswith("_") and name not in columns:
            yield f"{file}: {model.__name__}.{name} is gone: take it out."
        elif not name.startswith("_") and not _is_whole(entry):
            yield f"{file}: {model.__name__}.{name} must be {EXAMPLE} or “{NOT_PERSONAL}”, not {entry!r}."


def _own(field: Any) -> bool:
    """Columns that every row has for the program itself: its number, its version, its place in the tree."""
    return isinstance(field, models.AutoField | PathField) or field.name == "version"


def _is_whole(entry: Any) -> bool:
    if not isinstance(entry, dict):
        return bool(entry == NOT_PERSONAL)
    return NEEDED <= entry.keys() <= NEEDED | MAY_BE and all(str(entry[name]).strip() for name in NEEDED)


def login_of(model: type[models.Model]) -> str:
    """The lookup from a model to the login of the person whom a row is about: `_about` of the inventory, else what the
    scope `Own` names; "" where no row is about one person."""
    return str(written_of(model).get("_about") or own_lookup(model))
