from django.apps import AppConfig


class GridsConfig(AppConfig):
    name = "jingwei.domains.grids"
    verbose_name = "网格"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # registers itself
