"""Looking at a plain value: for a purpose, on record, counted, and shown to the person it is about.

A room that lets people look declares the action and calls `look` in it:

    @action("member.reveal", title="查看个人信息")
    def reveal(actor, member, /, *, field, purpose, words=""):
        return look(actor, member, field=field, purpose=purpose, words=words)
"""

from typing import Any

from django.db import connection, models

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import now
from jingwei.foundation.errors import Refused
from jingwei.foundation.journal import current_journal
from jingwei.foundation.scope.vocabulary import Own

from .alarms import must_not_be_stopped, raise_alarms
from .choices import Purpose
from .fields import SecretField
from .models import Look

FEWEST_SIGNS = 4
LAW = "personal-information-law-2021, 第六条"


def look(actor: Actor, subject: Any, /, *, field: str, purpose: str, words: str = "") -> str:
    """The plain text of one secret of the row `subject` ("" where nothing is kept), with a Look in the same
    transaction. `purpose` is one of Purpose, `words` say what for. Raises Refused: no purpose, no words, stopped for
    looking too often; KeyError for a column that is no secret. Runs inside an action, which checks the right to."""
    column = secret_column(subject, field)
    person, owner_id = whose(subject)
    own = owner_id is not None and owner_id == actor.user.pk
    said = must_say_why(purpose, words, own=own)
    must_be_kept()
    if not own:
        must_not_be_stopped(actor.user)
    secret = getattr(subject, field)
    text = secret.open() if secret else ""
    Look(
        **_facts(actor, subject, person, owner_id),
        field=field,
        field_title=str(column.verbose_name),
        purpose=purpose,
        words=said,
    ).save(force_insert=True)
    if not own:
        raise_alarms(actor)
    return text


def look_at_all(actor: Actor, subject: Any, /, *, what: str) -> dict[str, str]:
    """Every secret of a row about the person who acts, by column, with one Look for all. Raises Refused for others."""
    person, owner_id = whose(subject)
    if owner_id is None or owner_id != actor.user.pk:
        raise Refused("只有本人可以一次查看自己的全部内容。", basis=LAW, next_step="请逐项查看，并写明事由。")
    must_be_kept()
    secrets = {field.name: getattr(subject, field.name) for field in secret_columns(type(subject))}
    facts = _facts(actor, subject, person, owner_id)
    Look(**facts, field="*", field_title=what, purpose=Purpose.SELF).save(force_insert=True)
    return {name: secret.open() for name, secret in secrets.items() if secret}


def _facts(actor: Actor, subject: Any, person: models.Model, owner_id: int | None) -> dict[str, Any]:
    return {
        "at": now(),
        "user": actor.user,
        "user_name": str(actor.user),
        "post_title": actor.title,
        "path": subject.place(),
        "label": subject._meta.label,
        "row": str(subject.pk),
        "title": str(subject)[:200],
        "owner_id": owner_id,
        "person": key_of(person),
    }


def must_be_kept() -> None:
    """A look that could be lost is none. Raises RuntimeError outside a transaction, OutsideAction outside an act."""
    current_journal()
    if not connection.in_atomic_block:
        raise RuntimeError("a secret is opened in the transaction that keeps the look")


def must_say_why(purpose: str, words: str, *, own: bool) -> str:
    """The words, tidied. Who looks at one's own data needs none."""
    said = " ".join(words.split())
    if own and purpose == Purpose.SELF:
        return said[:200]
    if purpose not in Purpose.values or purpose == Purpose.SELF:
        raise Refused("请选择查看的目的。", basis=LAW, next_step="从列出的目的中选一项，并写明具体事由。")
    if len(said) < FEWEST_SIGNS:
        raise Refused(
            f"请写明具体事由，不少于 {FEWEST_SIGNS} 个字。本人会看到是谁、为什么看的。",
            basis=LAW,
            next_step="例如：电话通知周五的支部党员大会。",
        )
    return said[:200]


def secret_columns(model: Any) -> list[SecretField]:
    """The secrets of a model."""
    return [field for field in model._meta.concrete_fields if isinstance(field, SecretField)]


def secret_column(subject: Any, name: str) -> SecretField:
    """The secret of that name. Raises KeyError."""
    return {field.name: field for field in secret_columns(type(subject))}[name]


def whose(subject: Any) -> tuple[models.Model, int | None]:
    """(the person's row, the person's login) of a row: where its scope `Own` leads; the row itself without one."""
    own = next((scope.lookup for scope in subject.scopes() if isinstance(scope, Own)), "")
    *steps, login = own.split("__")
    person = subject
    for step in steps:
        person = getattr(person, step)
    return person, getattr(person, login) if login else None


def key_of(person: models.Model) -> str:
    """members.Member:12"""
    return f"{person._meta.label}:{person.pk}"
