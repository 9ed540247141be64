from django.apps import AppConfig


class CoverageConfig(AppConfig):
    name = "jingwei.domains.coverage"
    verbose_name = "两个覆盖"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # registers itself
