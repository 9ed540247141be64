from django.apps import AppConfig


class FloatingConfig(AppConfig):
    name = "jingwei.domains.floating"
    verbose_name = "流动党员和失联党员"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # they declare themselves
