"""jingwei reset-login USERNAME: a temporary password and no second factor, for an administrator with nobody above."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.accounts.actions import reset_login
from jingwei.foundation.accounts.forms import suggestion
from jingwei.foundation.accounts.models import User
from jingwei.foundation.scope.reach import everywhere

TITLE = "机房值守人员"


class Command(BaseCommand):
    help = "Give an account a temporary password and take its second factor away. It is recorded."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        account = User.objects.filter(username=username).first()
        if account is None:
            raise CommandError(f"没有用户名为 {username} 的账号。 There is no account {username}.")
        password = suggestion()
        with everywhere(reason="whoever keeps the server helps an administrator with nobody above"):
            keeper = Actor(None, "security_admin", account.place(), TITLE)
            reset_login(keeper, account, password=password)
        self.stdout.write(f"临时密码：{password}\n本人登录后必须先改密码，并重新设置动态口令。")
