from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.module_loading import autodiscover_modules

from jingwei.foundation.record.sql import become_app, become_owner


class FiguresConfig(AppConfig):
    name = "jingwei.kernels.figures"
    verbose_name = "数据"

    def ready(self) -> None:
        from . import checks, reactions  # noqa: F401  # register themselves

        autodiscover_modules("figures")
        pre_migrate.connect(let_go, sender=self)
        post_migrate.connect(watch_sources, sender=self)


def let_go(using: str, **_: Any) -> None:
    """Tables may be made anew: their triggers would go with them, or be in the way."""
    from .triggers import unwatch

    unwatch(using)


def watch_sources(using: str, **_: Any) -> None:
    """Whatever a declared figure counts leaves a line in the queue when it changes."""
    from .triggers import watch

    become_owner(connections[using])
    watch(using)
    become_app(connections[using])
