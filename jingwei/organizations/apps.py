from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    name = "jingwei.organizations"
    verbose_name = "组织"

    def ready(self) -> None:
        from . import registers  # noqa: F401  # registers itself
