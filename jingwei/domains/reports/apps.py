from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "jingwei.domains.reports"
    verbose_name = "总结"

    def ready(self) -> None:
        from . import checks  # noqa: F401  # registers itself
