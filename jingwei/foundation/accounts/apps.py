from typing import Any

from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "jingwei.foundation.accounts"
    verbose_name = "账号"

    def ready(self) -> None:
        post_migrate.connect(make_cache_table, sender=self)


def make_cache_table(using: str, **_: Any) -> None:
    """The table of the cache, in which guesses are counted; nothing is done where it stands already."""
    call_command("createcachetable", database=using, verbosity=0)
