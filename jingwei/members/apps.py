from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "jingwei.members"
    verbose_name = "党员"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # registers itself
