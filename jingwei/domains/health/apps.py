from django.apps import AppConfig


class HealthConfig(AppConfig):
    name = "jingwei.domains.health"
    verbose_name = "组织体检"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # registers itself
