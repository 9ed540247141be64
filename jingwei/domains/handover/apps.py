from django.apps import AppConfig


class HandoverConfig(AppConfig):
    name = "jingwei.domains.handover"
    verbose_name = "交接包"

    def ready(self) -> None:
        from .selectors import contents  # noqa: F401  # its sections register themselves
