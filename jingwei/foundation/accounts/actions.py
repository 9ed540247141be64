"""What a security administrator does to an account. Each is an act of the record; what is written is in its changes."""

from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.access.grants import roles
from jingwei.foundation.actions import action
from jingwei.foundation.errors import Refused
from jingwei.foundation.journal import Change, current_journal

from . import guesses
from .authenticators import has_totp, remove_totp
from .devices import end_devices
from .models import User

BASIS = "gb-t-22239-2019, 8.1.4.1"
# What is no column of the account is called in the record as it is on the page.
DEVICES, SECOND_FACTOR = "登录设备", "动态口令"
# Who holds one of these could cover the traces of the other administrators.
APART = frozenset({"record.see", "account.secure", "platform.operate"})


@action("account.secure", title="停用账号")
def lock_account(actor: Actor, account: User, /) -> User:
    """Nobody signs in with it any more, and who is signed in is signed out."""
    not_ones_own(actor, account)
    end_devices(account)
    note(account, "is_active", account.is_active, False)
    account.is_active = False
    account.save(update_fields=["is_active"])
    return account


@action("account.secure", title="启用账号")
def unlock_account(actor: Actor, account: User, /) -> User:
    """It can be signed in with again; wrong guesses are forgotten."""
    guesses.forgive(account)
    note(account, "is_active", account.is_active, True)
    account.is_active = True
    account.save(update_fields=["is_active"])
    return account


@action("account.secure", title="退出全部设备")
def end_account_sessions(actor: Actor, account: User, /) -> User:
    """Signed out on all devices."""
    note(account, DEVICES, end_devices(account), 0)
    return account


@action("account.secure", title="取消动态口令")
def reset_second_factor(actor: Actor, account: User, /) -> User:
    """The second factor is gone, for a person who has lost the phone; at the next signing in a new one is set up."""
    not_ones_own(actor, account)
    not_of_another_administrator(actor, account)
    without_second_factor(account)
    return account


@action("account.secure", title="设临时密码")
def set_temporary_password(actor: Actor, account: User, /, *, password: str) -> User:
    """A password to sign in with once: the person must choose an own one then. All devices are signed out."""
    not_ones_own(actor, account)
    not_of_another_administrator(actor, account)
    with_temporary_password(account, password)
    return account


@action("account.secure", title="在服务器上重设登录")
def reset_login(actor: Actor, account: User, /, *, password: str) -> User:
    """Both at once, by whoever keeps the server (`jingwei reset-login`): for an administrator with nobody above."""
    without_second_factor(account)
    with_temporary_password(account, password)
    return account


def without_second_factor(account: User) -> None:
    note(account, SECOND_FACTOR, has_totp(account), False)
    remove_totp(account)
    end_devices(account)


def with_temporary_password(account: User, password: str) -> None:
    note(account, "temporary_password", account.temporary_password, True)
    end_devices(account)
    guesses.forgive(account)
    account.set_password(password)
    account.temporary_password = True
    account.save(update_fields=["password", "temporary_password"])


def not_ones_own(actor: Actor, account: User) -> None:
    """Raises Refused for the actor's own account."""
    if account.pk == actor.user.pk:
        raise Refused(
            "不能给自己的账号办理。", basis=BASIS, next_step="请另一位安全管理员办理；改自己的密码请用“改密码”。"
        )


def not_of_another_administrator(actor: Actor, account: User) -> None:
    """Raises Refused for an administrator of one's own level: whoever resets both could sign in as the other."""
    held = [roles()[post.role].permissions for post in account.present_posts()]
    if account.place() == actor.path and any(permissions & APART for permissions in held):
        raise Refused(
            "审计员、系统管理员、安全管理员互相独立，不能替本级的另一位管理员重设登录。",
            basis=BASIS,
            next_step="请上一级安全管理员办理；没有上一级的，请机房值守人员在服务器上办理。",
        )


def note(account: User, what: str, before: Any, after: Any) -> None:
    """Put one change into the record of this act."""
    current_journal().changes.append(Change(account._meta.label, account.pk, {what: before}, {what: after}))
