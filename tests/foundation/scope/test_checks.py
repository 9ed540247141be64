"""A model that forgets its scope or its trace stops the start."""

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.db import models

from jingwei.foundation.scope.checks import every_model_is_scoped_or_says_why, problems_of
from jingwei.foundation.scope.models import RecordedModel, ScopedModel, VersionedModel
from jingwei.foundation.scope.vocabulary import Own


def test_every_model_of_the_program_is_scoped_or_says_why():
    assert every_model_is_scoped_or_says_why(None) == []


def test_all_checks_are_clean():
    assert run_checks() == []


@pytest.fixture
def stray_models():
    """Models that no migration knows; forgotten again at the end."""
    known = dict(apps.all_models["scope"])
    yield
    apps.all_models["scope"].clear()
    apps.all_models["scope"].update(known)
    apps.clear_cache()


def key(model: str = "organizations.Organization") -> models.ForeignKey:
    return models.ForeignKey(model, models.PROTECT, related_name="+")


def made(name: str, *bases: type, **attributes) -> type[models.Model]:
    meta = type("Meta", (), {"app_label": "scope"})
    return type(name, bases, {"__module__": "jingwei.stray", "Meta": meta, **attributes})


@pytest.mark.parametrize(
    ("bases", "attributes", "found"),
    [
        ((models.Model,), {}, ["jingwei.E001", "jingwei.E002"]),
        ((models.Model,), {"unscoped": "test"}, ["jingwei.E002"]),
        ((RecordedModel,), {}, ["jingwei.E001"]),
        ((RecordedModel,), {"unscoped": ""}, ["jingwei.E001"]),
        ((RecordedModel,), {"unscoped": "test"}, []),
        ((ScopedModel,), {"organization": key()}, []),
        ((ScopedModel,), {}, ["jingwei.E003"]),
        ((VersionedModel,), {"organization": models.CharField(max_length=2)}, ["jingwei.E003"]),
        ((ScopedModel,), {"scope": Own("user_id"), "user": key("accounts.User")}, ["jingwei.E003"]),
        ((ScopedModel,), {"organization": key(), "crossing": {"organisation": "test"}}, ["jingwei.E005"]),
        ((ScopedModel,), {"organization": key(), "crossing": {"organization": "test"}}, ["jingwei.E005"]),
        ((ScopedModel,), {"organization": key(), "other": key(), "crossing": {"other": ""}}, ["jingwei.E005"]),
        ((ScopedModel,), {"organization": key(), "other": key(), "crossing": {"other": "test"}}, []),
        (
            (RecordedModel,),
            {"unscoped": "test", "many": models.ManyToManyField("organizations.Unit", related_name="+")},
            ["jingwei.E004"],
        ),
    ],
)
def test_a_forgotten_lock_is_found(stray_models, bases, attributes, found):
    stray = made("Stray", *bases, **attributes)
    assert [error.id for error in problems_of(stray)] == found
