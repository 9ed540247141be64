"""System check: a model of ours is scoped, or says why it is not."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import FieldError
from django.db import models

from .links import scoped_keys
from .models import RecordedModel, ScopedModel


@register
def every_model_is_scoped_or_says_why(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """What is wrong with the models of this program."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("jingwei.")]
    return [problem for model in ours for problem in problems_of(model)]


def problems_of(model: type[models.Model]) -> list[CheckMessage]:
    """E001 for a model neither scoped nor marked `unscoped = "<reason>"`; E002 for one whose writes leave no trace;
    E004 for links whose writes would leave no trace; and those of its scope."""
    name, recorded = model._meta.label, issubclass(model, RecordedModel)
    problems: list[CheckMessage] = []
    if issubclass(model, ScopedModel):
        problems += _problems_of_scope(model)
    elif not getattr(model, "unscoped", ""):
        problems.append(Error(f"{name} is neither scoped nor marked `unscoped`.", id="jingwei.E001"))
    if not recorded and not getattr(model, "unrecorded_because", ""):
        problems.append(Error(f"{name} is written without a trace.", id="jingwei.E002"))
    links = [link.remote_field.through for link in model._meta.local_many_to_many]
    if recorded and any(link is not None and link._meta.auto_created for link in links):
        problems.append(Error(f"{name} needs a model for its links, so that they are recorded.", id="jingwei.E004"))
    return problems


def _problems_of_scope(model: type[ScopedModel]) -> list[CheckMessage]:
    """E003 for a scope that does not say where a row is, or names columns that are not there; E005 for a `crossing`
    that is misspelt or says no reason."""
    try:
        for scope in model.scopes():
            model._base_manager.filter(scope)
        keys = {key.name for key in scoped_keys(model)}
    except (FieldError, StopIteration):
        return [Error(f"The scope of {model._meta.label} does not say where a row is.", id="jingwei.E003")]
    if not model.crossing.keys() <= keys or "" in model.crossing.values():
        return [Error(f"`crossing` of {model._meta.label} needs links that exist, and reasons.", id="jingwei.E005")]
    return []
