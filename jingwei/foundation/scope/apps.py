from django.apps import AppConfig


class ScopeConfig(AppConfig):
    name = "jingwei.foundation.scope"

    def ready(self) -> None:
        from . import checks  # noqa: F401  # registers itself
