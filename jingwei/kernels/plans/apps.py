from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "jingwei.kernels.plans"
    verbose_name = "要点与任务"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # declares itself
