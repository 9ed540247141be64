from django.apps import AppConfig


class TransfersConfig(AppConfig):
    name = "jingwei.domains.transfers"
    verbose_name = "组织关系转接"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # they declare themselves
