from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "jingwei.domains.dashboards"
    verbose_name = "看板"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # registers itself
